package org.exchangehub.core.identity;

import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A department that shares data through the hub, a group {@code /departments/<code>} of the identity provider.
 *
 * @param uscc unified social credit code (GB 32100-2015), null when the group does not carry it
 */
public record Department(String code, @Nullable String uscc, LocalizedText title) {}
