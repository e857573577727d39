package org.exchangehub.core.ingest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a batch.
 *
 * @param release number of the release it became; null when it was rejected
 * @param topReasons why rows were quarantined, the most frequent first
 * @param problem why it was rejected as a whole or cancelled; null when it was published
 */
record BatchOutcome(
        Counts counts,
        @Nullable Long release,
        List<Reason> topReasons,
        @Nullable Problem problem,
        Instant at) {

    BatchOutcome {
        topReasons = List.copyOf(topReasons);
    }

    /**
     * Rows by what became of them. {@code received} is the sum of all but {@code warnings} and, in a snapshot, {@code deleted}:
     * those rows did not come. When a batch is rejected its good rows are {@code withheld}.
     *
     * @param superseded changes that a later one of the same batch overtook
     * @param warnings findings that did not stop their row
     */
    record Counts(
            long received,
            long inserted,
            long updated,
            long unchanged,
            long deleted,
            long quarantined,
            long superseded,
            long withheld,
            long warnings) {}

    /** How many findings of a rule there were in a field. */
    record Reason(String rule, String field, long count) {}

    /** Why a batch was rejected as a whole; the code is one of the API's error codes. */
    record Problem(String code, String detail) {}
}
