package org.exchangehub.journeys.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.exchangehub.journeys.faults.BatchPlan.Fate;
import org.exchangehub.journeys.faults.Findings.Kind;
import org.exchangehub.journeys.faults.Line.Value;
import org.exchangehub.journeys.faults.Model.Effect;

/** Compares one dataset: every batch, every release, every record of every release. */
final class DatasetComparison {

    private final Load load;
    private final String dataset;
    private final Map<String, JsonNode> byKey = new HashMap<>();
    private final TreeMap<Long, String> released = new TreeMap<>();
    private final Map<Long, Effect> effects = new HashMap<>();
    private final Set<String> ever = new HashSet<>();
    private final Model model = new Model();

    DatasetComparison(Load load, String dataset, List<JsonNode> batches) {
        this.load = load;
        this.dataset = dataset;
        for (JsonNode batch : batches) {
            String key = batch.path("batchKey").asText();
            if (byKey.put(key, batch) != null) {
                wrong(Kind.DOUBLED, "there are two batches of key " + key);
            }
            if (batch.has("release") && released.put(batch.path("release").asLong(), key) != null) {
                wrong(Kind.DOUBLED, "two batches have become release " + batch.path("release"));
            }
        }
    }

    private void wrong(Kind kind, String what) {
        load.findings.wrong(kind, dataset + ": " + what);
    }

    /** Whether some release held this record with these values. */
    boolean everHeld(String id, Value value) {
        return ever.contains(id + "=" + value);
    }

    void compare(Map<String, Sent> sent) {
        sent.values().forEach(this::compare);
        byKey.keySet().stream()
                .filter(key -> !sent.containsKey(key))
                .forEach(key -> wrong(Kind.DOUBLED, "batch " + key + " was never sent"));
        long expected = 1;
        for (Map.Entry<Long, String> release : released.entrySet()) {
            if (release.getKey() != expected) {
                wrong(Kind.GAP, "expected release " + expected + ", found " + release.getKey());
            }
            expected = release.getKey() + 1;
            compareRelease(release.getKey(), release.getValue());
        }
        compareOrder(sent);
    }

    private void compare(Sent each) {
        BatchPlan plan = BatchPlan.of(load.seed, dataset, each.key);
        JsonNode batch = byKey.get(each.key);
        if (batch == null) {
            if (!each.parts.isEmpty() || each.committed()) {
                wrong(Kind.LOST, "batch " + each.key + ", acknowledged, is not there");
            }
            return;
        }
        String state = batch.path("state").asText();
        if (each.committed() && !state.equals(plan.fate().name())) {
            wrong(
                    Kind.LOST,
                    "batch " + each.key + " was to be " + plan.fate() + " and is " + state + " "
                            + batch.path("problem"));
        } else if (!each.maybeCommitted() && !state.equals("OPEN")) {
            wrong(Kind.DOUBLED, "batch " + each.key + " was never committed and is " + state);
        }
    }

    private void compareRelease(long release, String key) {
        BatchPlan plan = BatchPlan.of(load.seed, dataset, key);
        Effect effect = model.apply(plan);
        effects.put(release, effect);
        effect.written().forEach((id, value) -> ever.add(id + "=" + value));
        if (plan.fate() != Fate.PUBLISHED) {
            wrong(Kind.WRONG_ANSWER, "batch " + key + " was to be " + plan.fate() + " and is release " + release);
        }
        JsonNode counts = byKey.getOrDefault(key, Journal.JSON.missingNode()).path("counts");
        Model.Counts found = new Model.Counts(
                counts.path("received").asLong(),
                counts.path("inserted").asLong(),
                counts.path("updated").asLong(),
                counts.path("unchanged").asLong(),
                counts.path("deleted").asLong(),
                counts.path("quarantined").asLong(),
                counts.path("superseded").asLong());
        if (!found.equals(effect.counts())) {
            wrong(Kind.FORK, "release " + release + " (" + key + "): expected " + effect.counts() + ", found " + found);
        }
    }

    /** A batch committed after another's commit was acknowledged is a later release. */
    private void compareOrder(Map<String, Sent> sent) {
        List<String> order = new ArrayList<>(released.values());
        long latestAsked = Long.MIN_VALUE;
        String latest = "";
        for (String key : order) {
            Sent each = sent.get(key);
            if (each == null) {
                continue;
            }
            if (each.committed() && each.acknowledged < latestAsked) {
                wrong(
                        Kind.FORK,
                        "batch " + key + " was acknowledged before " + latest + " was sent, and comes after it");
            }
            if (each.asked > latestAsked) {
                latestAsked = each.asked;
                latest = key;
            }
        }
    }

    void compareRecords(List<JsonNode> items) {
        Map<String, Value> found = new HashMap<>();
        for (JsonNode item : items) {
            if (found.put(id(item), value(item)) != null) {
                wrong(Kind.DOUBLED, "record " + id(item) + " is there twice");
            }
        }
        load.edge.add("records compared by value", found.size());
        compareRecords("", found);
    }

    /** Applies the feed to an empty table as a receiver would, who must come to the records there are. */
    void compareFeed(List<JsonNode> changes) {
        Map<String, Value> table = new HashMap<>();
        long expected = 1;
        for (JsonNode change : changes) {
            long seq = change.path("seq").asLong();
            if (seq != expected) {
                wrong(seq > expected ? Kind.GAP : Kind.DOUBLED, "the feed goes on with " + seq + ", not " + expected);
            }
            expected = seq + 1;
            JsonNode record = change.path("record");
            String op = change.path("op").asText();
            Value before = op.equals("DELETE") ? table.remove(id(record)) : table.put(id(record), value(record));
            if (op.equals("INSERT") == (before != null)) {
                wrong(Kind.FORK, "change " + seq + " of the feed is " + op + ", and the record was " + before);
            }
        }
        load.edge.add("changes of the feed applied to an empty table", changes.size());
        compareRecords("applying the feed, ", table);
    }

    private static String id(JsonNode record) {
        return record.path("id").asText();
    }

    private static Value value(JsonNode record) {
        return new Value(record.path("owner").asText(), record.path("staff").asLong());
    }

    private void compareRecords(String where, Map<String, Value> found) {
        Map<String, Value> left = new HashMap<>(found);
        model.records().forEach((id, value) -> {
            Value there = left.remove(id);
            if (!value.equals(there)) {
                wrong(
                        there == null ? Kind.LOST : Kind.FORK,
                        where + "record " + id + ": expected " + value + ", found " + there);
            }
        });
        left.keySet().forEach(id -> wrong(Kind.DOUBLED, where + "record " + id + " is there and should not be"));
    }

    /** Reads the versioned table past the hub: what each release began and ended, and the sequence of changes. */
    void compareVersions(Connection database) throws SQLException {
        Map<Long, Map<String, Value>> begun = new HashMap<>();
        Map<Long, Set<String>> ended = new HashMap<>();
        BitSet numbers = new BitSet();
        long highest = 0;
        String sql = "select f1, f2, f3, seq, released_from, released_to, deleted_seq from shared.d" + number(database);
        try (PreparedStatement statement = database.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String id = row.getString(1);
                Value value = new Value(row.getString(2), row.getObject(3, Long.class));
                if (begun.computeIfAbsent(row.getLong(5), release -> new HashMap<>())
                                .put(id, value)
                        != null) {
                    wrong(Kind.DOUBLED, "release " + row.getLong(5) + " has record " + id + " twice");
                }
                Long to = row.getObject(6, Long.class);
                if (to != null) {
                    ended.computeIfAbsent(to, release -> new TreeSet<>()).add(id);
                }
                highest = Math.max(highest, take(numbers, row.getLong(4)));
                Long deleted = row.getObject(7, Long.class);
                highest = Math.max(highest, deleted == null ? 0 : take(numbers, deleted));
            }
        }
        if (numbers.cardinality() != highest) {
            wrong(Kind.GAP, "the sequence of changes has " + numbers.cardinality() + " numbers up to " + highest);
        }
        load.edge.add("changes compared release by release", numbers.cardinality());
        compareVersions(begun, ended);
    }

    private long take(BitSet numbers, long number) {
        int at = Math.toIntExact(number);
        if (numbers.get(at)) {
            wrong(Kind.DOUBLED, "number " + number + " of the sequence of changes is there twice");
        }
        numbers.set(at);
        return number;
    }

    private void compareVersions(Map<Long, Map<String, Value>> begun, Map<Long, Set<String>> ended) {
        for (long release : released.keySet()) {
            Effect effect = effects.get(release);
            if (effect == null) {
                continue;
            }
            Map<String, Value> written = begun.getOrDefault(release, Map.of());
            if (!written.equals(effect.written())) {
                wrong(
                        Kind.FORK,
                        "release " + release + " (" + released.get(release) + ") wrote " + written.size()
                                + " records, not the " + effect.written().size() + " it was sent");
            }
            if (!ended.getOrDefault(release, Set.of()).equals(effect.ended())) {
                wrong(Kind.FORK, "release " + release + " ended other records than it was to end");
            }
        }
        Set<Long> unknown = new TreeSet<>(begun.keySet());
        unknown.removeAll(released.keySet());
        if (!unknown.isEmpty()) {
            wrong(Kind.DOUBLED, "there are rows of releases no batch became: " + unknown);
        }
    }

    private long number(Connection database) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("select number from hub.publication where dataset = ?")) {
            statement.setString(1, dataset);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException(dataset + " has no table");
                }
                return row.getLong(1);
            }
        }
    }
}
