package org.exchangehub.benchmarks.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.exchangehub.benchmarks.running.CpuTime;
import org.exchangehub.benchmarks.running.HubUnderTest;
import org.exchangehub.benchmarks.running.Tool;

/**
 * pgloader: it loads what fits the types and sets aside what does not, and knows no other check. Its batches are kept small,
 * for it sends all of a batch again for each row that is refused; with its default of 25 000 rows it takes many times longer.
 */
final class PgloaderLoads {

    private final HubUnderTest engines;

    PgloaderLoads(HubUnderTest engines) {
        this.engines = engines;
    }

    static boolean installed() {
        return Tool.installed("pgloader");
    }

    Run load(RowFiles files) {
        TypedTable.make(engines);
        Path command = engines.directory().resolve("residents.load");
        write(command, script(files.sent()));
        engines.settle();
        // pgloader is server and sender in one: its time counts as the server's.
        double before = CpuTime.ofThis();
        Stopwatch watch = new Stopwatch(() -> engines.postgresCpu() + CpuTime.ofThis() - before);
        Tool.run(
                List.of(
                        "pgloader",
                        "--root-dir",
                        engines.directory().resolve("pgloader").toString(),
                        command.toString()),
                Map.of());
        Run run = watch.stopped(files.rows());
        long loaded = Long.parseLong(engines.text("select count(*) from " + TypedTable.NAME));
        long typeErrors = RowFiles.wrong(files.rows()) / 2;
        if (loaded != files.rows() - typeErrors) {
            throw new IllegalStateException("expected pgloader to refuse " + typeErrors + " of " + files.rows()
                    + " rows, found " + loaded + " loaded");
        }
        return run;
    }

    private String script(Path file) {
        Map<String, String> libpq = engines.libpq();
        String columns = String.join(", ", TypedTable.columns()).replace("cancelledon", "cancelledon [null if blanks]");
        return "LOAD CSV FROM '" + file + "' WITH ENCODING utf-8 (" + columns + ")\n INTO postgresql://"
                + libpq.get("PGUSER") + ":" + URLEncoder.encode(engines.superuserPassword(), StandardCharsets.UTF_8)
                + "@"
                + libpq.get("PGHOST") + ":" + libpq.get("PGPORT") + "/" + libpq.get("PGDATABASE")
                + "\n TARGET TABLE " + TypedTable.NAME
                + "\n WITH skip header = 1, fields terminated by ',', batch rows = 500;\n";
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
