package org.exchangehub.core.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An edition of a dataset's entry that is or was in force.
 *
 * @param cause why it took the place of the one before; null for the first
 */
record Edition(
        String dataset,
        int edition,
        Entry entry,
        Change.@Nullable Cause cause,
        @Nullable String reason,
        Instant publishedAt) {

    /** What is being worked on, as it comes into force. */
    static Edition of(Dataset dataset, Instant now) {
        Change change = dataset.change();
        return new Edition(
                dataset.code(),
                dataset.workingEdition(),
                dataset.workingEntry(),
                change == null ? null : change.cause(),
                change == null ? null : change.reason(),
                now);
    }
}
