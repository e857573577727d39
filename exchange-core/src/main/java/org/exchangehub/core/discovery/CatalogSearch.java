package org.exchangehub.core.discovery;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.CatalogQuery;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.catalog.Facet;
import org.exchangehub.core.discovery.Highlights.Highlight;
import org.exchangehub.core.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Finds datasets. The engine says which and in what order, the catalog's own tables say what they are, so that a document that
 * lags behind shows nothing that is no longer so. When the engine does not answer in time, the tables find, too: by words in
 * title, summary, keywords and code, without order of relevance, pinyin, fields, counts and highlights.
 */
@Service
class CatalogSearch {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogSearch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(2);

    private final CatalogIndex index;
    private final EngineSearch engine;
    private final CatalogProjectionState state;
    private final Catalog catalog;
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean away = new AtomicBoolean();

    CatalogSearch(CatalogIndex index, EngineSearch engine, CatalogProjectionState state, Catalog catalog) {
        this.index = index;
        this.engine = engine;
        this.state = state;
        this.catalog = catalog;
    }

    /** A dataset found, and where the words are in it, by field. */
    record Found(Dataset dataset, Map<String, List<List<Highlight>>> highlights) {}

    /**
     * What was found.
     *
     * @param facets how many of what kind; null when the catalog's tables answered
     */
    record Finds(long total, List<Found> found, @Nullable Map<Facet, Map<String, Long>> facets) {}

    Finds find(CatalogQuery query, Caller reader, SearchOrder order, int offset, int limit) {
        if (index.configured() && !away.get() && !state.standing().rebuild()) {
            try {
                return finds(inTime(() -> engine.find(query, reader, order, offset, limit)), reader);
            } catch (IOException unreachable) {
                LOG.warn("The catalog is searched without the search engine: {}", unreachable.getMessage());
                awaitReturn();
            }
        }
        boolean newestFirst = order == SearchOrder.UPDATED || query.words().isEmpty();
        List<Found> found = catalog.found(query, reader, newestFirst, offset, limit).stream()
                .map(dataset -> new Found(dataset, Map.of()))
                .toList();
        return new Finds(catalog.count(query, reader), found, null);
    }

    private Finds finds(EngineSearch.Answer answer, Caller reader) {
        Map<String, Dataset> datasets = catalog.all(answer.codes().keySet());
        List<Found> found = new ArrayList<>();
        answer.codes().forEach((code, marked) -> {
            Dataset dataset = datasets.get(code);
            if (dataset != null && Catalog.listed(dataset, reader)) {
                found.add(new Found(dataset, highlights(marked)));
            }
        });
        return new Finds(answer.total(), found, new EnumMap<>(answer.facets()));
    }

    private static Map<String, List<List<Highlight>>> highlights(Map<String, List<String>> marked) {
        Map<String, List<List<Highlight>>> highlights = new TreeMap<>();
        marked.forEach((field, texts) ->
                highlights.put(field, texts.stream().map(Highlights::of).toList()));
        return highlights;
    }

    /** Nobody who searches waits for an engine that is known to be away: it is asked in the background whether it is back. */
    private void awaitReturn() {
        if (away.compareAndSet(false, true)) {
            asking.execute(() -> {
                while (away.get()) {
                    try {
                        Thread.sleep(BETWEEN_QUESTIONS);
                        away.set(!inTime(index::ready));
                    } catch (IOException stillAway) {
                        LOG.debug("The search engine is still away: {}", stillAway.getMessage());
                    } catch (InterruptedException stopping) {
                        Thread.currentThread().interrupt();
                        return;
                    }
                }
            });
        }
    }

    /** An engine that hangs is as good as none. */
    private <T> T inTime(Callable<T> search) throws IOException {
        Future<T> answer = asking.submit(search);
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new IOException("no answer within " + PATIENCE.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException refused) {
                throw refused;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    @PreDestroy
    void stop() {
        asking.shutdownNow();
    }
}
