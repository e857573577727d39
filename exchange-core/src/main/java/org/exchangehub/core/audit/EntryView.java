package org.exchangehub.core.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entry as people read it.
 *
 * @param subjects keyed tokens of the persons or enterprises concerned
 * @param commitment what the leaf says of personal detail: base64 of SHA-256(salt ‖ details)
 * @param personal the personal detail; only on one entry read alone, and only while it is kept
 */
record EntryView(
        long index,
        Instant at,
        String kind,
        String outcome,
        Who who,
        @Nullable String dataset,
        @Nullable String purpose,
        @Nullable String grant,
        List<String> fields,
        @Nullable String filter,
        @Nullable Long rows,
        List<String> subjects,
        SortedMap<String, String> details,
        @Nullable String commitment,
        @Nullable Map<String, String> personal,
        @Nullable String traceId) {

    static EntryView of(long index, JsonNode leaf, @Nullable Map<String, String> personal) {
        JsonNode who = leaf.get("who");
        return new EntryView(
                index,
                Instant.parse(leaf.get("at").asString()),
                leaf.get("kind").asString(),
                leaf.get("outcome").asString(),
                new Who(who.get("subject").asString(), who.get("client").asString(), text(who, "department")),
                text(leaf, "dataset"),
                text(leaf, "purpose"),
                text(leaf, "grant"),
                texts(leaf, "fields"),
                text(leaf, "filter"),
                leaf.has("rows") ? leaf.get("rows").asLong() : null,
                texts(leaf, "subjects"),
                details(leaf),
                text(leaf, "personal"),
                personal,
                text(leaf, "traceId"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asString("") : null;
    }

    private static List<String> texts(JsonNode leaf, String field) {
        return leaf.path(field).values().stream().map(JsonNode::asString).toList();
    }

    private static SortedMap<String, String> details(JsonNode leaf) {
        SortedMap<String, String> details = new TreeMap<>();
        leaf.path("details")
                .properties()
                .forEach(each -> details.put(each.getKey(), each.getValue().asString("")));
        return details;
    }
}
