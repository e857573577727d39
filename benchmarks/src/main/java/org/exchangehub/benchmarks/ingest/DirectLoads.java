package org.exchangehub.benchmarks.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.exchangehub.benchmarks.population.PopulationRecords;
import org.exchangehub.benchmarks.running.HubUnderTest;
import org.exchangehub.benchmarks.running.Tool;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;

/** Nothing but psql and SQL, into a logged table of the same columns and indexes as the hub's: no check, no report. */
final class DirectLoads {

    private static final String TWIN = "bench.twin";

    private final HubUnderTest engines;
    private final List<String> columns;
    private final String key;

    DirectLoads(HubUnderTest engines) {
        this.engines = engines;
        StandardSchema schema = PopulationRecords.schema();
        // In the order of the files, which need not be the schema's.
        this.columns = PopulationRecords.FIELDS.stream()
                .map(name -> column(schema.field(name).orElseThrow()))
                .toList();
        this.key = column(schema.field(schema.key().getFirst()).orElseThrow());
        engines.sql("create schema if not exists bench");
    }

    private static String column(StandardField field) {
        return "f" + field.id();
    }

    /** An empty table like the hub's, with the same indexes. */
    void makeTwin(String table) {
        engines.sql("drop table if exists " + TWIN);
        engines.sql("create table " + TWIN + " (like " + table + " including all)");
    }

    /** {@code \copy} of the good rows, sequence numbers given. */
    Run copy(RowFiles files) {
        engines.settle();
        Stopwatch watch = new Stopwatch(engines::postgresCpu);
        psql("\\copy " + TWIN + " (seq, released_from, " + names(columns) + ") from '" + files.good()
                + "' (format csv, header)");
        return watch.stopped(files.rows() - RowFiles.wrong(files.rows()));
    }

    /**
     * {@code \copy} of the good rows to an unlogged table, and one transaction that ends the rows that differ and adds what
     * is new: the least SQL that keeps history.
     */
    Run merge(RowFiles files) {
        engines.settle();
        Stopwatch watch = new Stopwatch(engines::postgresCpu);
        String definitions = engines.text("select string_agg(attname || ' ' || format_type(atttypid, null), ', ') from"
                + " pg_attribute where attrelid = '" + TWIN + "'::regclass and attnum > 0 and attname like 'f%'");
        List<String> others =
                columns.stream().filter(column -> !column.equals(key)).toList();
        psql(
                "create unlogged table bench.staged (seq bigint, released_from bigint, " + definitions + ")",
                "\\copy bench.staged (seq, released_from, " + names(columns) + ") from '" + files.good()
                        + "' (format csv, header)",
                "analyze bench.staged",
                "begin",
                "update " + TWIN + " t set released_to = 2 from bench.staged s where t." + key + " = s." + key
                        + " and t.released_to is null and row(" + names("t.", others) + ") is distinct from row("
                        + names("s.", others) + ")",
                "insert into " + TWIN + " (seq, released_from, " + names(columns) + ") select "
                        + "(select max(seq) from " + TWIN + ") + row_number() over (), 2, " + names("s.", columns)
                        + " from bench.staged s where not exists (select 1 from " + TWIN
                        + " t where t.released_to is null and t." + key + " = s." + key + ")",
                "commit",
                "drop table bench.staged");
        return watch.stopped(files.rows() - RowFiles.wrong(files.rows()));
    }

    /** Gives the disk back; columns and indexes stay. */
    void empty() {
        engines.sql("truncate " + TWIN);
    }

    private void psql(String... commands) {
        List<String> line = new ArrayList<>(List.of("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1"));
        for (String command : commands) {
            line.add("-c");
            line.add(command);
        }
        Tool.run(line, engines.libpq());
    }

    private static String names(List<String> columns) {
        return String.join(", ", columns);
    }

    private static String names(String prefix, List<String> columns) {
        return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }
}
