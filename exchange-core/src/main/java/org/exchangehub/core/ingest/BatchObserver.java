package org.exchangehub.core.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.StandardReference;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;

/** Sees the rows of a batch pass while it is worked on; a later package learns from it what the data is like. */
public interface BatchObserver {

    /** Starts on one attempt at a batch; an attempt that does not come to its end is never told to {@link Observation#finished}. */
    Observation begin(StandardSchema schema);

    /** What is seen of one attempt; called by one thread, and for every row: it must be quick. */
    interface Observation {

        /**
         * A record that conforms.
         *
         * @param values typed, in the schema's field order
         */
        void accepted(List<? extends @Nullable Object> values, List<Finding> warnings);

        /** A right order to delete a record. */
        void deletion();

        /**
         * A row that is quarantined as it is read.
         *
         * @param values by field name; null when there is no record to look at: an unreadable row or a wrong deletion
         */
        void refused(@Nullable Map<String, ? extends @Nullable String> values, List<Finding> findings);

        /** A record accepted before that is quarantined after all, for what can only be seen of all rows together. */
        void heldBack(List<Finding> findings);

        /** References are about to be checked, each for this many records. */
        void referencesChecked(List<StandardReference> references, long records);

        /** Records whose reference is broken where that is only a warning. */
        void dangling(StandardReference reference, long rows);

        /** The attempt has come to its end; called within the transaction that says so. */
        void finished(Ending ending);
    }

    /**
     * What came of a batch.
     *
     * @param published whether its good rows became visible; otherwise it was rejected as a whole
     */
    record Ending(UUID batch, String dataset, boolean published, Instant at) {}
}
