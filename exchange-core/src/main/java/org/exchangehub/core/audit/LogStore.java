package org.exchangehub.core.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.exchangehub.core.lease.Lease;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.NodeSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the log holds. */
@Component
class LogStore implements NodeSource {

    private final JdbcClient jdbc;

    LogStore(@Qualifier("logDataSource") DataSource logDataSource) {
        this.jdbc = JdbcClient.create(logDataSource);
    }

    /** An entry and its index. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(long index, byte[] entry) {}

    /**
     * An announced long answer without an end.
     *
     * @param alive whether its instance still is
     */
    record Announced(long index, boolean alive) {}

    /**
     * The head and, of the same moment, the highest index there is an entry of.
     *
     * @param highest -1 when there is none
     */
    record Standing(LogHead head, long highest) {}

    LogHead head() {
        return standing().head();
    }

    Standing standing() {
        return jdbc.sql("""
                        select size, roots, outbox_position, coalesce((select max(index) from hub.log_entry), -1)
                        from hub.log_head
                        """)
                .query((row, number) ->
                        new Standing(new LogHead(row.getLong(1), row.getBytes(2), row.getLong(3)), row.getLong(4)))
                .single();
    }

    /** Announced answers without an end, from an index on, in their order. */
    List<Announced> unended(long from) {
        return jdbc.sql("""
                        select i.index, exists (select from hub.lease l
                            where l.name = :alive || cast(i.instance as text) and l.expires_at > now()) as alive
                        from hub.log_intent i
                        where i.index >= :from and not exists (select from hub.log_ending e where e.intent = i.index)
                        order by i.index
                        """)
                .param("alive", LongAnswers.ALIVE)
                .param("from", from)
                .query((row, number) -> new Announced(row.getLong("index"), row.getBoolean("alive")))
                .list();
    }

    /**
     * The lowest index that is still published: that of the first shard that is not pruned (C2SP tlog-tiles, "Pruning").
     *
     * @return 0 while no shard is pruned
     */
    long minimumIndex() {
        return jdbc.sql("""
                        select coalesce(min(first) filter (where pruned_at is null), 0)
                        from hub.log_shard having bool_or(pruned_at is not null)
                        """).query(Long.class).optional().orElse(0L);
    }

    Optional<Long> indexOf(UUID fact) {
        return jdbc.sql("select index from hub.log_entry where fact = ?")
                .param(fact)
                .query(Long.class)
                .optional();
    }

    /** Entries from an index on, in order; fewer than asked for at the end of the log. */
    List<Stored> entries(long first, int count) {
        return jdbc.sql("select index, entry from hub.log_entry where index >= ? and index < ? order by index")
                .param(first)
                .param(first + count)
                .query((row, number) -> new Stored(row.getLong(1), row.getBytes(2)))
                .list();
    }

    /**
     * About the first entry that is not from before a moment: entries lie in the order of time, but for facts that waited in
     * the outbox.
     *
     * @return the log's size when all are from before
     */
    long firstSince(Instant moment) {
        long low = 0;
        long high = head().size();
        while (low < high) {
            long middle = (low + high) >>> 1;
            OffsetDateTime at = jdbc.sql("select at from hub.log_entry where index = ?")
                    .param(middle)
                    .query(OffsetDateTime.class)
                    .single();
            if (at.toInstant().isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What an entry's commitment covers, unless it has expired or there is nothing. */
    Optional<LogEntry.Body> body(long index) {
        return jdbc.sql("select salt, body from hub.log_body where index = ?")
                .param(index)
                .query((row, number) -> new LogEntry.Body(row.getBytes(1), row.getBytes(2)))
                .optional();
    }

    @Override
    public List<Hash> nodes(int level, long first, int count) {
        String sql = level == 0
                ? "select leaf_hash from hub.log_entry where index >= ? and index < ? order by index"
                : "select hash from hub.log_node where level = " + level
                        + " and index >= ? and index < ? order by index";
        return jdbc.sql(sql).param(first).param(first + count).query(byte[].class).list().stream()
                .map(Hash::of)
                .toList();
    }

    /** The newest signed checkpoint any instance published. */
    Optional<String> checkpoint() {
        return jdbc.sql("select note from hub.log_checkpoint order by size desc limit 1")
                .query(String.class)
                .optional();
    }

    /**
     * Publishes a checkpoint if this lease still holds.
     *
     * @return whether it was published
     */
    boolean publish(long size, String note, Lease.Held lease) {
        return jdbc.sql("""
                        insert into hub.log_checkpoint (size, note, lease_token)
                        select ?, ?, token from hub.lease
                        where name = ? and token = ? and expires_at > now()
                        on conflict (size) do nothing
                        """)
                        .param(size)
                        .param(note)
                        .param(lease.name())
                        .param(lease.token())
                        .update()
                == 1;
    }
}
