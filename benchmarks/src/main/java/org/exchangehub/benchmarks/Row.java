package org.exchangehub.benchmarks;

import java.util.List;

/**
 * One measured figure beside its target.
 *
 * @param id row of the table of targets, or the benchmark's own name
 * @param met whether the target is reached; a figure without a target of its own meets it
 * @param pairs the raw figures it is the median of
 * @param conditions machine, versions and how it was run
 */
record Row(
        String id,
        String metric,
        double value,
        String unit,
        String target,
        boolean met,
        List<Double> pairs,
        String conditions) {

    Row {
        pairs = List.copyOf(pairs);
    }

    /** The middle of the figures; of an even number the mean of the middle two. */
    static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
