package org.exchangehub.journeys.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the journal says of one batch: what was asked, and what was acknowledged. */
final class Sent {

    private static final long NEVER = Long.MAX_VALUE;

    final String dataset;
    final String key;
    final SortedSet<Integer> parts = new TreeSet<>();
    /** When its commit was first sent and when it was first acknowledged, in nanoseconds of one clock. */
    long asked = NEVER;

    long acknowledged = NEVER;

    private Sent(String dataset, String key) {
        this.dataset = dataset;
        this.key = key;
    }

    boolean committed() {
        return acknowledged != NEVER;
    }

    boolean maybeCommitted() {
        return asked != NEVER;
    }

    /** All batches of the journal, by dataset and key. */
    static Map<String, Map<String, Sent>> of(List<JsonNode> journal) {
        Map<String, Map<String, Sent>> all = new LinkedHashMap<>();
        for (JsonNode entry : journal) {
            if (entry.has("key")) {
                String dataset = entry.path("dataset").asText();
                all.computeIfAbsent(dataset, code -> new LinkedHashMap<>())
                        .computeIfAbsent(entry.path("key").asText(), key -> new Sent(dataset, key))
                        .add(entry);
            }
        }
        return all;
    }

    private void add(JsonNode entry) {
        long at = entry.path("at").asLong();
        switch (entry.path("what").asText()) {
            case "part" -> parts.add(entry.path("part").asInt());
            case "commit" -> asked = Math.min(asked, at);
            case "committed" -> acknowledged = Math.min(acknowledged, at);
            default -> {
                // opened: that it is here is all there is to know
            }
        }
    }
}
