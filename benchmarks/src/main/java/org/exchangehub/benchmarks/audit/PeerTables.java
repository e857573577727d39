package org.exchangehub.benchmarks.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.exchangehub.benchmarks.running.HubUnderTest;
import org.exchangehub.benchmarks.running.Tool;

/** What the log is compared with: tables like its own, with the same indexes, that nobody hashes or orders. */
final class PeerTables {

    private static final List<String> TABLES = List.of("log_entry", "log_body", "log_subject");

    /** As many connections as the hub has for its log. */
    private static final int CONNECTIONS = 4;

    private static final long SECOND = 1_000_000_000L;

    private final HubUnderTest engines;
    private final Path rows;
    private long count;

    PeerTables(HubUnderTest engines) {
        this.engines = engines;
        this.rows = engines.directory();
        engines.sql("create schema if not exists bench");
        for (String table : TABLES) {
            engines.sql("create table bench." + table + " (like hub." + table + " including all)");
        }
    }

    /** Writes the log's first rows into files, in COPY's binary format, as the log itself sends them. */
    void take(long most) {
        for (String table : TABLES) {
            psql("\\copy (select * from hub." + table + " where index < " + most + " order by index) to '" + file(table)
                    + "' (format binary)");
        }
        count = Long.parseLong(engines.text("select count(*) from hub.log_entry where index < " + most));
    }

    private Path file(String table) {
        return rows.resolve(table + ".copy");
    }

    /** All the rows with one COPY for each table, in one transaction: rows a second. */
    double copy() {
        engines.settle();
        long begun = System.nanoTime();
        psql(
                "begin",
                "\\copy bench.log_entry from '" + file("log_entry") + "' (format binary)",
                "\\copy bench.log_body from '" + file("log_body") + "' (format binary)",
                "\\copy bench.log_subject from '" + file("log_subject") + "' (format binary)",
                "commit");
        double rate = count * (double) SECOND / (System.nanoTime() - begun);
        TABLES.forEach(table -> engines.sql("truncate bench." + table));
        return rate;
    }

    /** The entry alone with one INSERT and one commit each, over as many connections as the hub has for its log: rows a second. */
    double insert(int seconds) {
        engines.settle();
        AtomicLong next = new AtomicLong();
        long begun = System.nanoTime();
        long end = begun + seconds * SECOND;
        List<Thread> writers = IntStream.range(0, CONNECTIONS)
                .mapToObj(writer -> Thread.ofPlatform().start(() -> insert(next, end)))
                .toList();
        for (Thread writer : writers) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        double rate = Long.parseLong(engines.text("select count(*) from bench.log_entry"))
                * (double) SECOND
                / (System.nanoTime() - begun);
        engines.sql("truncate bench.log_entry");
        return rate;
    }

    private void insert(AtomicLong next, long end) {
        byte[] entry = new byte[1024];
        byte[] hash = new byte[32];
        try (Connection connection = engines.connection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into bench.log_entry (index, fact, at, leaf_hash, entry) values (?, uuidv7(), now(), ?, ?)")) {
            while (System.nanoTime() < end) {
                statement.setLong(1, next.getAndIncrement());
                statement.setBytes(2, hash);
                statement.setBytes(3, entry);
                statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("one INSERT per request", e);
        }
    }

    private void psql(String... commands) {
        List<String> line = new ArrayList<>(List.of("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1"));
        for (String command : commands) {
            line.add("-c");
            line.add(command);
        }
        Tool.run(line, engines.libpq());
    }
}
