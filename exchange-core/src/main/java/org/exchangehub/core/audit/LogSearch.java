package org.exchangehub.core.audit;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Finds entries in the search projection, newest first. */
@Component
class LogSearch {

    private final SearchEngine engine;
    private final ObjectMapper json;
    private final ZoneId zone;

    LogSearch(SearchEngine engine, ObjectMapper json, ZoneId zone) {
        this.engine = engine;
        this.json = json;
        this.zone = zone;
    }

    /**
     * What to look for; every part narrows.
     *
     * @param from from this instant or day on
     * @param to before this instant, or to the end of this day
     * @param q words, all of which must occur
     */
    record Criteria(
            @Nullable String from,
            @Nullable String to,
            @Nullable String kind,
            @Nullable String dataset,
            @Nullable String department,
            @Nullable String outcome,
            @Nullable String q) {

        /** The criteria given, by name; an auditor's search is itself an entry and says what was looked for. */
        Map<String, String> given() {
            Map<String, String> given = new TreeMap<>();
            put(given, "from", from);
            put(given, "to", to);
            put(given, "kind", kind);
            put(given, "dataset", dataset);
            put(given, "department", department);
            put(given, "outcome", outcome);
            put(given, "q", q);
            return given;
        }

        private static void put(Map<String, String> given, String name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                given.put(name, value);
            }
        }
    }

    /** The matching entries below an index. */
    List<EntryView> find(Criteria criteria, int limit, @Nullable Long below) {
        Map<String, Object> query = new TreeMap<>();
        query.put("size", limit);
        query.put("_source", List.of("index", "entry"));
        query.put("sort", List.of(Map.of("index", "desc")));
        query.put("query", Map.of("bool", Map.of("filter", filters(criteria))));
        if (below != null) {
            query.put("search_after", List.of(below));
        }
        try {
            JsonNode answer = engine.send("POST", "/_search", json.writeValueAsString(query));
            return answer.at("/hits/hits").values().stream()
                    .map(hit -> hit.get("_source"))
                    .map(source -> EntryView.of(source.get("index").asLong(), source.get("entry"), null))
                    .toList();
        } catch (IOException unreachable) {
            HubProblem problem = new HubProblem(
                    ErrorCode.SEARCH_UNAVAILABLE,
                    "The log cannot be searched now; it goes on being written, and can be verified and read by index.");
            problem.initCause(unreachable);
            throw problem;
        }
    }

    private List<Map<String, Object>> filters(Criteria criteria) {
        Map<String, String> given = new TreeMap<>(criteria.given());
        List<Map<String, Object>> filters = new ArrayList<>();
        Map<String, Object> range = new TreeMap<>();
        String from = given.remove("from");
        String to = given.remove("to");
        String words = given.remove("q");
        if (from != null) {
            range.put("gte", instant("from", from, 0).toString());
        }
        if (to != null) {
            range.put("lt", instant("to", to, 1).toString());
        }
        if (!range.isEmpty()) {
            filters.add(Map.of("range", Map.of("at", range)));
        }
        if (words != null) {
            filters.add(Map.of("match", Map.of("text", Map.of("query", words, "operator", "and"))));
        }
        given.forEach((field, value) -> filters.add(Map.of("term", Map.of(field, value))));
        return filters;
    }

    private Instant instant(String name, String text, int daysAfter) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(daysAfter)
                            .atStartOfDay(zone)
                            .toInstant();
        } catch (DateTimeException malformed) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    name + " must be an RFC 3339 instant or an ISO date.",
                    List.of(new FieldError(name, "2026-11-23 or 2026-11-23T08:00:00Z", text)));
        }
    }
}
