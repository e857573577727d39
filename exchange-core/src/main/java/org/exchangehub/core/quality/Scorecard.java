package org.exchangehub.core.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.exchangehub.core.quality.QualitySettings.Grade;
import org.jspecify.annotations.Nullable;

/**
 * The dimensions side by side and what they come to.
 *
 * @param score the mean of the dimensions that apply, by weight, 0 to 100 in hundredths; null when none applies
 */
record Scorecard(
        List<DimensionScore> dimensions,
        @Nullable Double score,
        @Nullable Grade grade) {

    private static final double PER_POINT = 100;

    /**
     * One dimension.
     *
     * @param score 0 to 100 in hundredths, cut off, so that 100 means all; absent when there was nothing to look at
     * @param numerator how many were right
     * @param denominator of how many
     * @param weight what it counts for, relative to the other dimensions that have a score
     */
    record DimensionScore(Dimension dimension, @Nullable Double score, long numerator, long denominator, int weight) {}

    Scorecard {
        dimensions = List.copyOf(dimensions);
    }

    static Scorecard of(Function<Dimension, Share> shares, QualitySettings settings) {
        List<DimensionScore> dimensions = new ArrayList<>();
        double sum = 0;
        int weights = 0;
        for (Dimension dimension : Dimension.values()) {
            Share share = shares.apply(dimension);
            Double score = share.score();
            int weight = settings.weights().of(dimension);
            dimensions.add(new DimensionScore(dimension, score, share.good(), share.of(), weight));
            if (score != null) {
                sum += score * weight;
                weights += weight;
            }
        }
        if (weights == 0) {
            return new Scorecard(dimensions, null, null);
        }
        double score = Math.floor(sum / weights * PER_POINT + 1e-6) / PER_POINT;
        return new Scorecard(dimensions, score, settings.grades().of(score));
    }
}
