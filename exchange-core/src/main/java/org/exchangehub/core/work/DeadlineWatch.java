package org.exchangehub.core.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.exchangehub.core.lease.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Marks what is overdue and reminds of what will be, each once. Nothing hangs on its being on time: whoever moves a deadline after its
 * end finds it overdue. What is marked and what is said of it are one transaction; the lease only spares instances that would find
 * the rows locked.
 */
@Component
class DeadlineWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final Duration TERM = Duration.ofSeconds(90);
    private static final int AT_ONCE = 100;
    private static final int MOST_ROUNDS = 50;

    private final DeadlineRepository deadlines;
    private final DeadlineFacts facts;
    private final DeadlineNotices notices;
    private final Lease lease;
    private final TransactionOperations transaction;
    private final Clock clock;

    DeadlineWatch(
            DeadlineRepository deadlines,
            DeadlineFacts facts,
            DeadlineNotices notices,
            Lease lease,
            TransactionOperations transaction,
            Clock clock) {
        this.deadlines = deadlines;
        this.facts = facts;
        this.notices = notices;
        this.lease = lease;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT1M")
    void run() {
        try {
            int rounds = 0;
            while (rounds++ < MOST_ROUNDS
                    && lease.take("deadline-watch", TERM).isPresent()
                    && Boolean.TRUE.equals(transaction.execute(status -> round(clock.instant())))) {
                // goes on while there are full rounds
            }
        } catch (DataAccessException | TransactionException unreachable) {
            LOG.warn("Deadlines are looked at again soon: {}", unreachable.getMessage());
        }
    }

    /** Looks at some, in the caller's transaction; whether there may be more. */
    boolean round(Instant now) {
        List<Deadline> lapsed = deadlines.lapsed(now, AT_ONCE);
        for (Deadline each : lapsed) {
            Deadline overdue = each.by(now).told();
            deadlines.save(overdue);
            facts.overdue(overdue);
            notices.overdue(overdue);
        }
        List<Deadline> near = deadlines.toRemind(now, AT_ONCE);
        for (Deadline each : near) {
            deadlines.save(each.told());
            notices.near(each);
        }
        return lapsed.size() == AT_ONCE || near.size() == AT_ONCE;
    }
}
