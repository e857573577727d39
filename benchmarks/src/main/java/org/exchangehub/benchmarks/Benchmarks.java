package org.exchangehub.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.exchangehub.benchmarks.ingest.IngestBench;
import org.exchangehub.benchmarks.report.Row;
import org.exchangehub.benchmarks.scale.ScaleBench;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/** {@code checks|ingest|scale [--quick] [--json FILE]}: what {@code ./hub bench} starts. */
public final class Benchmarks {

    /** Unknown name or option. */
    private static final int MISUSED = 2;

    private Benchmarks() {}

    public static void main(String... args) throws RunnerException, IOException {
        Iterator<String> words = Arrays.asList(args).iterator();
        String name = words.hasNext() ? words.next() : "";
        boolean quick = false;
        Path json = null;
        while (words.hasNext()) {
            switch (words.next()) {
                case "--quick" -> quick = true;
                case "--json" -> json = words.hasNext() ? Path.of(words.next()) : null;
                default -> name = "";
            }
        }
        List<Row> rows = measured(name, quick);
        if (rows.isEmpty()) {
            System.err.println("expected: checks|ingest|scale [--quick] [--json FILE]");
            System.exit(MISUSED);
        }
        print(rows, System.out);
        write(rows, json);
    }

    private static List<Row> measured(String name, boolean quick) throws RunnerException {
        Path checkout = Path.of(System.getProperty("hub.root", ""));
        return switch (name) {
            case "checks" -> RecordChecks.measured(quick);
            case "ingest" -> IngestBench.measured(checkout, quick);
            case "scale" -> ScaleBench.measured(checkout, quick);
            default -> List.of();
        };
    }

    private static void print(List<Row> rows, PrintStream out) {
        out.println();
        out.printf("%-34s %-34s %16s %-10s %-14s %s%n", "id", "metric", "value", "unit", "target", "met");
        for (Row row : rows) {
            String value = String.format(Locale.ROOT, row.value() < 10_000 ? "%,.1f" : "%,.0f", row.value());
            out.printf(
                    "%-34s %-34s %16s %-10s %-14s %s%n",
                    row.id(), row.metric(), value, row.unit(), row.target(), row.met() ? "yes" : "NO");
        }
        out.println(rows.getFirst().conditions());
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
