package org.exchangehub.journeys.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.exchangehub.journeys.faults.Line.Value;

/** What a dataset has to hold after each batch, worked out from what was sent and nothing else. */
final class Model {

    private final Map<String, Value> records = new HashMap<>();

    /** Rows by what has to become of them. */
    record Counts(
            long received,
            long inserted,
            long updated,
            long unchanged,
            long deleted,
            long quarantined,
            long superseded) {}

    /**
     * What a batch changes.
     *
     * @param written keys whose record it begins, with the value
     * @param ended keys whose earlier record it ends
     */
    record Effect(Counts counts, Map<String, Value> written, Set<String> ended) {}

    Map<String, Value> records() {
        return Map.copyOf(records);
    }

    /** Applies a published batch. */
    Effect apply(BatchPlan plan) {
        Map<String, Line> wanted = new LinkedHashMap<>();
        long quarantined = 0;
        long superseded = 0;
        for (Line line : plan.lines()) {
            boolean again = wanted.containsKey(line.id());
            if (line.bad()) {
                quarantined++;
            } else if (plan.mode() == BatchPlan.Mode.CHANGES) {
                superseded += again ? 1 : 0;
                wanted.put(line.id(), line);
            } else if (again) {
                quarantined++;
            } else {
                wanted.put(line.id(), line);
            }
        }
        return apply(plan, wanted, quarantined, superseded);
    }

    private Effect apply(BatchPlan plan, Map<String, Line> wanted, long quarantined, long superseded) {
        Map<String, Value> written = new HashMap<>();
        Set<String> ended = new TreeSet<>();
        long inserted = 0;
        long unchanged = 0;
        Set<String> gone = new HashSet<>();
        for (Line line : wanted.values()) {
            Value before = records.get(line.id());
            if (plan.mode() == BatchPlan.Mode.CHANGES && line.deletes()) {
                unchanged += before == null ? 1 : 0;
                if (before != null) {
                    gone.add(line.id());
                }
            } else if (line.value().equals(before)) {
                unchanged++;
            } else {
                written.put(line.id(), line.value());
                inserted += before == null ? 1 : 0;
                if (before != null) {
                    ended.add(line.id());
                }
            }
        }
        if (plan.mode() == BatchPlan.Mode.SNAPSHOT) {
            records.keySet().stream().filter(id -> !wanted.containsKey(id)).forEach(gone::add);
        }
        long updated = written.size() - inserted;
        records.putAll(written);
        records.keySet().removeAll(gone);
        ended.addAll(gone);
        Counts counts =
                new Counts(plan.lines().size(), inserted, updated, unchanged, gone.size(), quarantined, superseded);
        return new Effect(counts, written, ended);
    }
}
