package org.exchangehub.core.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.exchangehub.core.lease.Lease;
import org.exchangehub.core.problem.HubProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Lets personal detail expire and prunes shards when their time is over, each act an entry before it is done. The leaves stay,
 * so the tree does; an act cut short is done again, with an entry again.
 */
@Component
class Expiry {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final String LEASE = "log-expiry";
    private static final Duration TERM = Duration.ofMinutes(5);
    private static final int PAGE = 1_000;

    /** Entries past the cut-off that are looked at too: facts of the outbox bear the time of their change, not of their entry. */
    private static final int SLACK = 10_000;

    private final Eraser eraser;
    private final LogStore store;
    private final AuditLog log;
    private final AuditOutbox outbox;
    private final Lease lease;
    private final Retention retention;
    private final Clock clock;
    private final ObjectMapper json;

    Expiry(
            Eraser eraser,
            LogStore store,
            AuditLog log,
            AuditOutbox outbox,
            Lease lease,
            AuditSettings settings,
            Clock clock,
            ObjectMapper json) {
        this.eraser = eraser;
        this.store = store;
        this.log = log;
        this.outbox = outbox;
        this.lease = lease;
        this.retention = settings.retention();
        this.clock = clock;
        this.json = json;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    void run() {
        BooleanSupplier mine = () -> lease.take(LEASE, TERM).isPresent();
        try {
            if (mine.getAsBoolean()) {
                outbox.removeTaken();
                expire(mine);
                prune();
            }
        } catch (DataAccessException | HubProblem unreachable) {
            LOG.warn("Expired detail of the log waits to be erased: {}", unreachable.getMessage());
        }
    }

    private void expire(BooleanSupplier mine) {
        Instant now = clock.instant();
        long end = store.firstSince(retention.latestCutoff(now)) + SLACK;
        long from = 0;
        List<Eraser.Kept> page = eraser.free(from, end, PAGE);
        while (!page.isEmpty() && mine.getAsBoolean()) {
            List<Long> expired = page.stream()
                    .filter(kept -> expired(kept, now))
                    .map(Eraser.Kept::index)
                    .toList();
            if (!expired.isEmpty()) {
                log.append(AuditFact.of(Auditable.BODIES_EXPIRED, Who.HUB)
                        .detail("first", expired.getFirst())
                        .detail("last", expired.getLast())
                        .rows(expired.size())
                        .build());
                LOG.info("The personal detail of {} entries has expired", eraser.erase(expired));
            }
            from = page.getLast().index() + 1;
            page = eraser.free(from, end, PAGE);
        }
    }

    /** A kind this version does not know is kept as long as any. */
    private boolean expired(Eraser.Kept kept, Instant now) {
        JsonNode leaf = json.readTree(kept.entry());
        return Auditable.named(leaf.path("kind").asString(""))
                .map(kind -> kept.at().isBefore(retention.cutoff(kind, now)))
                .orElse(false);
    }

    private void prune() {
        Period kept = retention.shards();
        if (kept == null) {
            return;
        }
        Instant now = clock.instant();
        for (Eraser.Shard shard : eraser.prunable(Retention.before(kept, now))) {
            log.append(AuditFact.of(Auditable.SHARD_PRUNED, Who.HUB)
                    .detail("year", shard.year())
                    .detail("first", shard.first())
                    .detail("last", shard.end() - 1)
                    .build());
            eraser.prune(shard, now);
        }
    }
}
