package org.exchangehub.journeys.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.exchangehub.journeys.faults.Faults.Wish;
import org.exchangehub.journeys.faults.Report.Row;
import org.exchangehub.journeys.faults.Trouble.Callers;
import org.exchangehub.journeys.tampering.GoVerifier;
import org.exchangehub.journeys.tampering.Judge;
import org.exchangehub.journeys.tampering.Liar;
import org.exchangehub.journeys.tampering.Lie;
import org.exchangehub.journeys.tampering.OwnVerifier;
import org.exchangehub.journeys.tampering.SigstoreVerifier;
import org.exchangehub.journeys.tampering.Trial;
import org.exchangehub.journeys.tampering.TrueLog;

/**
 * The suite of the access log. First a hub that is read from all the time gets into trouble (TARGETS R1, R2). Then a real log of
 * two instances with two witnesses is exported, tampered with in every way, and shown to the shipped verifier and to those of
 * others (R5).
 */
final class AuditFaults {

    private static final int OF_EACH_KIND = 150;
    private static final int QUICK_OF_EACH_KIND = 15;
    private static final int CALLS = 4_000;
    private static final int QUICK_CALLS = 1_000;

    private final Wish wish;
    private final Path checkout;
    private final Path root;
    private final List<Row> rows = new ArrayList<>();

    AuditFaults(Wish wish, Path checkout) {
        this.wish = wish;
        this.checkout = checkout;
        this.root = checkout.resolve(".hub-faults");
    }

    /**
     * Runs the whole suite.
     *
     * @return whether the hub held what it promises, every lie was found out and no truth refused
     */
    boolean run() throws Exception {
        System.out.println("audit faults, seed " + wish.seed());
        boolean held = troubled();
        boolean found = tampered();
        Report.write(wish, rows);
        return held && found;
    }

    private boolean troubled() throws IOException, InterruptedException, SQLException {
        try (Bed bed = new Bed(root, checkout);
                Journal journal = new Journal(root.resolve("oracle.journal"));
                WitnessProcesses witnesses = witnessed(bed)) {
            bed.up(!wish.quick());
            Report report = new Trouble(wish, bed, Callers.READING, journal).made();
            Bed.say(witnesses.keys().size() + " witnesses cosigned meanwhile");
            report.print();
            rows.addAll(report.rows());
            return report.held();
        }
    }

    private boolean tampered() throws IOException, InterruptedException, SQLException {
        TrueLog log;
        Setback setback;
        List<Lie> setBack;
        try (Bed bed = new Bed(root, checkout);
                WitnessProcesses witnesses = witnessed(bed)) {
            setback = new Setback(bed);
            bed.up(false);
            int calls = wish.quick() ? QUICK_CALLS : CALLS;
            GrownLog grown = new GrownLog(bed, witnesses.keys(), wish.seed());
            grown.grow(calls / 2);
            setback.copy();
            grown.grow(calls / 2);
            log = grown.exported();
            Bed.say("exported " + log.entries().size() + " entries, cosigned by two witnesses");
            setBack = setback.setBack(log, grown);
        }
        setback.wrong().forEach(wrong -> System.out.println("WRONG: " + wrong));
        return tried(log, setBack) && setback.wrong().isEmpty();
    }

    private WitnessProcesses witnessed(Bed bed) throws IOException, InterruptedException {
        bed.stack.hubProperties("hub");
        WitnessProcesses witnesses = new WitnessProcesses(root.resolve("witnesses"));
        witnesses.start(2, bed.stack.state().secrets().resolve("audit/log.vkey"));
        bed.settings.putAll(witnesses.settings());
        return witnesses;
    }

    private boolean tried(TrueLog log, List<Lie> setBack) throws IOException, InterruptedException {
        List<Judge> judges = judges();
        try {
            Trial trial = new Trial(log, judges);
            long begun = System.nanoTime();
            trial.run(new Liar(log, wish.seed()), wish.quick() ? QUICK_OF_EACH_KIND : OF_EACH_KIND);
            for (Lie lie : setBack) {
                trial.show(lie);
            }
            Bed.say("tried in " + (System.nanoTime() - begun) / 1_000_000_000 + " s");
            print(trial, judges);
            figures(trial, judges, log);
            return trial.wrong().isEmpty();
        } finally {
            for (Judge judge : judges) {
                judge.close();
            }
        }
    }

    private List<Judge> judges() throws IOException, InterruptedException {
        Path drivers = checkout.resolve("transparency-log/src/test/resources/outside");
        List<Judge> judges = new ArrayList<>(List.of(new OwnVerifier()));
        Optional<GoVerifier> go = GoVerifier.start(drivers, root.resolve("go"));
        go.ifPresentOrElse(judges::add, () -> Bed.say("without Go: " + GoVerifier.ABSENT));
        Optional<SigstoreVerifier> sigstore = SigstoreVerifier.start(drivers, root.resolve("sigstore"));
        sigstore.ifPresentOrElse(judges::add, () -> Bed.say("without Sigstore: " + SigstoreVerifier.ABSENT));
        return judges;
    }

    private static void print(Trial trial, List<Judge> judges) {
        for (Lie.Kind kind : Lie.Kind.values()) {
            System.out.println();
            System.out.println(kind + ": " + kind.words());
            for (Map.Entry<String, Trial.Count> each : trial.of(kind).entrySet()) {
                Trial.Count count = each.getValue();
                System.out.printf(
                        Locale.ROOT, "  %-16s %,6d of %,6d found out%n", each.getKey(), count.found(), count.shown());
                count.reasons()
                        .forEach((reason, times) -> System.out.printf(Locale.ROOT, "      %,6d  %s%n", times, reason));
            }
        }
        System.out.println();
        for (Judge judge : judges) {
            Trial.Count all = trial.of(judge);
            System.out.printf(Locale.ROOT, "%-16s %,6d lies, %,6d found out%n", judge.name(), all.shown(), all.found());
        }
        System.out.println("the truth was shown " + trial.truths() + " times");
        trial.wrong().forEach(wrong -> System.out.println("WRONG: " + wrong));
    }

    private void figures(Trial trial, List<Judge> judges, TrueLog log) {
        String conditions = "seed " + wish.seed() + "; " + Report.machine() + "; a log of "
                + log.entries().size() + " entries, two witnesses";
        for (Judge judge : judges) {
            Trial.Count all = trial.of(judge);
            double share = all.shown() == 0 ? 0 : 100.0 * all.found() / all.shown();
            rows.add(new Row(
                    "R5",
                    "tampering found out by " + judge.name() + ", of " + all.shown(),
                    share,
                    "%",
                    "100 %",
                    all.shown() > 0 && all.found() == all.shown(),
                    List.of(),
                    conditions));
        }
        System.out.println(conditions);
    }
}
