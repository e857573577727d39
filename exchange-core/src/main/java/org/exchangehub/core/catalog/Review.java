package org.exchangehub.core.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The word of the department's head or of the catalog authority on what was handed in.
 *
 * @param stage which of the two reviews is meant, so that two reviewers at once do not decide both; not said by a head
 * @param opinion at most 1 000 characters; needed when it is returned
 */
record Review(
        @Nullable Stage stage,
        @Nullable Decision decision,
        @Nullable String opinion) {

    /** The authority's two reviews (Decree 809, Arts. 12 and 16). */
    enum Stage {
        REGISTRATION,
        PUBLICATION
    }

    /** What a review can come to. */
    enum Decision {
        APPROVE,
        RETURN
    }

    /** Why something is given up. */
    record Discard(@Nullable String reason) {}

    /** The beginning of a change; without an entry it begins as the one in force. */
    record ChangeRequest(
            Change.@Nullable Cause cause,
            @Nullable LocalDate causedOn,
            @Nullable String reason,
            @Nullable Entry entry) {}

    /**
     * More time for a change.
     *
     * @param days working days in addition
     */
    record ChangeExtension(int days) {}
}
