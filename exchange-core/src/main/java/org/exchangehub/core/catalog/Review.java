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

    /** The announcement that a dataset will end. */
    record WithdrawalProposal(
            @Nullable String reason,
            @Nullable String negotiation,
            @Nullable LocalDate endsOn) {}

    /**
     * What becomes of an announced end.
     *
     * @param filing the number it is filed under, 1 to 100 characters; needed to file it
     */
    record WithdrawalDecision(
            @Nullable Ending decision,
            @Nullable String filing,
            @Nullable String opinion) {}

    /** How an announced end is decided. */
    enum Ending {
        /** By the authority: the dataset ends. */
        FILE,
        /** By the authority: it stays in force. */
        REFUSE,
        /** By its department: it stays in force. */
        RECALL
    }
}
