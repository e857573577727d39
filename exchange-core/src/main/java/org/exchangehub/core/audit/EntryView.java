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
 * @param part {@code INTENT} before a long answer, {@code ENDING} after it
 * @param intent index of the entry that announced the answer whose end this is
 * @param subjects keyed tokens of the persons or enterprises concerned
 * @param commitment what the leaf says of personal detail: base64 of SHA-256(salt ‖ details)
 * @param personal the personal detail; only on one entry read alone, and only while it is kept
 * @param personalExpired of an entry read alone that had personal detail: whether its time is over and it was erased
 */
record EntryView(
        long index,
        Instant at,
        String kind,
        String outcome,
        Who who,
        @Nullable String dataset,
        @Nullable String mode,
        @Nullable String purpose,
        @Nullable String basis,
        @Nullable String grant,
        @Nullable String decision,
        @Nullable Long policyVersion,
        List<String> fields,
        @Nullable String filter,
        @Nullable Long rows,
        @Nullable Long bytes,
        @Nullable Long durationMillis,
        @Nullable String part,
        @Nullable Long intent,
        List<String> subjects,
        SortedMap<String, String> details,
        @Nullable String commitment,
        @Nullable Map<String, String> personal,
        @Nullable Boolean personalExpired,
        @Nullable String traceId) {

    /** An entry read alone, with its personal detail; without one where there was one, it has expired. */
    static EntryView alone(long index, JsonNode leaf, @Nullable Map<String, String> personal) {
        return of(index, leaf, personal, leaf.has("personal") ? personal == null : null);
    }

    /** An entry among others. */
    static EntryView of(long index, JsonNode leaf, @Nullable Map<String, String> personal) {
        return of(index, leaf, personal, null);
    }

    private static EntryView of(
            long index, JsonNode leaf, @Nullable Map<String, String> personal, @Nullable Boolean expired) {
        JsonNode who = leaf.get("who");
        return new EntryView(
                index,
                Instant.parse(leaf.get("at").asString()),
                leaf.get("kind").asString(),
                leaf.get("outcome").asString(),
                new Who(who.get("subject").asString(), who.get("client").asString(), text(who, "department")),
                text(leaf, "dataset"),
                text(leaf, "mode"),
                text(leaf, "purpose"),
                text(leaf, "basis"),
                text(leaf, "grant"),
                text(leaf, "decision"),
                number(leaf, "policyVersion"),
                texts(leaf, "fields"),
                text(leaf, "filter"),
                number(leaf, "rows"),
                number(leaf, "bytes"),
                number(leaf, "durationMillis"),
                text(leaf, "part"),
                number(leaf, "intent"),
                texts(leaf, "subjects"),
                details(leaf),
                text(leaf, "personal"),
                personal,
                expired,
                text(leaf, "traceId"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asString("") : null;
    }

    private static @Nullable Long number(JsonNode leaf, String field) {
        return leaf.has(field) ? leaf.get(field).asLong() : null;
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
