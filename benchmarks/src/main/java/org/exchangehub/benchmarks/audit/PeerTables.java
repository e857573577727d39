package org.exchangehub.benchmarks.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.exchangehub.benchmarks.running.HubUnderTest;
import org.exchangehub.benchmarks.running.Tool;

/** What the log is compared with: tables like its own, with the same indexes, that nobody hashes or orders. */
final class PeerTables {

    /** Tables and the columns the log writes; others are computed. */
    private static final Map<String, String> TABLES = Map.of(
            "log_entry", "index, fact, at, leaf_hash, entry",
            "log_body", "index, salt, body",
            "log_subject", "token, index");

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
        for (String table : TABLES.keySet()) {
            engines.sql("create table bench." + table + " (like hub." + table + " including all)");
        }
    }

    /** Writes the log's first rows into files, in COPY's binary format, as the log itself sends them. */
    void take(long most) {
        for (String table : TABLES.keySet()) {
            psql("\\copy (select " + TABLES.get(table) + " from hub." + table + " where index < " + most
                    + " order by index) to '" + file(table) + "' (format binary)");
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
        psql("begin", from("log_entry"), from("log_body"), from("log_subject"), "commit");
        double rate = count * (double) SECOND / (System.nanoTime() - begun);
        TABLES.keySet().forEach(table -> engines.sql("truncate bench." + table));
        return rate;
    }

    private String from(String table) {
        return "\\copy bench." + table + " (" + TABLES.get(table) + ") from '" + file(table) + "' (format binary)";
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
