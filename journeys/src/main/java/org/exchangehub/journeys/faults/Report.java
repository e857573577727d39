package org.exchangehub.journeys.faults;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exchangehub.journeys.faults.Faults.Wish;
import org.exchangehub.journeys.faults.Findings.Kind;

/** Prints what was done and what was found, and writes it beside the targets. */
final class Report {

    private final Wish wish;
    private final Duration took;
    private final Tally injected;
    private final Load load;
    private final Findings findings;

    /**
     * One figure beside its target.
     *
     * @param pairs raw figures; none here
     */
    record Row(
            String id,
            String metric,
            double value,
            String unit,
            String target,
            boolean met,
            List<Double> pairs,
            String conditions) {

        Row {
            pairs = List.copyOf(pairs);
        }
    }

    Report(Wish wish, Duration took, Tally injected, Load load, Findings findings) {
        this.wish = wish;
        this.took = took;
        this.injected = injected;
        this.load = load;
        this.findings = findings;
    }

    /** Whether all is as promised; that a quick run makes fewer faults is not held against it. */
    boolean held() {
        return findings.wrong().isEmpty();
    }

    /** Prints everything. */
    void print() {
        table("injected", injected);
        table("deliveries, and what was compared", load.edge);
        table("felt by the clients, who repeated what was not answered", load.felt);
        table("noted", findings.noted());
        List<Row> rows = rows();
        System.out.printf("%n%-4s %-44s %10s %-10s %-10s %s%n", "id", "metric", "value", "unit", "target", "met");
        for (Row row : rows) {
            System.out.printf(
                    Locale.ROOT,
                    "%-4s %-44s %,10.0f %-10s %-10s %s%n",
                    row.id(),
                    row.metric(),
                    row.value(),
                    row.unit(),
                    row.target(),
                    row.met() ? "yes" : "NO");
        }
        System.out.println(conditions());
        findings.wrong().forEach(finding -> System.out.println(finding.kind() + ": " + finding.what()));
    }

    private static void table(String title, Tally tally) {
        System.out.println();
        System.out.println(title);
        for (Map.Entry<String, Long> count : tally.all().entrySet()) {
            System.out.printf(Locale.ROOT, "  %,8d  %s%n", count.getValue(), count.getKey());
        }
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        long faults = injected.total() - injected.of("could not be injected") + Trouble.atTheEdge(load);
        rows.add(atLeast("R1", "faults injected", faults, 1_000));
        rows.add(atLeast("R1", "of them processes killed", Trouble.kills(injected), 100));
        rows.add(none("R1", "answers released without an entry", Kind.UNEVIDENCED));
        rows.add(none("R1", "acknowledged entries, batches, records lost", Kind.LOST));
        rows.add(none("R1", "doubled", Kind.DOUBLED));
        rows.add(none("R1", "gaps", Kind.GAP));
        rows.add(none("R1", "forks", Kind.FORK));
        rows.add(none("R2", "wrong answers", Kind.WRONG_ANSWER));
        rows.add(none("R2", "not recovered by itself", Kind.NOT_RECOVERED));
        return rows;
    }

    private Row atLeast(String id, String metric, long value, long target) {
        return new Row(id, metric, value, "faults", "≥ " + target, value >= target, List.of(), conditions());
    }

    private Row none(String id, String metric, Kind kind) {
        long found = findings.count(kind);
        return new Row(id, metric, found, "findings", "0", found == 0, List.of(), conditions());
    }

    private String conditions() {
        return String.join(
                "; ",
                "seed " + wish.seed(),
                wish.quick() ? "quick" : "full",
                took.toSeconds() + " s under load",
                machine(),
                "two instances with -Xmx768m over one PostgreSQL");
    }

    static String machine() {
        return String.join(
                "; ",
                Runtime.getRuntime().availableProcessors() + " cores",
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "JDK " + System.getProperty("java.vm.version"));
    }

    /** Writes figures where they are wished for, if they are. */
    static void write(Wish wish, List<Row> rows) throws IOException {
        Path json = wish.json();
        if (json != null) {
            Path folder = json.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Journal.JSON.copy().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), rows);
        }
    }
}
