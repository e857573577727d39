package org.exchangehub.journeys.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.journeys.faults.Wire.Call;
import org.exchangehub.journeys.tampering.Lie;
import org.exchangehub.journeys.tampering.TrueLog;
import org.exchangehub.tlog.Checkpoint;

/** The database set back to an older copy, as somebody would who wants entries undone, with and without the hub's own memory. */
final class Setback {

    private static final String COPY = "hub_older";
    private static final int TRIES = 200;

    private final Bed bed;
    private final Wire wire = new Wire();
    private final List<String> wrong = new ArrayList<>();

    Setback(Bed bed) {
        this.bed = bed;
    }

    /** Promises the hub did not keep. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Copies the database while nobody uses it. */
    void copy() throws SQLException, IOException, InterruptedException {
        stop();
        try (Connection connection = administration();
                Statement statement = connection.createStatement()) {
            free(statement, "hub");
            statement.execute("create database " + COPY + " template hub");
            statement.execute("update pg_database set (datdba, datacl) = (select datdba, datacl from pg_database"
                    + " where datname = 'hub') where datname = '" + COPY + "'");
        }
        for (Instance instance : bed.instances) {
            started(instance);
        }
    }

    /**
     * Puts the copy in the place of the database and looks what the hub and its witnesses say.
     *
     * @param log as it was before
     * @return what outsiders are shown afterwards
     */
    List<Lie> setBack(TrueLog log, GrownLog grown) throws SQLException, IOException, InterruptedException {
        stop();
        try (Connection connection = administration();
                Statement statement = connection.createStatement()) {
            free(statement, "hub");
            free(statement, COPY);
            statement.execute("alter database hub rename to hub_newer");
            statement.execute("alter database " + COPY + " rename to hub");
        }
        Instance signer = bed.instances.stream()
                .max(Comparator.comparingLong(this::signed))
                .orElseThrow();
        started(signer);
        expect("an instance that remembers releases nothing", () -> denied(signer) == 503);
        stop();
        for (Instance instance : bed.instances) {
            Files.deleteIfExists(memory(instance));
        }
        started(signer);
        expect("an instance that was made to forget answers", () -> denied(signer) == 403);
        expect(
                "the witnesses have noticed",
                () -> alarmed(signer) == log.witnesses().size());
        return grown.shown(signer, log);
    }

    private long signed(Instance instance) {
        try {
            Path file = memory(instance);
            return Files.exists(file)
                    ? Checkpoint.unverified(Files.readString(file)).size()
                    : 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private static Path memory(Instance instance) {
        return instance.log().resolveSibling("state").resolve("last-signed-checkpoint");
    }

    private int denied(Instance instance) throws IOException {
        Actor caller = bed.cast.person("market-steward");
        return wire.send(instance.port(), caller.token(), Call.get("/api/v1/audit/entries/0"))
                .status();
    }

    private int alarmed(Instance instance) throws IOException {
        Actor caller = bed.cast.person("audit-admin");
        Wire.Reply reply = wire.send(instance.port(), caller.token(), Call.get("/log/witnesses"));
        int alarmed = 0;
        for (var witness : reply.json().path("items")) {
            alarmed += witness.path("problem").asText().contains("may be an older copy") ? 1 : 0;
        }
        return alarmed;
    }

    /** Something that can be asked again and again. */
    @FunctionalInterface
    private interface Question {
        boolean holds() throws IOException;
    }

    private void expect(String promise, Question question) throws IOException, InterruptedException {
        for (int tried = 0; tried < TRIES; tried++) {
            if (question.holds()) {
                Bed.say("database set back: " + promise);
                return;
            }
            Thread.sleep(100);
        }
        wrong.add("database set back: expected that " + promise);
    }

    private void stop() throws InterruptedException {
        for (Instance instance : bed.instances) {
            instance.stop();
        }
    }

    private static void started(Instance instance) throws IOException, InterruptedException {
        instance.start(false);
        if (!instance.awaitReady()) {
            throw new IOException("instance " + instance.name() + " does not start; see " + instance.log());
        }
    }

    private Connection administration() throws SQLException {
        return DriverManager.getConnection(
                bed.endpoints.jdbcUrl("postgres"), "postgres", bed.endpoints.databasePassword("postgres"));
    }

    private static void free(Statement statement, String database) throws SQLException {
        statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
    }
}
