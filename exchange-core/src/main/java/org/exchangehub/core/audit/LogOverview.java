package org.exchangehub.core.audit;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * What the entries found are like as a whole.
 *
 * @param total how many there are, exactly
 * @param interval length of the histogram's bars as an ISO 8601 duration or period; a day and more are the calendar's
 * @param histogram how many fall into each interval, in order of time, none left out between the first and the last
 * @param facets the most frequent values of kind, outcome, dataset, department and client, most frequent first
 */
record LogOverview(long total, String interval, List<LogBar> histogram, SortedMap<String, List<LogFacet>> facets) {

    /**
     * A bar of the histogram.
     *
     * @param from where it begins; it ends where the next begins
     * @param refused how many of its entries were denied or failed
     */
    record LogBar(Instant from, long count, long refused) {}

    /** How many entries have a value. */
    record LogFacet(String value, long count) {}

    LogOverview {
        histogram = List.copyOf(histogram);
    }
}
