package org.exchangehub.schemas;

import org.exchangehub.schemas.check.Severity;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * One thing a check found in one record.
 *
 * @param field the field's name, or the first field a cross-field rule speaks of
 * @param rule the stable id of the check, e.g. {@code uscc}, or of the schema's own rule
 * @param expected what would have been right, in English, for machines and logs
 * @param found what was there, at most 100 characters; masked when the field's level is 3 or higher; null when nothing was there
 */
public record Finding(
        String field,
        String rule,
        Severity severity,
        String expected,
        @Nullable String found,
        LocalizedText message) {}
