package org.exchangehub.core.discovery;

import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the search engine's documents with the catalog, a few every second and all of them again and again: a document
 * that is missing or not what would be written now, be it that somebody altered it or that a department has another title,
 * is noted as stale; one that belongs to no dataset is removed.
 */
@Component
class CatalogComparison {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogComparison.class);
    private static final int PER_SECOND = 50;
    private static final int MOST_DOCUMENTS = 1_000;
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(60);

    private final CatalogIndex index;
    private final CatalogDocuments documents;
    private final StaleDatasets stale;
    private final CatalogProjectionState state;
    private final Catalog catalog;
    private final JsonMapper json;
    private final Clock clock;
    private volatile Instant next = Instant.MIN;

    CatalogComparison(
            CatalogIndex index,
            CatalogDocuments documents,
            StaleDatasets stale,
            CatalogProjectionState state,
            Catalog catalog,
            JsonMapper json,
            Clock clock) {
        this.index = index;
        this.documents = documents;
        this.stale = stale;
        this.state = state;
        this.catalog = catalog;
        this.json = json;
        this.clock = clock;
    }

    /** What a page of the catalog and its documents are not the same in. */
    private record Differences(Set<String> wrong, Set<String> foreign) {}

    boolean due() {
        return !clock.instant().isBefore(next);
    }

    /** Begins comparing at once, instead of when it would be due. */
    void hasten() {
        next = Instant.MIN;
    }

    /** Goes on with the round by a second's worth of datasets; a new round begins a minute after the last. */
    void compareSome() throws IOException {
        String after = state.standing().compared();
        List<String> page =
                catalog.after(after, PER_SECOND).stream().map(Dataset::code).toList();
        String last = page.size() < PER_SECOND ? null : page.getLast();
        Differences found = differences(page, after, last);
        if (!found.wrong().isEmpty() || !found.foreign().isEmpty()) {
            // It may only not be visible yet.
            index.refresh();
            found = differences(page, after, last);
        }
        mend(found);
        int differences = found.wrong().size() + found.foreign().size();
        if (last == null) {
            state.roundEnded(differences);
            next = clock.instant().plus(BETWEEN_ROUNDS);
        } else {
            state.compared(last, differences);
            next = clock.instant().plusSeconds(1);
        }
    }

    /** First the documents, then the datasets, then what is stale: so a dataset written meanwhile is no difference. */
    private Differences differences(List<String> page, String after, @Nullable String last) throws IOException {
        List<Hit<JsonNode>> hits = index.documents(after, last, MOST_DOCUMENTS);
        Map<String, @Nullable JsonNode> there = new TreeMap<>();
        hits.forEach(hit -> there.put(String.valueOf(hit.id()), hit.source()));
        Set<String> wrong = new HashSet<>();
        documents.of(catalog.all(page).values()).forEach((code, document) -> {
            JsonNode found = there.remove(code);
            if (found == null || !json.readTree(document.toString()).equals(found)) {
                wrong.add(code);
            }
        });
        List<String> asked = new ArrayList<>(wrong);
        asked.addAll(there.keySet());
        stale.among(asked).forEach(code -> {
            wrong.remove(code);
            there.remove(code);
        });
        catalog.all(there.keySet()).keySet().forEach(there::remove);
        return new Differences(wrong, there.keySet());
    }

    private void mend(Differences found) throws IOException {
        if (!found.wrong().isEmpty()) {
            LOG.warn(
                    "The search engine's documents of {} datasets were not what they should be, and are written anew: {}",
                    found.wrong().size(),
                    found.wrong().stream().sorted().limit(5).toList());
            stale.note(found.wrong());
        }
        if (!found.foreign().isEmpty()) {
            LOG.warn(
                    "The search engine held {} documents of no dataset; they are removed",
                    found.foreign().size());
            index.write(List.of(), found.foreign());
        }
    }
}
