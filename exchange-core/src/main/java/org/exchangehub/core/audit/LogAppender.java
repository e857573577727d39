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
import org.exchangehub.tlog.Tile;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Puts a group of entries into the log in one short transaction: it locks the head row, which is what orders all
 * instances, takes what the outbox holds, gives contiguous indexes, copies the rows in and moves the head. Whoever dies
 * within it leaves nothing behind and blocks the others for {@link #LIMITS two seconds} at most.
 */
@Component
class LogAppender {

    private static final String LIMITS = "set local transaction_timeout = '2s'; set local lock_timeout = '1500ms'";
    private static final int OUTBOX_ROWS = 500;

    private final DataSource dataSource;

    LogAppender(@Qualifier("logDataSource") DataSource logDataSource) {
        this.dataSource = logDataSource;
    }

    /**
     * Appends the entries, after whatever the outbox holds.
     *
     * @return the index of the first of them
     * @throws SQLException when nothing was appended, or when it is unknown whether it was
     */
    long append(List<LogEntry> entries) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long first = append(connection, entries);
                connection.commit();
                return first;
            } catch (SQLException failed) {
                rollback(connection, failed);
                throw failed;
            }
        }
    }

    /** Whether the outbox holds rows the log has not taken; asked without a lock. */
    boolean outboxWaits() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select exists (select 1 from hub.audit_outbox
                            where position > (select outbox_position from hub.log_head))
                        """)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static long append(Connection connection, List<LogEntry> entries) throws SQLException {
        LogHead head = lockedHead(connection);
        List<LogEntry> all = new ArrayList<>();
        long position = drained(connection, head.outboxPosition(), all);
        long first = head.size() + all.size();
        all.addAll(entries);
        if (!all.isEmpty()) {
            moveHead(connection, LogHead.of(written(connection, head.frontier(), all), position));
        }
        return first;
    }

    private static LogHead lockedHead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LIMITS);
            try (ResultSet row =
                    statement.executeQuery("select size, roots, outbox_position from hub.log_head for update")) {
                row.next();
                return new LogHead(row.getLong(1), row.getBytes(2), row.getLong(3));
            }
        }
    }

    private static long drained(Connection connection, long after, List<LogEntry> into) throws SQLException {
        long position = after;
        try (PreparedStatement statement = connection.prepareStatement("""
                select position, fact, at, entry, salt, body, tokens from hub.audit_outbox
                where position > ? order by position limit ?
                """)) {
            statement.setLong(1, after);
            statement.setInt(2, OUTBOX_ROWS);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    position = row.getLong("position");
                    into.add(outboxEntry(row));
                }
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
                List.of((String[]) tokens.getArray()));
    }

    private static Frontier written(Connection connection, Frontier frontier, List<LogEntry> entries)
            throws SQLException {
        CopyText rows = new CopyText("hub.log_entry (index, fact, at, leaf_hash, entry)");
        CopyText nodes = new CopyText("hub.log_node (level, index, hash)");
        CopyText bodies = new CopyText("hub.log_body (index, salt, body)");
        CopyText subjects = new CopyText("hub.log_subject (token, index)");
        for (LogEntry entry : entries) {
            long index = frontier.size();
            rows.row(index, entry.fact(), entry.at(), entry.leafHash().bytes(), entry.entry());
            LogEntry.Body body = entry.body();
            if (body != null) {
                bodies.row(index, body.salt(), body.json());
            }
            entry.tokens().forEach(token -> subjects.row(token, index));
            frontier.append(entry.leafHash(), (height, node, hash) -> {
                if (height > 0 && height % Tile.HEIGHT == 0) {
                    nodes.row(height / Tile.HEIGHT, node, hash.bytes());
                }
            });
        }
        rows.into(connection);
        nodes.into(connection);
        bodies.into(connection);
        subjects.into(connection);
        return frontier;
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

    private static void rollback(Connection connection, SQLException cause) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            cause.addSuppressed(alsoFailed);
        }
    }
}
