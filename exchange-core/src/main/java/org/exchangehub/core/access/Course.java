package org.exchangehub.core.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.access.Consent.Word;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an application on its way beside the consents.
 *
 * @param supplement what the provider asked for, once, and the answers
 * @param extension more time to reply, asked for once
 * @param withdrawal how the applicant took it back
 * @param remark why a grant is to be renewed
 * @param dispute in which the provider's refusal did not stand
 */
record Course(
        @Nullable Supplement supplement,
        @Nullable Extension extension,
        @Nullable TakenBack withdrawal,
        @Nullable String remark,
        @Nullable UUID dispute) {

    static final Course BEGUN = new Course(null, null, null, null, null);

    /** One thing that is missing, and what the applicant said to it; null until then. */
    record MissingItem(String missing, @Nullable String answer) {}

    /** All that is missing, asked for at once (Decree 809, Art. 21). */
    record Supplement(
            List<MissingItem> items,
            String askedBy,
            Instant askedAt,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {

        Supplement {
            items = List.copyOf(items);
        }
    }

    /**
     * More time to reply, with the authority's consent (Decree 809, Art. 21).
     *
     * @param days working days, 1 to 10
     * @param decision null until the authority has decided
     */
    record Extension(
            int days,
            String reason,
            String askedBy,
            Instant askedAt,
            @Nullable Word decision,
            @Nullable String opinion,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        Extension decided(Word word, @Nullable String why, String by, Instant at) {
            return new Extension(days, reason, askedBy, askedAt, word, why, by, at);
        }
    }

    /** Taken back by the applicant. */
    record TakenBack(String reason, String by, Instant at) {}

    Course with(Supplement changed) {
        return new Course(changed, extension, withdrawal, remark, dispute);
    }

    Course with(Extension changed) {
        return new Course(supplement, changed, withdrawal, remark, dispute);
    }

    Course with(TakenBack changed) {
        return new Course(supplement, extension, changed, remark, dispute);
    }

    /** Without the duty to consent when {@code by} is null. */
    Course reopened(@Nullable UUID by) {
        return new Course(supplement, extension, withdrawal, remark, by);
    }
}
