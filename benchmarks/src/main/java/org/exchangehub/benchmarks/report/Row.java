package org.exchangehub.benchmarks.report;

import java.util.List;

/**
 * One measured figure beside its target.
 *
 * @param id row of the table of targets, or the benchmark's own name
 * @param target what is aimed at, {@code -} where nothing is
 * @param met whether the target is reached; a figure without a target of its own meets it
 * @param pairs the raw figures it is the median of
 * @param conditions machine, versions and how it was run
 */
public record Row(
        String id,
        String metric,
        double value,
        String unit,
        String target,
        boolean met,
        List<Double> pairs,
        String conditions) {

    public Row {
        pairs = List.copyOf(pairs);
    }

    /** A figure that nothing is aimed at. */
    public static Row figure(String id, String metric, String unit, List<Double> figures, String conditions) {
        return new Row(id, metric, median(figures), unit, "-", true, figures, conditions);
    }

    /** A figure whose median is to be {@code target} or more. */
    public static Row atLeast(
            double target, String id, String metric, String unit, List<Double> figures, String conditions) {
        double median = median(figures);
        return new Row(id, metric, median, unit, ">= " + target, median >= target, figures, conditions);
    }

    /** A figure whose median is to be {@code target} or less. */
    public static Row atMost(
            double target, String id, String metric, String unit, List<Double> figures, String conditions) {
        double median = median(figures);
        return new Row(id, metric, median, unit, "<= " + target, median <= target, figures, conditions);
    }

    /** The middle of the figures; of an even number the mean of the middle two. */
    public static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** The figure that a share of them, 0 to 1, does not exceed: {@code quantile(figures, 0.99)}. */
    public static double quantile(List<Double> figures, double share) {
        List<Double> sorted = figures.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.clamp(rank - 1, 0, sorted.size() - 1));
    }
}
