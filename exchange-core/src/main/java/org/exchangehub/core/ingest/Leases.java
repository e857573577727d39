package org.exchangehub.core.ingest;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who works on which committed batch. Time is the database's, so that instances whose clocks differ agree; the fence grows
 * with every claim, and only the holder of the highest may publish.
 */
@Repository
class Leases {

    private final JdbcClient jdbc;
    private final Duration length;

    Leases(JdbcClient jdbc, IngestSettings settings) {
        this.jdbc = jdbc;
        this.length = settings.lease();
    }

    /**
     * A batch this instance works on.
     *
     * @param attempt which it is, from 1, of those that ended neither by an outage nor because an instance stopped
     * @param outages how many earlier ones an outage ended
     */
    record Lease(UUID batch, String dataset, long fence, int attempt, int outages) {}

    /** Why a batch is given back unfinished. */
    enum Cause {
        /** The instance stops. */
        STOPPED,
        /** The database or the spool was out of order. */
        OUTAGE,
        /** Anything else, perhaps the batch itself. */
        FAILURE
    }

    /** Takes the batch that has waited longest among those that are first in their dataset, free and not paused. */
    Optional<Lease> claim(String holder) {
        return jdbc.sql("""
                        update hub.ingest_batch b
                           set lease_holder = :holder, lease_fence = b.lease_fence + 1, attempts = b.attempts + 1,
                               lease_until = clock_timestamp() + make_interval(secs => :seconds)
                         where b.id = (
                               select c.id from hub.ingest_batch c
                                where c.state = 'COMMITTED'
                                  and (c.lease_until is null or c.lease_until < clock_timestamp())
                                  and not exists (select 1 from hub.ingest_batch e
                                                   where e.dataset = c.dataset and e.state in ('COMMITTED', 'HELD')
                                                     and e.commit_order < c.commit_order)
                                  and not exists (select 1 from hub.ingest_policy p
                                                   where p.dataset = c.dataset and p.paused)
                                order by c.commit_order limit 1 for update skip locked)
                        returning b.id, b.dataset, b.lease_fence, b.attempts, b.outages
                        """)
                .param("holder", holder)
                .param("seconds", seconds())
                .query((row, n) -> new Lease(
                        row.getObject("id", UUID.class),
                        row.getString("dataset"),
                        row.getLong("lease_fence"),
                        row.getInt("attempts"),
                        row.getInt("outages")))
                .optional();
    }

    /** Says that this instance is alive; false when the batch is no longer its own. */
    boolean extend(Lease lease) {
        return jdbc.sql("""
                        update hub.ingest_batch set lease_until = clock_timestamp() + make_interval(secs => :seconds)
                         where id = :id and lease_fence = :fence and state = 'COMMITTED'
                        """)
                        .param("seconds", seconds())
                        .param("id", lease.batch())
                        .param("fence", lease.fence())
                        .update()
                == 1;
    }

    /**
     * Gives the batch back unfinished; it can be claimed again after a pause. Only a failure counts as an attempt.
     */
    void release(Lease lease, Duration pause, String error, Cause cause) {
        jdbc.sql("""
                        update hub.ingest_batch
                           set lease_holder = null, lease_until = clock_timestamp() + make_interval(secs => :seconds),
                               last_error = :error, attempts = attempts - case when :failure then 0 else 1 end,
                               outages = outages + case when :outage then 1 else 0 end
                         where id = :id and lease_fence = :fence and state = 'COMMITTED'
                        """)
                .param("seconds", pause.toMillis() / 1000.0)
                .param("error", error)
                .param("failure", cause == Cause.FAILURE)
                .param("outage", cause == Cause.OUTAGE)
                .param("id", lease.batch())
                .param("fence", lease.fence())
                .update();
    }

    /** Within the publishing transaction: holds the batch's row and says whether the lease is still the newest. */
    boolean holds(Lease lease) {
        return jdbc.sql(
                        "select lease_fence = :fence from hub.ingest_batch where id = :id and state = 'COMMITTED' for update")
                .param("fence", lease.fence())
                .param("id", lease.batch())
                .query((row, n) -> row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    private double seconds() {
        return length.toMillis() / 1000.0;
    }
}
