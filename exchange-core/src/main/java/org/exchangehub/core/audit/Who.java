package org.exchangehub.core.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who did it, as the identity provider knows them.
 *
 * @param subject the token's {@code sub}, or {@code hub} for the hub's own acts
 * @param client the client the token was issued to
 * @param department code of the department acted for; null when there is none
 */
public record Who(String subject, String client, @Nullable String department) {

    /** The hub itself: schedulers and recovery. */
    public static final Who HUB = new Who("hub", "exchange-core", null);
}
