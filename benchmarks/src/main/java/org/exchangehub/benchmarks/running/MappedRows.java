package org.exchangehub.benchmarks.running;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exchangehub.benchmarks.running.HubCalls.PartFile;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.StandardSchemas;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.samples.SampleRow;
import org.exchangehub.schemas.samples.Samples;
import org.jspecify.annotations.Nullable;

/** Generated rows of a standard, mapped as a source's flow does and sent in parts; only one part is on disk at a time. */
public final class MappedRows {

    private static final long ROWS_OF_A_PART = 250_000;
    private static final int KEYS_KEPT = 1_000;

    private final String avsc;
    private final StandardSchema schema;
    private final Samples samples;
    private final Mapping mapping;
    private final List<String> keys = new ArrayList<>();

    public MappedRows(String standard, Samples samples, String mapping) {
        this.avsc = StandardSchemas.find(standard, "1-0-0").orElseThrow();
        this.schema = StandardSchema.parse(avsc);
        this.samples = samples;
        this.mapping = Mapping.parse(mapping);
    }

    public String avsc() {
        return avsc;
    }

    public StandardSchema schema() {
        return schema;
    }

    /** Names in the order of the schema. */
    public List<String> fields() {
        return schema.fields().stream().map(StandardField::name).toList();
    }

    public long count() {
        return samples.count();
    }

    /** Keys of rows that were sent, evenly spread. */
    public List<String> keys() {
        return List.copyOf(keys);
    }

    /** Sends all rows as parts of an open batch; answers how many parts. */
    public int sent(HubCalls hub, String dataset, String batch, Path directory) {
        int parts = 0;
        Path file = directory.resolve("part.csv");
        for (long first = 1; first <= samples.count(); first += ROWS_OF_A_PART) {
            write(file, first, Math.min(samples.count(), first + ROWS_OF_A_PART - 1));
            hub.put(dataset, batch, ++parts, PartFile.of(file), "text/csv");
        }
        return parts;
    }

    private void write(Path file, long first, long last) {
        List<String> names = fields();
        long step = Math.max(1, samples.count() / KEYS_KEPT);
        String key = schema.key().getFirst();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", names) + "\n");
            for (long number = first; number <= last; number++) {
                SampleRow row = samples.row(number);
                Map<String, @Nullable String> mapped = mapping.apply(samples.byColumn(row));
                StringBuilder line = new StringBuilder();
                for (String name : names) {
                    line.append(line.isEmpty() ? "" : ",").append(quoted(mapped.get(name)));
                }
                out.append(line).append('\n');
                if (number % step == 0) {
                    keys.add(String.valueOf(mapped.get(key)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(@Nullable String value) {
        if (value == null) {
            return "";
        }
        boolean plain = value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0;
        return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
