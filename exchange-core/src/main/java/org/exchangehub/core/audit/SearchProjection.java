package org.exchangehub.core.audit;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.exchangehub.core.lease.Lease;
import org.exchangehub.core.problem.HubProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Copies the log into Elasticsearch, one document per index and page after page, in the background: from the first page on
 * that was not taken whole, all are sent again. What is taken is visible to searches a second later (the engine's refresh).
 * Nobody waits for it; while the engine is down the log grows without it, and afterwards it catches up.
 */
@Component
class SearchProjection {

    private static final Logger LOG = LoggerFactory.getLogger(SearchProjection.class);
    private static final String LEASE = "search-projection";
    private static final Duration TERM = Duration.ofSeconds(30);
    private static final Duration RECHECK = Duration.ofSeconds(60);
    private static final Duration PAUSE_WHEN_DOWN = Duration.ofSeconds(2);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(1);
    private static final int PAGE = 2_000;
    private static final int MOST_SENT = 3;

    private final LogIndex engine;
    private final LogStore store;
    private final ProjectionState state;
    private final Reconciliation reconciliation;
    private final Lease lease;
    private final Clock clock;
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();
    private Instant checkAt = Instant.MIN;
    private Instant notBefore = Instant.MIN;
    private boolean down;

    SearchProjection(
            LogIndex engine,
            LogStore store,
            ProjectionState state,
            Reconciliation reconciliation,
            Lease lease,
            Clock clock) {
        this.engine = engine;
        this.store = store;
        this.state = state;
        this.reconciliation = reconciliation;
        this.lease = lease;
        this.clock = clock;
    }

    /** Consecutive entries, and the index after the last of them. */
    private record Page(List<LogStore.Stored> entries, long end) {}

    @Scheduled(initialDelay = 1_000, fixedDelay = 250, timeUnit = TimeUnit.MILLISECONDS)
    synchronized void run() {
        if (!engine.configured() || clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            Optional<Lease.Held> held = somethingToDo() ? lease.take(LEASE, TERM) : Optional.empty();
            if (held.isPresent()) {
                work(held.get());
                down = false;
            }
        } catch (IOException | DataAccessException | HubProblem unreachable) {
            wait(unreachable);
        }
    }

    /** Counts and compares at the next run, instead of within a minute. */
    synchronized void recheck() {
        checkAt = Instant.MIN;
        reconciliation.hasten();
    }

    private boolean somethingToDo() {
        if (!clock.instant().isBefore(checkAt) || reconciliation.due()) {
            return true;
        }
        ProjectionState.Standing standing = state.standing();
        return standing.rebuild() || standing.next() < store.head().size();
    }

    private void work(Lease.Held held) throws IOException {
        boolean check = !clock.instant().isBefore(checkAt);
        ProjectionState.Standing standing = state.standing();
        if (standing.rebuild() || (check && !engine.ready())) {
            begin(held);
            standing = state.standing();
        }
        long size = store.head().size();
        if (standing.next() < size) {
            catchUp(held, standing.next());
        } else if (standing.failure() != null) {
            state.reached(held, standing.next());
        }
        if (check) {
            checkAt = clock.instant().plus(RECHECK);
            if (reconciliation.count(state.standing().next(), size)) {
                state.reached(held, 0);
            }
        }
        if (reconciliation.due()) {
            reconciliation.compareSome(held);
        }
    }

    private void begin(Lease.Held held) throws IOException {
        LOG.info("The log's search projection begins anew, in an empty index");
        engine.create();
        state.begunAnew(held);
    }

    /** While the engine works on some pages, the next is read; how far it is becomes known once a second and at the end. */
    private void catchUp(Lease.Held held, long from) throws IOException {
        Deque<Future<Long>> sent = new ArrayDeque<>();
        long taken = from;
        Instant told = clock.instant();
        try {
            for (Page page = read(from); !page.entries().isEmpty(); page = read(page.end())) {
                Page next = page;
                sent.add(sending.submit(() -> written(next)));
                if (sent.size() == MOST_SENT) {
                    taken = got(sent.remove());
                }
                if (clock.instant().isAfter(told.plus(BETWEEN_WORDS))) {
                    if (!reached(held, taken)) {
                        return;
                    }
                    told = clock.instant();
                }
            }
            while (!sent.isEmpty()) {
                taken = got(sent.remove());
            }
            reached(held, taken);
        } finally {
            sent.forEach(each -> each.cancel(true));
        }
    }

    /** Puts down how far the engine is; false when the lease is another's by now. */
    private boolean reached(Lease.Held held, long taken) {
        return state.reached(held, taken) && lease.take(LEASE, TERM).isPresent();
    }

    private Page read(long from) {
        List<LogStore.Stored> entries = store.entries(Math.max(from, state.lowest()), PAGE);
        long end = entries.isEmpty() ? from : entries.getLast().index() + 1;
        return new Page(entries, end);
    }

    private long written(Page page) throws IOException {
        engine.write(page.entries().stream().map(SearchDocument::of).toList(), List.of());
        return page.end();
    }

    private static long got(Future<Long> written) throws IOException {
        try {
            return written.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException refused
                    ? refused
                    : new IOException("a page of the log could not be sent", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private void wait(Exception unreachable) {
        checkAt = Instant.MIN;
        notBefore = clock.instant().plus(PAUSE_WHEN_DOWN);
        if (down) {
            return;
        }
        down = true;
        LOG.warn("The log's search projection waits: {}", unreachable.getMessage());
        try {
            state.failed(String.valueOf(unreachable.getMessage()));
        } catch (DataAccessException databaseToo) {
            LOG.warn("The database does not answer either: {}", databaseToo.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        sending.shutdownNow();
    }
}
