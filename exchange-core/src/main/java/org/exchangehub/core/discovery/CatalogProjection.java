package org.exchangehub.core.discovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.lease.Lease;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.search.SearchIndex.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Copies the catalog into the search engine: every dataset written since it was last copied, in the background, and all of
 * them into an index that is new. A document carries its ticket as its version, so that an older state sent late, by an
 * instance that has lost its lease without noticing, never replaces a newer.
 */
@Component
class CatalogProjection {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogProjection.class);
    private static final String LEASE = "catalog-projection";
    private static final Duration TERM = Duration.ofSeconds(30);
    private static final Duration RECHECK = Duration.ofSeconds(60);
    private static final Duration PAUSE_WHEN_DOWN = Duration.ofSeconds(2);
    private static final int PAGE = 500;

    private final CatalogIndex index;
    private final CatalogDocuments documents;
    private final CatalogComparison comparison;
    private final StaleDatasets stale;
    private final CatalogProjectionState state;
    private final Catalog catalog;
    private final Lease lease;
    private final Clock clock;
    private Instant checkAt = Instant.MIN;
    private Instant notBefore = Instant.MIN;

    CatalogProjection(
            CatalogIndex index,
            CatalogDocuments documents,
            CatalogComparison comparison,
            StaleDatasets stale,
            CatalogProjectionState state,
            Catalog catalog,
            Lease lease,
            Clock clock) {
        this.index = index;
        this.documents = documents;
        this.comparison = comparison;
        this.stale = stale;
        this.state = state;
        this.catalog = catalog;
        this.lease = lease;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1_000, fixedDelay = 250, timeUnit = TimeUnit.MILLISECONDS)
    synchronized void run() {
        if (!index.configured() || clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            if (somethingToDo() && lease.take(LEASE, TERM).isPresent()) {
                work();
            }
        } catch (IOException | DataAccessException | HubProblem unreachable) {
            wait(unreachable);
        }
    }

    /** Checks the index and compares documents at the next run, instead of within a minute. */
    synchronized void recheck() {
        checkAt = Instant.MIN;
        comparison.hasten();
    }

    private boolean somethingToDo() {
        return !clock.instant().isBefore(checkAt)
                || comparison.due()
                || stale.any()
                || state.standing().rebuild();
    }

    private void work() throws IOException {
        boolean check = !clock.instant().isBefore(checkAt);
        if (state.standing().rebuild() || (check && !index.ready())) {
            index.create();
            LOG.info("The catalog's search projection begins anew, in an empty index");
            stale.noteAll();
            state.begunAnew();
        }
        List<StaleDatasets.Stale> page = stale.first(PAGE);
        while (!page.isEmpty() && lease.take(LEASE, TERM).isPresent()) {
            copy(page);
            page = stale.first(PAGE);
        }
        if (comparison.due()) {
            comparison.compareSome();
        }
        state.well();
        if (check) {
            checkAt = clock.instant().plus(RECHECK);
        }
    }

    private void copy(List<StaleDatasets.Stale> page) throws IOException {
        Map<String, JsonNode> current = documents.of(
                catalog.all(page.stream().map(StaleDatasets.Stale::dataset).toList())
                        .values());
        List<Document> written = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (StaleDatasets.Stale each : page) {
            JsonNode document = current.get(each.dataset());
            if (document == null) {
                gone.add(each.dataset());
            } else {
                written.add(new Document(
                        each.dataset(), document.toString().getBytes(StandardCharsets.UTF_8), each.ticket()));
            }
        }
        index.write(written, gone);
        stale.written(page);
    }

    private void wait(Exception unreachable) {
        checkAt = Instant.MIN;
        notBefore = clock.instant().plus(PAUSE_WHEN_DOWN);
        String why = String.valueOf(unreachable.getMessage());
        try {
            if (state.standing().failure() == null) {
                LOG.warn("The catalog's search projection waits: {}", why);
                state.failed(why);
            }
        } catch (DataAccessException databaseToo) {
            LOG.warn("The database does not answer either: {}", databaseToo.getMessage());
        }
    }
}
