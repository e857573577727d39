package org.exchangehub.core.access;

import org.jspecify.annotations.Nullable;

/**
 * What a head says to an application.
 *
 * @param opinion at most 1 000 characters; needed for a refusal
 */
record ConsentRequest(
        Consent.@Nullable Word decision, @Nullable String opinion) {}
