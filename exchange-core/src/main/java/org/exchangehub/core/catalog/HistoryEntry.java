package org.exchangehub.core.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a dataset's life.
 *
 * @param state the state it was in afterwards
 * @param name user name of who did it
 * @param opinion the reviewer's words; never null when a dataset was returned
 */
record HistoryEntry(
        String dataset,
        Move move,
        Dataset.State state,
        int version,
        String subject,
        String name,
        @Nullable String department,
        @Nullable String opinion,
        Instant at) {

    /** What was done. */
    enum Move {
        REGISTERED,
        AMENDED,
        SUBMITTED,
        RETURNED,
        PUBLISHED
    }
}
