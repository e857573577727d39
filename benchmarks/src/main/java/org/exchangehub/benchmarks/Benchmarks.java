package org.exchangehub.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.exchangehub.benchmarks.audit.AuditBench;
import org.exchangehub.benchmarks.catalog.CatalogBench;
import org.exchangehub.benchmarks.governance.GovernanceBench;
import org.exchangehub.benchmarks.ingest.IngestBench;
import org.exchangehub.benchmarks.report.Row;
import org.exchangehub.benchmarks.scale.ScaleBench;
import org.exchangehub.benchmarks.search.AuditSearchBench;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/** {@code audit|audit-search|catalog|checks|governance|ingest|scale [--quick] [--minutes N] [--json FILE]}: what {@code ./hub bench} starts. */
public final class Benchmarks {

    /** Unknown name or option. */
    private static final int MISUSED = 2;

    /** An engine failed, or what it answered was wrong. */
    private static final int BROKEN = 1;

    private Benchmarks() {}

    public static void main(String... args) throws RunnerException, IOException {
        Iterator<String> words = Arrays.asList(args).iterator();
        String name = words.hasNext() ? words.next() : "";
        boolean quick = false;
        Integer minutes = null;
        Path json = null;
        while (words.hasNext()) {
            switch (words.next()) {
                case "--quick" -> quick = true;
                case "--minutes" -> minutes = words.hasNext() ? Integer.valueOf(words.next()) : null;
                case "--json" -> json = words.hasNext() ? Path.of(words.next()) : null;
                default -> name = "";
            }
        }
        List<Row> rows = List.of();
        try {
            rows = measured(name, quick, minutes);
        } catch (IllegalStateException | UncheckedIOException broken) {
            broken.printStackTrace();
            // Ends what it has started, too.
            System.exit(BROKEN);
        }
        if (rows.isEmpty()) {
            System.err.println(
                    "expected: audit [--minutes N]|audit-search|catalog|checks|governance|ingest|scale [--quick] [--json FILE]");
            System.exit(MISUSED);
        }
        print(rows, System.out);
        write(rows, json);
    }

    private static List<Row> measured(String name, boolean quick, @Nullable Integer minutes) throws RunnerException {
        Path checkout = Path.of(System.getProperty("hub.root", ""));
        return switch (name) {
            case "audit" -> AuditBench.measured(checkout, quick, minutes);
            case "audit-search" -> AuditSearchBench.measured(checkout, quick);
            case "catalog" -> CatalogBench.measured(checkout, quick);
            case "checks" -> RecordChecks.measured(quick);
            case "governance" -> GovernanceBench.measured(checkout, quick);
            case "ingest" -> IngestBench.measured(checkout, quick);
            case "scale" -> ScaleBench.measured(checkout, quick);
            default -> List.of();
        };
    }

    private static void print(List<Row> rows, PrintStream out) {
        String line = "%-18s %-52s %12s %-12s %-21s %-14s %s%n";
        out.println();
        out.printf(line, "id", "metric", "median", "unit", "range", "target", "met");
        for (Row row : rows) {
            DoubleSummaryStatistics all =
                    row.pairs().stream().mapToDouble(Double::doubleValue).summaryStatistics();
            String range = all.getCount() < 2 ? "" : number(all.getMin()) + " – " + number(all.getMax());
            out.printf(
                    line,
                    row.id(),
                    row.metric(),
                    number(row.value()),
                    row.unit(),
                    range,
                    row.target(),
                    row.met() ? "yes" : "NO");
        }
        rows.stream().map(Row::conditions).distinct().forEach(out::println);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 1_000 ? "%.1f" : "%,.0f", value);
    }

    private static void write(List<Row> rows, @Nullable Path json) throws IOException {
        if (json != null) {
            Path folder = json.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), rows);
        }
    }
}
