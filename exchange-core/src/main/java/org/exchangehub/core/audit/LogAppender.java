package org.exchangehub.core.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.exchangehub.tlog.Frontier;
import org.exchangehub.tlog.LogRefused;
import org.exchangehub.tlog.Tile;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Puts a group of entries into the log in one short transaction: it locks the head row, which is what orders all
 * instances, takes what the outbox holds, gives contiguous indexes, copies the rows in and moves the head. Whoever dies
 * within it leaves nothing behind and blocks the others for {@link #LOCKED_HEAD two seconds} at most. Entries come with
 * their leaf hashes; what is left to do under the lock is to copy bytes and to hash the nodes above.
 */
@Component
class LogAppender {

    private static final int OUTBOX_ROWS = 500;

    /** Limits, head and outbox in one round trip; the outbox is read once the lock is held. */
    private static final String LOCKED_HEAD = """
            set local transaction_timeout = '2s';
            set local lock_timeout = '1500ms';
            select size, roots, outbox_position, extract(year from now() at time zone 'UTC')::integer as year,
                coalesce((select max(year) from hub.log_shard), 0) as shard
            from hub.log_head for update;
            select position, fact, at, entry, salt, body, tokens from hub.audit_outbox
            where position > (select outbox_position from hub.log_head) order by position limit""" + " " + OUTBOX_ROWS;

    /** SQLSTATE of a key that is there already. */
    private static final String TAKEN = "23505";

    private final DataSource dataSource;

    LogAppender(@Qualifier("logDataSource") DataSource logDataSource) {
        this.dataSource = logDataSource;
    }

    /** The head, and what is known of the shards with it. */
    private record Locked(LogHead head, int year, int shard) {}

    /**
     * Appends the entries, after whatever the outbox holds.
     *
     * @return the index of the first of them
     * @throws SQLException when nothing was appended, or when it is unknown whether it was
     * @throws LogRefused when the head does not go with the entries there are: nothing was appended
     */
    long append(List<LogEntry> entries) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long first = append(connection, entries);
                connection.commit();
                return first;
            } catch (SQLException | LogRefused failed) {
                rollback(connection, failed);
                throw failed;
            }
        }
    }

    /** Whether the outbox holds rows the log has not taken; asked without a lock. */
    boolean outboxWaits() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select exists (select 1 from hub.audit_outbox
                            where position > (select outbox_position from hub.log_head))
                        """);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static long append(Connection connection, List<LogEntry> entries) throws SQLException {
        List<LogEntry> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LOCKED_HEAD)) {
            statement.execute();
            Locked locked = locked(statement);
            LogHead head = locked.head();
            statement.getMoreResults();
            long position = drained(statement, head.outboxPosition(), all);
            long first = head.size() + all.size();
            all.addAll(entries);
            if (!all.isEmpty()) {
                if (locked.shard() < locked.year()) {
                    beginShard(connection, locked.year(), head.size());
                }
                moveHead(connection, LogHead.of(written(connection, head.frontier(), all), position));
            }
            return first;
        }
    }

    private static Locked locked(Statement statement) throws SQLException {
        ResultSet row = statement.getResultSet();
        while (row == null) {
            statement.getMoreResults();
            row = statement.getResultSet();
        }
        if (!row.next()) {
            throw new LogRefused("The access log has no head row: expected one, found none.");
        }
        return new Locked(new LogHead(row.getLong(1), row.getBytes(2), row.getLong(3)), row.getInt(4), row.getInt(5));
    }

    private static long drained(Statement statement, long after, List<LogEntry> into) throws SQLException {
        long position = after;
        try (ResultSet row = statement.getResultSet()) {
            while (row.next()) {
                position = row.getLong("position");
                into.add(outboxEntry(row));
            }
        }
        return position;
    }

    private static LogEntry outboxEntry(ResultSet row) throws SQLException {
        byte[] salt = row.getBytes("salt");
        Array tokens = row.getArray("tokens");
        return new LogEntry(
                row.getObject("fact", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBytes("entry"),
                salt == null ? null : new LogEntry.Body(salt, row.getBytes("body")),
                List.of((String[]) tokens.getArray()),
                new LogEntry.Part.Alone());
    }

    private static Frontier written(Connection connection, Frontier frontier, List<LogEntry> entries)
            throws SQLException {
        long first = frontier.size();
        CopyRows nodes = new CopyRows("hub.log_node (level, index, hash)", 0);
        for (LogEntry entry : entries) {
            frontier.append(entry.leafHash(), (height, node, hash) -> {
                if (height > 0 && height % Tile.HEIGHT == 0) {
                    nodes.row(3).smallint(height / Tile.HEIGHT).bigint(node).bytea(hash.bytes());
                }
            });
        }
        try {
            if (FewRows.few(entries)) {
                new FewRows(entries, first).into(connection);
            } else {
                new GroupRows(entries, first).into(connection);
            }
            nodes.into(connection);
        } catch (SQLException failed) {
            if (TAKEN.equals(failed.getSQLState())) {
                throw new LogRefused("The access log's head says that it holds " + first
                        + " entries, but what comes next is there already (" + failed.getMessage()
                        + "): expected the head row as the last group left it, found one set back, or rows that came"
                        + " past it.");
            }
            throw failed;
        }
        return frontier;
    }

    /** Another instance may have begun it since the head was read. */
    private static void beginShard(Connection connection, int year, long first) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into hub.log_shard (year, first) values (?, ?) on conflict do nothing")) {
            statement.setInt(1, year);
            statement.setLong(2, first);
            statement.executeUpdate();
        }
    }

    private static void moveHead(Connection connection, LogHead head) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update hub.log_head set size = ?, roots = ?, outbox_position = ?")) {
            statement.setLong(1, head.size());
            statement.setBytes(2, head.roots());
            statement.setLong(3, head.outboxPosition());
            statement.executeUpdate();
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            cause.addSuppressed(alsoFailed);
        }
    }
}
