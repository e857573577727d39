package org.exchangehub.core.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one side's head said to an application.
 *
 * @param name user name of the head
 * @param opinion never null when it was refused (Decree 809, Art. 21)
 */
record Consent(Side side, Word decision, @Nullable String opinion, String subject, String name, Instant at) {

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
