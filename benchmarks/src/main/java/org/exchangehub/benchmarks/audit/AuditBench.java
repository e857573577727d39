package org.exchangehub.benchmarks.audit;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.exchangehub.benchmarks.report.Conditions;
import org.exchangehub.benchmarks.report.Row;
import org.exchangehub.benchmarks.running.HubUnderTest;
import org.exchangehub.benchmarks.running.Tool;
import org.exchangehub.tlog.NoteKey;
import org.exchangehub.tlog.NoteSigner;
import org.jspecify.annotations.Nullable;

/**
 * P5 and P6. First the log at the rate it has to bear, then as fast as it goes, in turns with plain COPY of the same rows and
 * with one INSERT for each request, of two rounds one forth and one back (ABBA); then what an outsider does with its tiles.
 */
public final class AuditBench {

    /** The target is 10 000; a little more is offered, so that it is reached and not merely approached. */
    private static final int OFFERED = 10_200;

    private static final int TARGET_RATE = 10_000;
    private static final int CALLERS = 2_000;
    private static final int ROUNDS = 6;
    private static final int QUICK_ROUNDS = 2;
    private static final long MOST_COPIED = 200_000;
    private static final long SYNTHETIC = 100_000_000;
    private static final long QUICK_SYNTHETIC = 10_000_000;
    private static final int PROOFS = 20_000;

    private final HubUnderTest engines;
    private final boolean quick;
    private final List<Row> rows = new ArrayList<>();
    private int commands;

    private AuditBench(HubUnderTest engines, boolean quick) {
        this.engines = engines;
        this.quick = quick;
    }

    /**
     * Measures.
     *
     * @param checkout root of the built project
     * @param minutes how long the log bears its rate; 2 unless said, half a minute in a quick run
     */
    public static List<Row> measured(Path checkout, boolean quick, @Nullable Integer minutes) {
        try (HubUnderTest engines = new HubUnderTest(checkout, LogDriver.class)) {
            AuditBench bench = new AuditBench(engines, quick);
            bench.driven("closed", CALLERS, quick ? 8 : 20);
            bench.bearing(minutes != null ? minutes * 60 : quick ? 30 : 120);
            bench.compared(Integer.getInteger("bench.rounds", quick ? QUICK_ROUNDS : ROUNDS));
            bench.replayed();
            bench.proven();
            return bench.rows;
        }
    }

    private void bearing(int seconds) {
        double hub = engines.hubCpu();
        double postgres = engines.postgresCpu();
        Properties result = driven("paced", OFFERED, seconds);
        double entries = figure(result, "entries");
        String conditions =
                Conditions.here(engines.versions() + "; " + OFFERED + " entries/s offered for " + seconds + " s, "
                        + leaf() + ", delays from when an entry should have come; load generator in the hub's process");
        rows.add(Row.atLeast(
                TARGET_RATE, "P5/rate", "durable entries a second", "1/s", one(result, "rate"), conditions));
        rows.add(Row.atMost(50, "P5/p99", "acknowledgement, p99", "ms", one(result, "p99"), conditions));
        rows.add(Row.figure("P5/p99", "acknowledgement, median", "ms", one(result, "p50"), conditions));
        rows.add(Row.figure("P5/p99", "acknowledgement, longest", "ms", one(result, "max"), conditions));
        rows.add(Row.atMost(0, "P5/refused", "entries refused", "entries", one(result, "refused"), conditions));
        rows.add(Row.atMost(
                1_000, "P5/proof", "signed checkpoint covers it, longest", "ms", one(result, "proofMax"), conditions));
        rows.add(Row.figure("P5/proof", "signed checkpoint covers it, p99", "ms", one(result, "proofP99"), conditions));
        rows.add(Row.figure(
                "P5/rate",
                "hub with load generator, CPU",
                "s/10^6 entries",
                List.of((engines.hubCpu() - hub) * 1e6 / entries),
                conditions));
        rows.add(Row.figure(
                "P5/rate",
                "PostgreSQL, CPU",
                "s/10^6 entries",
                List.of((engines.postgresCpu() - postgres) * 1e6 / entries),
                conditions));
    }

    /** What an entry weighs, for the conditions. */
    private String leaf() {
        return "leaves of "
                + engines.text("select round(avg(octet_length(entry))) from hub.log_entry where index > 100"
                        + " and index < 10000")
                + " bytes with one subject and personal detail each";
    }

    private void compared(int rounds) {
        PeerTables peers = new PeerTables(engines);
        peers.take(MOST_COPIED);
        int seconds = quick ? 6 : 10;
        List<Double> log = new ArrayList<>();
        List<Double> copy = new ArrayList<>();
        List<Double> insert = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<Runnable> steps = new ArrayList<>(List.of(
                    () -> log.add(saturated(seconds)),
                    () -> copy.add(peers.copy()),
                    () -> insert.add(peers.insert(seconds))));
            (round % 2 == 1 ? steps.reversed() : steps).forEach(Runnable::run);
            System.err.printf(
                    "log %.0f/s, COPY %.0f/s, INSERT %.0f/s, load %s%n",
                    log.getLast(), copy.getLast(), insert.getLast(), Conditions.load());
        }
        String conditions =
                Conditions.here(engines.versions() + "; " + CALLERS + " callers for " + seconds + " s; COPY: "
                        + MOST_COPIED
                        + " of the same rows with their bodies and tokens into tables with the same indexes, binary,"
                        + " one transaction; INSERT: entry rows alone over 4 connections");
        rows.add(Row.atLeast(0.6, "P5/copy", "log / plain COPY", "ratio", ratios(log, copy), conditions));
        rows.add(Row.atLeast(8, "P5/insert", "log / one INSERT per request", "ratio", ratios(log, insert), conditions));
        rows.add(Row.figure("P5/copy", "log, as fast as it goes", "1/s", log, conditions));
        rows.add(Row.figure("P5/copy", "plain COPY", "1/s", copy, conditions));
        rows.add(Row.figure("P5/insert", "one INSERT per request", "1/s", insert, conditions));
    }

    private double saturated(int seconds) {
        engines.settle();
        return figure(driven("closed", CALLERS, seconds), "rate");
    }

    private void replayed() {
        ExportedTiles tiles = new ExportedTiles(engines, key());
        tiles.replayed();
        tiles.digested();
        boolean openssl = Tool.installed("openssl");
        List<Double> replay = new ArrayList<>();
        List<Double> java = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        for (int round = 0; round < (quick ? QUICK_ROUNDS : ROUNDS); round++) {
            List<Runnable> steps =
                    new ArrayList<>(List.of(() -> replay.add(tiles.replayed()), () -> java.add(tiles.digested())));
            if (openssl) {
                steps.add(() -> peer.add(tiles.digestedByOpenssl()));
            }
            (round % 2 == 1 ? steps.reversed() : steps).forEach(Runnable::run);
        }
        String conditions = Conditions.here(tiles.size() + " entries, " + Math.round(tiles.megabytes())
                + " MiB of bundles exported to files, in the page cache; one thread; "
                + (openssl ? Tool.run(List.of("openssl", "version"), Map.of()).strip() : "no openssl"));
        rows.add(Row.atLeast(
                0.4,
                "P6/replay",
                "replay / SHA-256 of " + (openssl ? "OpenSSL" : "Java"),
                "ratio",
                ratios(replay, openssl ? peer : java),
                conditions));
        rows.add(Row.figure("P6/replay", "replay of all tiles", "MiB/s", replay, conditions));
        rows.add(Row.figure("P6/replay", "SHA-256, Java", "MiB/s", java, conditions));
        if (openssl) {
            rows.add(Row.figure("P6/replay", "SHA-256, OpenSSL", "MiB/s", peer, conditions));
        }
    }

    private void proven() {
        long size = quick ? QUICK_SYNTHETIC : SYNTHETIC;
        try (SyntheticTree tree = new SyntheticTree(engines.directory(), size)) {
            tree.proven(PROOFS, 1);
            List<Double> tails = new ArrayList<>();
            List<Double> medians = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                List<Double> millis = tree.proven(PROOFS, round + 2L);
                medians.add(Row.median(millis));
                tails.add(Row.quantile(millis, 0.99));
            }
            String conditions = Conditions.here(size + " synthetic leaf hashes in files, " + PROOFS
                    + " proofs a round, each from tiles read anew and verified; one thread");
            rows.add(Row.atMost(1, "P6/proof", "inclusion proof, p99", "ms", tails, conditions));
            rows.add(Row.figure("P6/proof", "inclusion proof, median", "ms", medians, conditions));
        }
    }

    private NoteKey key() {
        try {
            return NoteSigner.fromPem(
                            engines.property("hub.audit.origin"),
                            Path.of(engines.property("hub.audit.signing-key-file")))
                    .key();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has the driver do something and waits for what came of it. */
    private Properties driven(String command, int number, int seconds) {
        Path file = engines.directory().resolve("driven-" + commands++);
        engines.tell(command + " " + number + " " + seconds + " " + file);
        while (!Files.exists(file)) {
            if (!engines.alive()) {
                throw new IllegalStateException("exchange-core has ended; see its log in " + engines.directory());
            }
            pause();
        }
        Properties result = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            result.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.err.println(command + " " + number + ": " + result);
        return result;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Double> one(Properties result, String name) {
        return List.of(figure(result, name));
    }

    private static double figure(Properties result, String name) {
        return Double.parseDouble(result.getProperty(name, "NaN"));
    }

    private static List<Double> ratios(List<Double> ours, List<Double> theirs) {
        return IntStream.range(0, theirs.size())
                .mapToObj(i -> ours.get(i) / theirs.get(i))
                .toList();
    }
}
