package org.exchangehub.benchmarks.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.exchangehub.benchmarks.population.PopulationRecords;
import org.exchangehub.benchmarks.running.HubCalls.PartFile;

/**
 * The same rows as files of CSV: as a department sends them, one in a hundred wrong, and the good ones with the two columns
 * that the hub's table has beside the fields, for loading that table directly.
 *
 * @param sent everything in one file, header first
 * @param parts the same for the hub, in parts
 * @param good the good rows with {@code seq} and {@code released_from} before them
 * @param rows in {@code sent}
 */
record RowFiles(Path sent, List<PartFile> parts, Path good, long rows) {

    private static final int ROWS_OF_A_PART = 250_000;

    RowFiles {
        parts = List.copyOf(parts);
    }

    /**
     * Writes them.
     *
     * @param version see {@link PopulationRecords#row}
     */
    static RowFiles written(Path directory, long rows, int version) {
        PopulationRecords records = new PopulationRecords();
        String header = String.join(",", PopulationRecords.FIELDS) + "\n";
        Path sent = directory.resolve("sent-" + version + ".csv");
        Path good = directory.resolve("good-" + version + ".csv");
        List<Path> parts = new ArrayList<>();
        try (BufferedWriter all = Files.newBufferedWriter(sent);
                BufferedWriter right = Files.newBufferedWriter(good)) {
            all.write(header);
            right.write("seq,released_from," + header);
            long seq = 0;
            for (long from = 0; from < rows; from += ROWS_OF_A_PART) {
                Path file = directory.resolve("part-" + version + "-" + parts.size() + ".csv");
                parts.add(file);
                try (BufferedWriter part = Files.newBufferedWriter(file)) {
                    part.write(header);
                    for (long number = from; number < Math.min(rows, from + ROWS_OF_A_PART); number++) {
                        String line = String.join(",", records.row(number, version)) + "\n";
                        all.write(line);
                        part.write(line);
                        if (!PopulationRecords.wrong(number)) {
                            right.write(++seq + "," + (version + 1) + "," + line);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RowFiles(sent, parts.stream().map(PartFile::of).toList(), good, rows);
    }

    static long wrong(long rows) {
        return rows / 100;
    }
}
