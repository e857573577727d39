package org.exchangehub.core.audit;

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

    LogHead head() {
        return jdbc.sql("select size, roots, outbox_position from hub.log_head")
                .query((row, number) -> new LogHead(row.getLong(1), row.getBytes(2), row.getLong(3)))
                .single();
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
