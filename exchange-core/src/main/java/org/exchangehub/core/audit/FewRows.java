package org.exchangehub.core.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A few entries as rows of the log's tables, in one round trip. COPY needs two for each table and more of the server's time
 * to begin, which many rows are worth and few are not.
 */
final class FewRows {

    /** Entries up to which this is the quicker way. */
    private static final int FEW = 32;

    private static final String INSERTS = """
            insert into hub.log_entry (index, fact, at, leaf_hash, entry)
            select * from unnest(cast(? as bigint[]), cast(? as uuid[]), cast(? as timestamptz[]), cast(? as bytea[]),
                cast(? as bytea[]));
            insert into hub.log_body (index, salt, body)
            select * from unnest(cast(? as bigint[]), cast(? as bytea[]), cast(? as bytea[]));
            insert into hub.log_subject (token, index)
            select * from unnest(cast(? as text[]), cast(? as bigint[]))""";

    private final List<Long> indexes = new ArrayList<>();
    private final List<UUID> facts = new ArrayList<>();
    private final List<OffsetDateTime> times = new ArrayList<>();
    private final List<byte[]> hashes = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private final List<Long> bodied = new ArrayList<>();
    private final List<byte[]> salts = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<Long> named = new ArrayList<>();

    /** The rows of entries that are {@link #few}, from an index on. */
    FewRows(List<LogEntry> entries, long first) {
        long index = first;
        for (LogEntry entry : entries) {
            add(index++, entry);
        }
    }

    /** Whether these are few, and none of them part of a long answer. */
    static boolean few(List<LogEntry> entries) {
        return entries.size() <= FEW
                && entries.stream()
                        .allMatch(entry -> entry.part() instanceof LogEntry.Part.Alone
                                && entry.tokens().size() <= FEW);
    }

    private void add(long index, LogEntry entry) {
        indexes.add(index);
        facts.add(entry.fact());
        times.add(OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
        hashes.add(entry.leafHash().bytes());
        leaves.add(entry.entry());
        LogEntry.Body body = entry.body();
        if (body != null) {
            bodied.add(index);
            salts.add(body.salt());
            bodies.add(body.json());
        }
        for (String token : entry.tokens()) {
            tokens.add(token);
            named.add(index);
        }
    }

    void into(Connection connection) throws SQLException {
        try (PreparedStatement inserts = connection.prepareStatement(INSERTS)) {
            inserts.setArray(1, connection.createArrayOf("int8", indexes.toArray(Long[]::new)));
            inserts.setArray(2, connection.createArrayOf("uuid", facts.toArray()));
            inserts.setArray(3, connection.createArrayOf("timestamptz", times.toArray()));
            inserts.setArray(4, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            inserts.setArray(5, connection.createArrayOf("bytea", leaves.toArray(byte[][]::new)));
            inserts.setArray(6, connection.createArrayOf("int8", bodied.toArray(Long[]::new)));
            inserts.setArray(7, connection.createArrayOf("bytea", salts.toArray(byte[][]::new)));
            inserts.setArray(8, connection.createArrayOf("bytea", bodies.toArray(byte[][]::new)));
            inserts.setArray(9, connection.createArrayOf("text", tokens.toArray(String[]::new)));
            inserts.setArray(10, connection.createArrayOf("int8", named.toArray(Long[]::new)));
            inserts.execute();
        }
    }
}
