package org.exchangehub.core.audit;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.exchangehub.core.lease.Lease;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The answers under way on this instance, and the end of those whose instance died. An instance that has announced an answer
 * shows by a lease that it lives; when the lease is over, an announced answer without an end gets one that says
 * {@link Outcome#UNKNOWN}. An instance cut off from the database for that long and then back adds the true one.
 */
@Component
class LongAnswers {

    /** Leases of instances are named so, and by the instance. */
    static final String ALIVE = "long-answers:";

    private static final Logger LOG = LoggerFactory.getLogger(LongAnswers.class);
    private static final String SWEEP = "long-answers-sweep";
    private static final Duration TERM = Duration.ofSeconds(60);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private record Owed(long intent, AuditFact ending) {}

    private final UUID instance = UUID.randomUUID();
    private final AtomicInteger open = new AtomicInteger();
    private final Queue<Owed> owed = new ConcurrentLinkedQueue<>();
    private final LogEntries entries;
    private final LogWriter writer;
    private final LogStore store;
    private final Lease lease;
    private final AuditSettings settings;
    private final ObjectMapper json;
    private volatile long shownAlive;
    private long swept;

    LongAnswers(
            LogEntries entries,
            LogWriter writer,
            LogStore store,
            Lease lease,
            AuditSettings settings,
            ObjectMapper json) {
        this.entries = entries;
        this.writer = writer;
        this.store = store;
        this.lease = lease;
        this.settings = settings;
        this.json = json;
    }

    LongAnswer begin(AuditFact fact) {
        open.incrementAndGet();
        try {
            showAlive();
            LogEntry entry = entries.of(fact, new LogEntry.Part.Intent(instance));
            return new LongAnswer(this, fact, new Evidence(settings.origin(), writer.append(entry)));
        } catch (HubProblem | DataAccessException failed) {
            open.decrementAndGet();
            throw failed instanceof HubProblem problem
                    ? problem
                    : LogWriter.unavailable("The access log cannot be written now", failed);
        }
    }

    /** Puts an end into the log, now or as soon as it takes entries again. */
    void end(long intent, AuditFact ending) {
        owed.add(new Owed(intent, ending));
        settle();
    }

    private synchronized void settle() {
        for (Owed next = owed.peek(); next != null; next = owed.peek()) {
            try {
                writer.append(entries.of(next.ending(), new LogEntry.Part.Ending(next.intent())));
            } catch (HubProblem unavailable) {
                LOG.warn("The end of the answer {} is not in the log yet: {}", next.intent(), unavailable.getMessage());
                return;
            }
            owed.remove();
            open.decrementAndGet();
        }
    }

    private void showAlive() {
        long now = System.nanoTime();
        if (shownAlive == 0 || now - shownAlive > TERM.toNanos() / 4) {
            lease.take(ALIVE + instance, TERM);
            shownAlive = now;
        }
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void run() {
        try {
            settle();
            if (open.get() > 0) {
                showAlive();
            }
            if (lease.take(SWEEP, TERM).isPresent()) {
                sweep();
                lease.forget(ALIVE, FORGOTTEN);
            }
        } catch (DataAccessException | HubProblem unreachable) {
            LOG.warn("Long answers cannot be looked after now: {}", unreachable.getMessage());
        }
    }

    /** Ends what instances that are gone have announced. */
    private void sweep() {
        long size = store.head().size();
        List<LogStore.Announced> announced = store.unended(swept);
        for (LogStore.Announced each : announced) {
            if (!each.alive()) {
                writer.append(entries.of(unknown(each.index()), new LogEntry.Part.Ending(each.index())));
                LOG.warn("How the answer announced by entry {} ended is unknown: its instance died", each.index());
            }
        }
        swept = announced.isEmpty() ? size : announced.getFirst().index();
    }

    private AuditFact unknown(long intent) {
        JsonNode leaf = store.entries(intent, 1).stream()
                .map(stored -> json.readTree(stored.entry()))
                .findFirst()
                .orElseGet(json::createObjectNode);
        return AuditFact.of(Auditable.ANSWER_ENDED, Who.HUB)
                .outcome(Outcome.UNKNOWN)
                .dataset(text(leaf, "dataset"))
                .detail("kind", text(leaf, "kind"))
                .traceId(text(leaf, "traceId"))
                .build();
    }

    private static @Nullable String text(JsonNode leaf, String member) {
        return leaf.has(member) ? leaf.get(member).asString() : null;
    }
}
