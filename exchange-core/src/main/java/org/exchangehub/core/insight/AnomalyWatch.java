package org.exchangehub.core.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.exchangehub.core.audit.LogFeed;
import org.exchangehub.core.audit.LogFeed.Logged;
import org.exchangehub.core.lease.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Holds the log against the rules, entry by entry in the order of indexes. What was counted, the cases it led to and the
 * position in the log are one transaction under the position's lock: whoever dies within it has done nothing, and nobody
 * counts an entry twice or leaves one out. The lease only spares instances that would wait for the lock.
 */
@Component
class AnomalyWatch {

    static final int ENTRIES = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(AnomalyWatch.class);
    private static final Duration TERM = Duration.ofSeconds(30);

    /**
     * How long one run goes on with what is still to be looked at, with four times as long between runs: a hub that meets a long log has
     * other work that is more urgent.
     */
    private static final Duration RUN = Duration.ofSeconds(1);

    /** How far back a hub that meets a log for the first time begins: as far as the rules it comes with look. */
    private static final Duration BEGINNING = Duration.ofDays(35);

    private final LogFeed log;
    private final Lease lease;
    private final Rules rules;
    private final Tallies tallies;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    /** Up to which slot this instance has last removed what no rule looks at. */
    private final Map<String, Long> forgotten = new ConcurrentHashMap<>();

    AnomalyWatch(
            LogFeed log,
            Lease lease,
            Rules rules,
            Tallies tallies,
            Cases cases,
            JdbcClient jdbc,
            TransactionOperations transaction,
            Clock clock) {
        this.log = log;
        this.lease = lease;
        this.rules = rules;
        this.tallies = tallies;
        this.cases = cases;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 4_000)
    void run() {
        try {
            look();
        } catch (DataAccessException | TransactionException unreachable) {
            LOG.warn("Unusual use is looked for again soon: {}", unreachable.getMessage());
        }
    }

    /** Looks at what there is, within {@link #RUN}, unless another instance does. */
    void look() {
        Instant end = clock.instant().plus(RUN);
        boolean more = true;
        while (more && clock.instant().isBefore(end)) {
            more = lease.take("anomaly-watch", TERM).isPresent()
                    && Boolean.TRUE.equals(transaction.execute(status -> group()));
        }
    }

    /** How many entries have not been looked at yet. */
    long behind() {
        return Math.max(0, log.size() - position("").orElse(0L));
    }

    /** Evaluates the next entries; whether there may be more. */
    boolean group() {
        long next = position(" for update").orElseGet(this::begun);
        List<Logged> entries = log.from(next, ENTRIES);
        if (entries.isEmpty()) {
            return false;
        }
        List<Rule> enabled = rules.all().stream().filter(Rule::enabled).toList();
        Tallies.Group group = tallies.of(enabled, entries);
        List<Finding> found = new Detector(enabled, group).see(entries);
        group.keep();
        found.forEach(cases::found);
        enabled.forEach(rule -> forget(rule, entries.getLast().at()));
        jdbc.sql("update hub.anomaly_position set next_index = :next")
                .param("next", entries.getLast().index() + 1)
                .update();
        return entries.size() == ENTRIES;
    }

    private Optional<Long> position(String lock) {
        return jdbc.sql("select next_index from hub.anomaly_position" + lock)
                .query(Long.class)
                .optional();
    }

    private long begun() {
        jdbc.sql("insert into hub.anomaly_position (next_index) values (:next) on conflict do nothing")
                .param("next", log.since(clock.instant().minus(BEGINNING)))
                .update();
        return position(" for update").orElseThrow();
    }

    /** By the entry's time or by now, whichever is earlier: an entry from a clock that ran ahead makes nothing forgotten. */
    private void forget(Rule rule, Instant at) {
        long slot = rule.slot(Math.min(at.getEpochSecond(), clock.instant().getEpochSecond()));
        Long last = forgotten.get(rule.id());
        if (last == null || slot >= last + rule.slots()) {
            tallies.forget(rule, slot);
            forgotten.put(rule.id(), slot);
        }
    }
}
