package org.exchangehub.journeys.faults;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts by name, from many threads. */
final class Tally {

    private final SortedMap<String, Long> counts = new TreeMap<>();

    void add(String name) {
        add(name, 1);
    }

    synchronized void add(String name, long many) {
        counts.merge(name, many, Long::sum);
    }

    synchronized long of(String name) {
        return counts.getOrDefault(name, 0L);
    }

    synchronized long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    synchronized Map<String, Long> all() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
