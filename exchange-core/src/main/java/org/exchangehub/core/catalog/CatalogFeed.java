package org.exchangehub.core.catalog;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The order in which datasets came into force, changed and ended, as others may follow it: each dataset stands at the number of its
 * last change (decision 0025).
 *
 * <p>Numbers are given just before the commit under an advisory lock that the commit releases. So whoever sees a number sees every
 * lower one that will ever be, and a cursor misses nothing, however many decide at once.
 */
@Repository
class CatalogFeed {

    /** Any fixed number: the first eight letters of "catalog feed". */
    private static final long ORDER_LOCK = 0x6361_7461_6c6f_6720L;

    private final JdbcClient jdbc;
    private final Clock clock;

    CatalogFeed(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A dataset's place in the feed. */
    record Place(String dataset, long number, Instant at) {}

    /** Tells that what everybody sees of a dataset changes with the current transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(String dataset) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            // Before the outbox of the access log, whose lock is taken in the same moment: in one order, none waits for
            // ever.
            @Override
            public int getOrder() {
                return 0;
            }

            @Override
            public void beforeCommit(boolean readOnly) {
                place(dataset);
            }
        });
    }

    private void place(String dataset) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", ORDER_LOCK)
                .query(row -> {});
        jdbc.sql("""
                        insert into hub.catalog_feed (dataset, number, at)
                        values (:dataset, nextval('hub.catalog_feed_number'), :at)
                        on conflict (dataset) do update set number = excluded.number, at = excluded.at
                        """)
                .param("dataset", dataset)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Up to {@code limit} places behind a number, in order. */
    List<Place> after(long number, int limit) {
        return jdbc.sql("""
                        select dataset, number, at from hub.catalog_feed
                         where number > :number order by number limit :limit
                        """)
                .param("number", number)
                .param("limit", limit)
                .query((row, index) -> new Place(
                        row.getString("dataset"),
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The highest number there is, 0 for none. */
    long last() {
        return jdbc.sql("select coalesce(max(number), 0) from hub.catalog_feed")
                .query(Long.class)
                .single();
    }
}
