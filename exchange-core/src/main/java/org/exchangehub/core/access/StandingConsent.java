package org.exchangehub.core.access;

import java.time.Instant;
import java.util.UUID;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/**
 * The provider's head consents beforehand to every application for an unconditionally shared dataset (Decree 809, Arts. 14 and
 * 20: the head consents, and the law leaves nothing to weigh).
 *
 * @param subject account of the head who gave it
 * @param revokedBy user name of who took it back; null while it stands
 */
record StandingConsent(
        UUID id,
        String dataset,
        String provider,
        @Nullable String opinion,
        String subject,
        String name,
        Instant givenAt,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        @Nullable String reason) {

    boolean stands() {
        return revokedAt == null;
    }

    StandingConsent revoked(String by, String why, Instant now) {
        if (!stands()) {
            throw new HubProblem(ErrorCode.CONFLICT, "Standing consent " + id + " is already revoked.");
        }
        return new StandingConsent(id, dataset, provider, opinion, subject, name, givenAt, by, now, why);
    }

    /** The consent to one application that this amounts to. */
    Consent to(Instant now) {
        return new Consent(Consent.Side.PROVIDER, Consent.Word.CONSENT, opinion, subject, name, now, id);
    }
}
