package org.exchangehub.nifi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.exchangehub.nifi.connection.HubUnavailable;

/**
 * A batch as the hub describes it.
 *
 * @param json the description as it came
 * @param counts by their names, e.g. {@code quarantined}
 * @param reasons what was most often wrong, as a sentence; empty when nothing was
 */
record BatchReport(String id, State state, String release, Map<String, Long> counts, String reasons, String json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    enum State {
        OPEN,
        COMMITTED,
        /** Safe in the hub; its steward decides. */
        HELD,
        PUBLISHED,
        REJECTED,
        CANCELLED
    }

    BatchReport {
        counts = Map.copyOf(counts);
    }

    static BatchReport parse(String json) {
        try {
            JsonNode batch = JSON.readTree(json);
            Map<String, Long> counts = new LinkedHashMap<>();
            batch.path("counts")
                    .properties()
                    .forEach(
                            count -> counts.put(count.getKey(), count.getValue().asLong()));
            String reasons = StreamSupport.stream(batch.path("topReasons").spliterator(), false)
                    .map(reason -> reason.path("field").asText() + " "
                            + reason.path("rule").asText() + " × "
                            + reason.path("count").asLong())
                    .collect(Collectors.joining(", "));
            return new BatchReport(
                    batch.path("id").asText(),
                    State.valueOf(batch.path("state").asText()),
                    batch.path("release").asText(""),
                    counts,
                    reasons,
                    json);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new HubUnavailable("expected a batch, found something else: " + e.getMessage(), e);
        }
    }

    /** Whether the sender has nothing more to do. */
    boolean settled() {
        return state != State.OPEN && state != State.COMMITTED;
    }

    /** Whether none of its rows was or will be taken. */
    boolean refused() {
        return state == State.REJECTED || state == State.CANCELLED;
    }

    long quarantined() {
        return counts.getOrDefault("quarantined", 0L);
    }

    /** What the FlowFile is told. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(HubAttributes.BATCH_ID, id);
        attributes.put(HubAttributes.BATCH_STATE, state.name());
        if (!release.isEmpty()) {
            attributes.put(HubAttributes.RELEASE, release);
        }
        counts.forEach((name, count) -> attributes.put(HubAttributes.COUNT + name, count.toString()));
        return attributes;
    }
}
