package org.exchangehub.core.catalog;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change of a published entry on its way: a new edition that goes the same way as the first, while the one in force
 * stays (Decree 809, Art. 17).
 *
 * @param edition the number it will have once published
 * @param state where it is; never published nor withdrawn, for then it is no longer on its way
 * @param cause what made it necessary
 * @param causedOn the day the cause came into force: the time to change the catalog runs from it
 * @param reason what is changed and why, 1 to 1 000 characters
 */
record Change(
        int edition,
        Dataset.State state,
        Cause cause,
        LocalDate causedOn,
        String reason,
        Entry entry,
        Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable String submittedBy) {

    /** Why a catalog is changed. */
    enum Cause {
        /** A law, regulation or decision changed (Art. 17). */
        LAW,
        /** The department's duties changed (Art. 17). */
        DUTIES,
        /** The data itself, or what is said of it, changed. */
        DATA
    }

    Change amended(Entry changed) {
        return new Change(edition, state, cause, causedOn, reason, changed, openedAt, submittedAt, submittedBy);
    }

    Change in(Dataset.State next) {
        return new Change(edition, next, cause, causedOn, reason, entry, openedAt, submittedAt, submittedBy);
    }

    Change submitted(String subject, Instant now) {
        return new Change(edition, Dataset.State.SUBMITTED, cause, causedOn, reason, entry, openedAt, now, subject);
    }
}
