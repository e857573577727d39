package org.exchangehub.core.ingest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.core.ingest.BatchOutcome.Counts;
import org.exchangehub.core.ingest.BatchOutcome.Reason;
import org.exchangehub.core.publication.Release;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.check.Severity;
import org.jspecify.annotations.Nullable;

/** Counts one attempt at a batch, each row once. */
final class Tally {

    private static final int MOST_KINDS = 10_000;
    private static final int TOP = 10;

    private final Map<Kind, Long> reasons = new HashMap<>();
    private long received;
    private long quarantined;
    private long superseded;
    private long warnings;

    private record Kind(String rule, String field) {}

    /** The next row's place in the batch, from 1. */
    long next() {
        return ++received;
    }

    void accepted(int rowWarnings) {
        warnings += rowWarnings;
    }

    /** Warnings found set-wise, in rows counted already. */
    void warned(long rows) {
        warnings += rows;
    }

    void quarantined(List<Finding> findings) {
        quarantined++;
        for (Finding finding : findings) {
            Kind kind = new Kind(finding.rule(), finding.field());
            boolean counted = reasons.containsKey(kind) || reasons.size() < MOST_KINDS;
            if (finding.severity() == Severity.ERROR && counted) {
                reasons.merge(kind, 1L, Long::sum);
            }
        }
    }

    void superseded(long rows) {
        superseded += rows;
    }

    long received() {
        return received;
    }

    long superseded() {
        return superseded;
    }

    /** Share of the rows that are bad, 0 to 1; 0 of none. */
    double badShare() {
        return received == 0 ? 0 : (double) quarantined / received;
    }

    long quarantined() {
        return quarantined;
    }

    /** All counts; without a release the good rows are withheld. */
    Counts counts(@Nullable Release release) {
        if (release == null) {
            return new Counts(
                    received, 0, 0, 0, 0, quarantined, superseded, received - quarantined - superseded, warnings);
        }
        Release.Counts merged = release.counts();
        return new Counts(
                received,
                merged.inserted(),
                merged.updated(),
                merged.unchanged(),
                merged.deleted(),
                quarantined,
                superseded,
                0,
                warnings);
    }

    List<Reason> topReasons() {
        return reasons.entrySet().stream()
                .map(each -> new Reason(each.getKey().rule(), each.getKey().field(), each.getValue()))
                .sorted(Comparator.comparingLong(Reason::count)
                        .reversed()
                        .thenComparing(Reason::rule)
                        .thenComparing(Reason::field))
                .limit(TOP)
                .toList();
    }
}
