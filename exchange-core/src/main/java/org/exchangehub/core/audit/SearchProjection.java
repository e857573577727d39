package org.exchangehub.core.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.exchangehub.core.lease.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies the log into Elasticsearch, one document per index, in the background. Where it stands it asks the engine: when
 * the number of documents does not fit the highest index there is a gap, and it begins anew, which changes nothing that
 * is there already.
 */
@Component
class SearchProjection {

    private static final Logger LOG = LoggerFactory.getLogger(SearchProjection.class);
    private static final String LEASE = "search-projection";
    private static final Duration TERM = Duration.ofSeconds(30);
    private static final int PAGE = 500;
    private static final long UNKNOWN = -1;

    private static final String MAPPING = """
            {"mappings":{"dynamic":"false","properties":{
              "index":{"type":"long"},"at":{"type":"date"},"kind":{"type":"keyword"},"outcome":{"type":"keyword"},
              "subject":{"type":"keyword"},"client":{"type":"keyword"},"department":{"type":"keyword"},
              "dataset":{"type":"keyword"},"grant":{"type":"keyword"},"traceId":{"type":"keyword"},
              "text":{"type":"text"}}}}
            """;

    private final SearchEngine engine;
    private final LogStore store;
    private final Lease lease;
    private final ObjectMapper json;
    private long next = UNKNOWN;
    private boolean down;

    SearchProjection(SearchEngine engine, LogStore store, Lease lease, ObjectMapper json) {
        this.engine = engine;
        this.store = store;
        this.lease = lease;
        this.json = json;
    }

    @Scheduled(initialDelay = 1_000, fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    synchronized void run() {
        try {
            boolean behind = engine.configured()
                    && (next == UNKNOWN || next < store.head().size());
            if (behind && lease.take(LEASE, TERM).isPresent()) {
                catchUp();
                down = false;
            }
        } catch (IOException | DataAccessException unreachable) {
            next = UNKNOWN;
            if (!down) {
                LOG.warn("The log's search projection waits: {}", unreachable.getMessage());
            }
            down = true;
        }
    }

    /** Asks the engine anew where it stands: somebody may have removed the index or documents of it. */
    @Scheduled(fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    synchronized void recheck() {
        next = UNKNOWN;
    }

    private void catchUp() throws IOException {
        if (next == UNKNOWN) {
            next = standing();
        }
        List<LogStore.Stored> page = store.entries(next, PAGE);
        while (!page.isEmpty()) {
            write(page);
            next = page.getLast().index() + 1;
            page = store.entries(next, PAGE);
        }
    }

    private long standing() throws IOException {
        if (!mapped()) {
            engine.send("PUT", "", MAPPING);
            return 0;
        }
        engine.send("POST", "/_refresh", null);
        JsonNode answer = engine.send("POST", "/_search", """
                {"size":0,"track_total_hits":true,"aggs":{"highest":{"max":{"field":"index"}}}}
                """);
        long documents = answer.at("/hits/total/value").asLong(0);
        long highest = answer.at("/aggregations/highest/value").asLong(UNKNOWN);
        if (documents != highest + 1) {
            LOG.warn("The search projection has {} documents up to index {}: written anew", documents, highest);
            return 0;
        }
        return documents;
    }

    /** Whether the index is there as we make it; one the engine made by itself at a bulk request is removed. */
    private boolean mapped() throws IOException {
        JsonNode index;
        try {
            index = engine.send("GET", "", null);
        } catch (IOException absent) {
            return false;
        }
        boolean ours = index.values().stream()
                .allMatch(each -> each.at("/mappings/dynamic").asString("").equals("false"));
        if (!ours) {
            engine.send("DELETE", "", null);
        }
        return ours;
    }

    private void write(List<LogStore.Stored> page) throws IOException {
        StringBuilder bulk = new StringBuilder();
        for (LogStore.Stored stored : page) {
            bulk.append("{\"index\":{\"_id\":\"").append(stored.index()).append("\"}}\n");
            bulk.append(json.writeValueAsString(document(stored))).append('\n');
        }
        if (engine.send("POST", "/_bulk?refresh=true", bulk.toString())
                .at("/errors")
                .asBoolean(true)) {
            throw new IOException("some of the entries from " + page.getFirst().index() + " on were refused");
        }
    }

    private ObjectNode document(LogStore.Stored stored) {
        JsonNode leaf = json.readTree(stored.entry());
        ObjectNode document = json.createObjectNode();
        document.put("index", stored.index());
        for (String field : List.of("at", "kind", "outcome", "dataset", "grant", "traceId")) {
            if (leaf.has(field)) {
                document.set(field, leaf.get(field));
            }
        }
        leaf.get("who").properties().forEach(member -> document.set(member.getKey(), member.getValue()));
        document.put("text", text(leaf));
        document.set("entry", leaf);
        return document;
    }

    /** What a person may search by words: purpose, filter, fields and details. */
    private static String text(JsonNode leaf) {
        StringBuilder text = new StringBuilder();
        for (String field : List.of("purpose", "filter", "fields", "details", "kind", "dataset")) {
            JsonNode value = leaf.path(field);
            if (value.isString()) {
                text.append(value.asString()).append(' ');
            }
            value.values().forEach(each -> text.append(each.asString("")).append(' '));
        }
        return text.toString();
    }
}
