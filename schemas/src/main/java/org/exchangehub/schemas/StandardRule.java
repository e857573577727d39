package org.exchangehub.schemas;

import org.exchangehub.schemas.check.Severity;
import org.exchangehub.schemas.value.LocalizedText;

/**
 * A rule across the fields of one record ({@code hub.rules}).
 *
 * @param expression CEL over the field names and {@code today}; true when the record is right
 */
public record StandardRule(String id, String expression, Severity severity, LocalizedText message) {}
