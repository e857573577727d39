package org.exchangehub.benchmarks.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.exchangehub.benchmarks.report.Conditions;
import org.exchangehub.benchmarks.report.Row;
import org.exchangehub.benchmarks.running.HubUnderTest;
import org.jspecify.annotations.Nullable;

/**
 * P4: rows of 12 columns with all standard checks, one in a hundred bad, from the first byte sent to the receipt; beside it,
 * in turns on the same PostgreSQL, what else brings rows into a table. Of two rounds one goes forth and one back (ABBA).
 */
public final class IngestBench {

    private static final long ROWS = 1_000_000;
    private static final long QUICK_ROWS = 200_000;
    private static final int ROUNDS = 6;
    private static final int QUICK_ROUNDS = 2;

    /** What is timed in every round. */
    private enum Contender {
        HUB_FIRST,
        COPY,
        HUB_UPDATE,
        MERGE,
        PGLOADER,
        NIFI
    }

    private final HubUnderTest engines;
    private final HubLoads hub;
    private final DirectLoads direct;
    private final PgloaderLoads pgloader;
    private final @Nullable NifiLoads nifi;

    /** Which run beside the hub; {@code -Dbench.rivals=none} while the hub itself is looked at. */
    private final String rivals = System.getProperty("bench.rivals", "pgloader,nifi");

    private final RowFiles first;
    private final RowFiles second;
    private final Map<Contender, List<Run>> runs = new EnumMap<>(Contender.class);
    private boolean twinned;

    private IngestBench(HubUnderTest engines, long rows) {
        this.engines = engines;
        this.hub = new HubLoads(engines);
        this.direct = new DirectLoads(engines);
        this.pgloader = new PgloaderLoads(engines);
        this.nifi = rivals.contains("nifi") ? new NifiLoads(engines) : null;
        this.first = RowFiles.written(engines.directory(), rows, 0);
        this.second = RowFiles.written(engines.directory(), rows, 1);
    }

    /**
     * Measures.
     *
     * @param checkout root of the built project
     */
    public static List<Row> measured(Path checkout, boolean quick) {
        try (HubUnderTest engines = new HubUnderTest(checkout)) {
            IngestBench bench = new IngestBench(engines, Long.getLong("bench.rows", quick ? QUICK_ROWS : ROWS));
            bench.round(false);
            bench.runs.clear();
            int rounds = Integer.getInteger("bench.rounds", quick ? QUICK_ROUNDS : ROUNDS);
            for (int round = 0; round < rounds; round++) {
                bench.round(round % 2 == 1);
            }
            return bench.rows();
        }
    }

    private void round(boolean back) {
        List<Runnable> steps = new ArrayList<>(List.of(this::hubRound, this::directRound));
        if (rivals.contains("pgloader") && PgloaderLoads.installed()) {
            steps.add(() -> ran(Contender.PGLOADER, pgloader.load(first)));
        }
        if (nifi != null) {
            NifiLoads flow = nifi;
            steps.add(() -> ran(Contender.NIFI, flow.load(first)));
        }
        if (back) {
            Collections.reverse(steps);
        }
        steps.forEach(Runnable::run);
    }

    private void hubRound() {
        String dataset = hub.empty();
        long good = first.rows() - RowFiles.wrong(first.rows());
        ran(Contender.HUB_FIRST, hub.load(dataset, first, good, 0));
        // Of the odd rows every second differs in a field; the wrong ones are odd.
        long changed = first.rows() / 2 - RowFiles.wrong(first.rows());
        ran(Contender.HUB_UPDATE, hub.load(dataset, second, 0, changed));
        if (!twinned) {
            direct.makeTwin(hub.table(dataset));
            twinned = true;
        }
        hub.empty(dataset);
    }

    private void directRound() {
        ran(Contender.COPY, direct.copy(first));
        ran(Contender.MERGE, direct.merge(second));
        direct.empty();
    }

    private void ran(Contender contender, Run run) {
        System.err.printf(
                "%-10s %8.2f s %10.0f rows/s, load %s%n", contender, run.seconds(), run.rate(), Conditions.load());
        runs.computeIfAbsent(contender, c -> new ArrayList<>()).add(run);
    }

    private List<Row> rows() {
        String conditions = Conditions.here(engines.versions() + "; " + first.rows()
                + " rows of 12 columns, 1 % bad, CSV; from the first byte sent to the receipt");
        List<Row> rows = new ArrayList<>();
        ratio(
                rows,
                "P4/first-load",
                "hub / COPY into the same table",
                Contender.HUB_FIRST,
                Contender.COPY,
                0.5,
                conditions);
        ratio(rows, "P4/updates", "hub / bare set-wise merge", Contender.HUB_UPDATE, Contender.MERGE, 0.7, conditions);
        ratio(
                rows,
                "P4/pgloader",
                "hub / pgloader, types only",
                Contender.HUB_FIRST,
                Contender.PGLOADER,
                2,
                conditions);
        ratio(rows, "P4/nifi", "hub / NiFi's own processors", Contender.HUB_FIRST, Contender.NIFI, 4, conditions);
        runs.forEach((contender, list) -> {
            String id = "P4/" + contender.name().toLowerCase(Locale.ROOT).replace('_', '-');
            rows.add(Row.figure(id, "rows per second", "rows/s", figures(list, Run::rate), conditions));
            rows.add(Row.figure(
                    id, "server + PostgreSQL CPU", "s/10^6 rows", figures(list, Run::cpuPerMillion), conditions));
            rows.add(Row.figure(
                    id, "load generator's CPU", "s/10^6 rows", figures(list, Run::loaderCpuPerMillion), conditions));
        });
        return rows;
    }

    private void ratio(
            List<Row> rows,
            String id,
            String metric,
            Contender ours,
            Contender theirs,
            double target,
            String conditions) {
        List<Run> left = runs.getOrDefault(ours, List.of());
        List<Run> right = runs.getOrDefault(theirs, List.of());
        if (right.isEmpty()) {
            System.err.println(id + ": not compared, " + theirs + " did not run");
            return;
        }
        List<Double> ratios = IntStream.range(0, right.size())
                .mapToObj(i -> left.get(i).rate() / right.get(i).rate())
                .toList();
        rows.add(Row.atLeast(target, id, metric, "ratio", ratios, conditions));
    }

    private static List<Double> figures(List<Run> runs, ToDoubleFunction<Run> figure) {
        return runs.stream().map(run -> figure.applyAsDouble(run)).toList();
    }
}
