package org.exchangehub.core.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.exchangehub.core.ingest.Batch.Hold;
import org.exchangehub.core.ingest.BatchOutcome.Problem;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset's batches may do without its steward.
 *
 * @param rejectAboveShare share of bad rows, 0 to 1, above which a batch is rejected as a whole
 * @param rejectAboveRows number of bad rows above which it is; null for any number
 * @param holdAboveShare share of the current records, 0 to 1, above which a snapshot that deletes them waits for the steward
 * @param holdAboveRows number of records a snapshot may delete whatever their share
 * @param paused whether committed batches wait
 * @param version counts the changes; 0 when nobody has set anything
 */
record IngestPolicy(
        double rejectAboveShare,
        @Nullable Long rejectAboveRows,
        double holdAboveShare,
        long holdAboveRows,
        boolean paused,
        int version) {

    IngestPolicy {
        Violations violations = new Violations();
        share(violations, "/rejectAboveShare", rejectAboveShare);
        share(violations, "/holdAboveShare", holdAboveShare);
        rows(violations, "/rejectAboveRows", rejectAboveRows);
        rows(violations, "/holdAboveRows", holdAboveRows);
        violations.refuse("The policy is not valid.");
    }

    private static void share(Violations violations, String pointer, double share) {
        if (!(share >= 0 && share <= 1)) {
            violations.add(pointer, "a share from 0 to 1", Double.toString(share));
        }
    }

    private static void rows(Violations violations, String pointer, @Nullable Long rows) {
        if (rows != null && rows < 0) {
            violations.add(pointer, "at least 0", rows.toString());
        }
    }

    /** Why a batch with so many bad rows is rejected as a whole, if it is. */
    Optional<Problem> rejects(Tally tally) {
        boolean tooMany = rejectAboveRows != null && tally.quarantined() > rejectAboveRows;
        if (tally.badShare() <= rejectAboveShare && !tooMany) {
            return Optional.empty();
        }
        String limit = tooMany ? rejectAboveRows + " rows" : percent(rejectAboveShare);
        return Optional.of(new Problem(
                ErrorCode.BATCH_MALFORMED.name(),
                tally.quarantined() + " of " + tally.received() + " rows are bad; above " + limit
                        + " the whole batch is rejected"));
    }

    /** Why a snapshot that deletes so many of the current records waits for the steward, if it does. */
    Optional<Hold> holds(long deleted, long current) {
        return deleted > holdAboveRows && deleted > holdAboveShare * current
                ? Optional.of(new Hold(
                        deleted,
                        current,
                        "it would delete " + deleted + " of " + current + " records; above " + percent(holdAboveShare)
                                + " and " + holdAboveRows + " records the steward decides"))
                : Optional.empty();
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(100 * share)
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
