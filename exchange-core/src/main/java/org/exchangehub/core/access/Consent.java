package org.exchangehub.core.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one side's head said to an application.
 *
 * @param name user name of the head
 * @param opinion never null when it was refused (Decree 809, Art. 21)
 * @param standing the standing consent this is an instance of; null when it was said to this application
 */
record Consent(
        Side side,
        Word decision,
        @Nullable String opinion,
        String subject,
        String name,
        Instant at,
        @Nullable UUID standing) {

    /** On whose behalf; the applicant's head speaks first, the provider's last (Decree 809, Art. 20). */
    enum Side {
        APPLICANT,
        PROVIDER
    }

    /** Yes or no. */
    enum Word {
        CONSENT,
        REFUSE
    }
}
