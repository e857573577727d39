package org.exchangehub.core.insight;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much use in an hour is too much, judged by the fullest hour of each day before: what goes on at night and at noon differs too much
 * to be held against each other.
 */
final class Volume {

    /** Days of use of one's own it takes before they are what counts. */
    static final int OWN_HISTORY = 5;

    /** Days of others it takes before a newcomer is held against them. */
    static final int PEERS_HISTORY = 50;

    /** Makes the median absolute deviation of a normal distribution its standard deviation (Iglewicz and Hoaglin, 1993). */
    private static final double NORMAL = 0.6745;

    /** A caller as even as clockwork is not unusual for one access more: a tenth is the least a logarithm deviates by. */
    private static final double LEAST_DEVIATION = 0.1;

    private static final double FEW = 0.99;

    private Volume() {}

    /**
     * What is known of the days before.
     *
     * @param own the fullest hour of each day on which the caller used the hub
     * @param accepted the most in an hour that somebody who looked into it has explained; 0 when there is none
     * @param peers the fullest hours of others like the caller; asked for only when the own ones are too few
     */
    record Past(List<Long> own, long accepted, List<Long> peers) {

        Past {
            own = List.copyOf(own);
            peers = List.copyOf(peers);
        }
    }

    /** The count above which an hour is unusual. */
    static long limit(Terms terms, Past past) {
        double factor = orElse(terms.factor(), 2);
        double usual = past.own().size() < OWN_HISTORY
                ? newcomer(terms, factor, past.peers())
                : Math.max(
                        robust(terms, past.own()),
                        factor
                                * past.own().stream()
                                        .mapToLong(Long::longValue)
                                        .max()
                                        .orElse(0));
        return Math.round(Math.max(orElse(terms.threshold(), 0), Math.max(usual, factor * past.accepted())));
    }

    /** The robust z-score is taken of logarithms, because use grows by factors. */
    private static double robust(Terms terms, List<Long> peaks) {
        double[] logs = peaks.stream()
                .mapToDouble(Long::doubleValue)
                .map(Math::log1p)
                .sorted()
                .toArray();
        double median = median(logs);
        double[] away =
                Arrays.stream(logs).map(log -> Math.abs(log - median)).sorted().toArray();
        return Math.expm1(median + orElse(terms.deviations(), 6) * Math.max(median(away), LEAST_DEVIATION) / NORMAL);
    }

    private static double newcomer(Terms terms, double factor, List<Long> peers) {
        double most = orElse(terms.newcomer(), 0);
        if (peers.size() < PEERS_HISTORY) {
            return most;
        }
        List<Long> sorted = peers.stream().sorted().toList();
        return Math.min(most, factor * sorted.get((int) (FEW * (sorted.size() - 1))));
    }

    private static double orElse(@Nullable Number given, double otherwise) {
        return given == null ? otherwise : given.doubleValue();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
