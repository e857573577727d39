package org.exchangehub.core.insight;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.exchangehub.core.audit.LogFeed.Logged;
import org.exchangehub.core.audit.LogFeed.Unnamed;
import org.jspecify.annotations.Nullable;

/** What was counted of one caller under one rule, by slots of a minute or an hour. */
final class Tally {

    private final NavigableMap<Long, Count> counts = new TreeMap<>();
    private final Map<Long, Long> limits = new HashMap<>();
    private final Set<Long> changed = new HashSet<>();
    private boolean cleared;
    private long collectingFrom = 1;
    private long collectingTo;

    /**
     * The count of a slot.
     *
     * @param counted since a case was last closed
     * @param judged before that
     * @param near of look-ups, those on the way of a walk
     * @param first log index of the first entry counted; -1 when there is none
     */
    record Count(
            long counted,
            long judged,
            long missed,
            long near,
            long first,
            long last,
            @Nullable Sketch sketch) {

        static final Count NONE = new Count(0, 0, 0, 0, -1, -1, null);

        private Count with(Logged entry, Rule rule) {
            Sketch seen = sketch;
            long now = counted + rule.weight(entry);
            if (rule.countsSubjects()) {
                seen = sketch == null ? new Sketch() : sketch;
                entry.subjects().forEach(seen::add);
                Unnamed unnamed = entry.unnamed();
                if (unnamed != null) {
                    seen.add(unnamed);
                }
                now = seen.count();
            }
            return new Count(
                    now,
                    judged,
                    missed + (rule.missed(entry) ? 1 : 0),
                    near + (rule.near(entry) ? 1 : 0),
                    first < 0 ? entry.index() : first,
                    entry.index(),
                    seen);
        }
    }

    /** Counts of some slots together. */
    record Window(long counted, long missed, long near, long first) {}

    /** Puts in what was kept. */
    void put(long slot, Count count) {
        counts.put(slot, count);
    }

    /** An open case has evidence of these slots, and goes on collecting in them. */
    void collecting(long from, long to) {
        collectingFrom = from;
        collectingTo = to;
    }

    boolean collects(long slot) {
        return slot >= collectingFrom && slot <= collectingTo;
    }

    void add(Rule rule, Logged entry) {
        long slot = rule.slot(entry);
        counts.put(slot, counts.getOrDefault(slot, Count.NONE).with(entry, rule));
        changed.add(slot);
    }

    /** A row is over: what was counted before no longer counts. */
    void clear() {
        cleared |= !counts.isEmpty();
        counts.clear();
        changed.clear();
    }

    Window within(Rule rule, long slot) {
        long counted = 0;
        long missed = 0;
        long near = 0;
        long first = -1;
        for (Count count : counts.subMap(slot - rule.slots(), false, slot, true).values()) {
            counted += count.counted();
            missed += count.missed();
            near += count.near();
            first = first < 0 ? count.first() : first;
        }
        return new Window(counted, missed, near, first);
    }

    /** The limit of a slot, asked for once. */
    long limit(long slot, LongUnaryOperator asked) {
        return limits.computeIfAbsent(slot, asked::applyAsLong);
    }

    /** The counts that are not kept yet, by slot. */
    Map<Long, Count> changed() {
        Map<Long, Count> fresh = new TreeMap<>();
        changed.forEach(slot -> fresh.put(slot, counts.getOrDefault(slot, Count.NONE)));
        return fresh;
    }

    /** Whether what was kept before is no longer true. */
    boolean cleared() {
        return cleared;
    }
}
