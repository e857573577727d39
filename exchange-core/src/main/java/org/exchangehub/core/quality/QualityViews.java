package org.exchangehub.core.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.quality.FreshnessAlerts.Alert;
import org.exchangehub.core.quality.Measured.FieldCount;
import org.exchangehub.core.quality.QualitySettings.Grade;
import org.exchangehub.core.quality.Scorecard.DimensionScore;
import org.exchangehub.schemas.check.Severity;
import org.jspecify.annotations.Nullable;

/** What is said of quality over HTTP. */
final class QualityViews {

    private QualityViews() {}

    /**
     * A dataset's quality now.
     *
     * @param from first of the days whose batches it rests on
     * @param rows all that came in those batches
     * @param score the dimensions' mean by weight, 0 to 100; absent without batches
     * @param lastUpdate when it was last brought up to date
     * @param expectedBy when it is overdue from
     * @param overdueSince absent unless it is overdue
     * @param fields the worst first; absent for those who are not of its department or the catalog authority
     * @param rules what was not kept, the most frequent first; absent as {@code fields}
     */
    record DatasetScorecard(
            String dataset,
            LocalDate from,
            LocalDate to,
            long batches,
            long rejectedBatches,
            long rows,
            List<DimensionScore> dimensions,
            @Nullable Double score,
            @Nullable Grade grade,
            @Nullable Instant lastUpdate,
            @Nullable Instant expectedBy,
            @Nullable Instant overdueSince,
            @Nullable List<FieldQuality> fields,
            @Nullable List<BrokenRule> rules) {}

    /**
     * One field.
     *
     * @param records that were looked at
     * @param filled with a value, right or wrong
     * @param missing without a value they must have
     * @param failed with a value that breaks a rule of the field
     */
    record FieldQuality(String field, long records, long filled, long missing, long failed) {

        static List<FieldQuality> worstFirst(Measured measured) {
            return measured.fields().stream()
                    .sorted(Comparator.comparingLong(FieldCount::wrong)
                            .reversed()
                            .thenComparing(Comparator.comparingLong(FieldCount::filled)))
                    .map(each ->
                            new FieldQuality(each.name(), each.records(), each.filled(), each.missing(), each.failed()))
                    .toList();
        }
    }

    /** How often a rule was not kept; the field is empty when it is about the whole row. */
    record BrokenRule(Dimension dimension, String rule, String field, Severity severity, long count) {

        static List<BrokenRule> of(Measured measured) {
            return measured.rules().stream()
                    .map(each ->
                            new BrokenRule(each.dimension(), each.rule(), each.field(), each.severity(), each.count()))
                    .toList();
        }
    }

    /** One day's quality; what has no share that day has no score, and neither has a day without batches. */
    record QualityDay(
            LocalDate day,
            long batches,
            long rejectedBatches,
            List<DimensionScore> dimensions,
            @Nullable Double score,
            @Nullable Grade grade) {}

    /** Day by day, both ends among them. */
    record QualityTrend(List<QualityDay> days) {}

    /** What one finished batch was like. */
    record BatchQualityView(
            UUID batch,
            String dataset,
            boolean published,
            Instant finishedAt,
            long rows,
            List<DimensionScore> dimensions,
            @Nullable Double score,
            @Nullable Grade grade,
            List<FieldQuality> fields,
            List<BrokenRule> rules) {}

    /** A finished batch in the list of a dataset's. */
    record BatchScore(
            UUID batch,
            boolean published,
            Instant finishedAt,
            long rows,
            List<DimensionScore> dimensions,
            @Nullable Double score,
            @Nullable Grade grade) {}

    /** Finished batches, the last opened first. */
    record BatchScores(List<BatchScore> items) {}

    /** A dataset in the list of scores, and when its score was worked out. */
    record DatasetScore(
            String dataset,
            String department,
            List<DimensionScore> dimensions,
            @Nullable Double score,
            @Nullable Grade grade,
            Instant at) {}

    /** Datasets by score, the worst first. */
    record DatasetScores(List<DatasetScore> items) {}

    /** Alerts, the newest first. */
    record FreshnessAlertList(List<Alert> items) {}
}
