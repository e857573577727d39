package org.exchangehub.benchmarks.governance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.exchangehub.benchmarks.report.Conditions;
import org.exchangehub.benchmarks.report.Row;
import org.exchangehub.benchmarks.running.HubCalls;
import org.exchangehub.benchmarks.running.HubUnderTest;
import org.exchangehub.benchmarks.running.MappedRows;
import org.exchangehub.benchmarks.running.ReadLoad;
import org.exchangehub.benchmarks.running.ReadLoad.Result;
import org.exchangehub.schemas.samples.ErrorProfile;
import org.exchangehub.schemas.samples.LegalPersonSamples;

/**
 * P2: single reads with the policy engine and the durable log, against the same assembly with both switched off, in turns
 * (ABBA) within one process. Tokens are checked, rows filtered and fields masked in both.
 */
public final class GovernanceBench {

    private static final String DATASET = "102001-870001";
    private static final int RECORDS = 50_000;
    private static final int CALLERS = 64;
    private static final int ROUNDS = 6;
    private static final int QUICK_ROUNDS = 2;
    private static final String FIELDS = """
            [{"field": "unifiedSocialCreditCode", "access": "CLEAR"}, {"field": "registeredName", "access": "CLEAR"},
             {"field": "registeredDivision", "access": "CLEAR"}, {"field": "establishedOn", "access": "CLEAR"},
             {"field": "status", "access": "CLEAR"}, {"field": "legalRepresentative", "access": "MASKED"},
             {"field": "phone", "access": "MASKED"}]""";
    private static final String ROWS = "[{\"field\": \"establishedOn\", \"op\": \"GE\", \"values\": [\"1949-10-01\"]}]";

    private final HubUnderTest engines;
    private int switches;

    private GovernanceBench(HubUnderTest engines) {
        this.engines = engines;
    }

    /**
     * Measures.
     *
     * @param checkout root of the built project
     */
    public static List<Row> measured(Path checkout, boolean quick) {
        try (HubUnderTest engines = new HubUnderTest(checkout, SwitchedDriver.class)) {
            return new GovernanceBench(engines).measured(quick);
        }
    }

    private List<Row> measured(boolean quick) {
        HubCalls hub = engines.calls();
        MappedRows rows = new MappedRows(
                LegalPersonSamples.DATASET,
                LegalPersonSamples.of(870, RECORDS, ErrorProfile.clean()),
                LegalPersonSamples.mapping());
        hub.register(DATASET, rows.avsc());
        String batch = hub.open(DATASET, "all");
        hub.commit(DATASET, batch, rows.sent(hub, DATASET, batch, engines.directory()), rows.count());
        ReadLoad load = new ReadLoad(engines, hub.reader(DATASET, FIELDS, ROWS), rows.keys(), CALLERS);
        int seconds = quick ? 5 : 12;
        load.run(seconds * 2);
        List<Result> governed = new ArrayList<>();
        List<Result> bare = new ArrayList<>();
        for (int round = 0; round < (quick ? QUICK_ROUNDS : ROUNDS); round++) {
            List<Runnable> steps = new ArrayList<>(List.of(
                    () -> governed.add(after("on", load, seconds)), () -> bare.add(after("off", load, seconds))));
            (round % 2 == 1 ? steps.reversed() : steps).forEach(Runnable::run);
            System.err.println("governed " + governed.getLast() + ", without " + bare.getLast());
        }
        return rows(governed, bare, seconds);
    }

    private Result after(String word, ReadLoad load, int seconds) {
        Path done = engines.directory().resolve("switched-" + switches++);
        engines.tell(word + " " + done);
        while (!Files.exists(done)) {
            if (!engines.alive()) {
                throw new IllegalStateException("exchange-core has ended; see its log in " + engines.directory());
            }
            Thread.onSpinWait();
        }
        engines.settle();
        load.run(1);
        return load.run(seconds);
    }

    private List<Row> rows(List<Result> governed, List<Result> bare, int seconds) {
        String conditions = Conditions.here(engines.versions() + "; " + CALLERS + " callers, each one record after the"
                + " other for " + seconds + " s, " + RECORDS
                + " legal persons, 7 fields of which 2 masked, a row filter; without: the same process with policy"
                + " engine and log switched off; load generator in a process of its own on the same cores");
        return List.of(
                Row.atMost(
                        25,
                        "P2",
                        "governance tax, of the rate",
                        "%",
                        taxes(governed, bare, Result::rate, false),
                        conditions),
                Row.atMost(
                        25,
                        "P2",
                        "governance tax, of the CPU time",
                        "%",
                        taxes(governed, bare, Result::cpu, true),
                        conditions),
                Row.figure("P2", "governed single reads", "1/s", each(governed, Result::rate), conditions),
                Row.figure("P2", "without policy and log", "1/s", each(bare, Result::rate), conditions),
                Row.figure(
                        "P2",
                        "governed, CPU of server and PostgreSQL",
                        "s/1000",
                        each(governed, Result::cpu),
                        conditions),
                Row.figure(
                        "P2", "without, CPU of server and PostgreSQL", "s/1000", each(bare, Result::cpu), conditions),
                Row.figure("P2", "CPU of the load generator", "s/1000", each(governed, Result::loadCpu), conditions));
    }

    /** What share of a request's rate or processor time governance takes. */
    private static List<Double> taxes(
            List<Result> governed, List<Result> bare, ToDoubleFunction<Result> figure, boolean cost) {
        return IntStream.range(0, governed.size())
                .mapToObj(i -> {
                    double with = figure.applyAsDouble(governed.get(i));
                    double without = figure.applyAsDouble(bare.get(i));
                    return 100 * (1 - (cost ? without / with : with / without));
                })
                .toList();
    }

    private static List<Double> each(List<Result> results, ToDoubleFunction<Result> figure) {
        return results.stream().map(figure::applyAsDouble).toList();
    }
}
