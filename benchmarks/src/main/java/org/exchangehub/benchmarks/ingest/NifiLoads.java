package org.exchangehub.benchmarks.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.exchangehub.benchmarks.population.PopulationRecords;
import org.exchangehub.benchmarks.running.CpuTime;
import org.exchangehub.benchmarks.running.HubUnderTest;
import org.exchangehub.benchmarks.running.Nifi;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.FieldType;

/**
 * GetFile, ValidateRecord and PutDatabaseRecord, stock processors with their defaults, in the NiFi this repository assembles:
 * types are checked, the standard's rules are not.
 */
final class NifiLoads {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long PAUSE_MILLIS = 50;

    private final HubUnderTest engines;
    private final Path folder;

    NifiLoads(HubUnderTest engines) {
        this.engines = engines;
        TypedTable.make(engines);
        try {
            this.folder = Files.createDirectories(engines.directory().resolve("nifi-in"));
            flow(engines.nifi());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void flow(Nifi nifi) throws InterruptedException {
        String stock = nifi.bundleVersion();
        String csv = nifi.recordService(
                "org.apache.nifi.csv.CSVReader",
                Map.of(
                        "schema-access-strategy", "schema-text-property",
                        "schema-text", avsc(),
                        // Names differ in case from the file's; the order is the same.
                        "ignore-csv-header", "true",
                        "Date Format", "yyyy-MM-dd",
                        "CSV Format", "custom",
                        "Skip Header Line", "true"));
        String writer = nifi.recordService("org.apache.nifi.avro.AvroRecordSetWriter", Map.of());
        String avro = nifi.recordService("org.apache.nifi.avro.AvroReader", Map.of());
        String pool = nifi.service(
                "nifi-dbcp-service-nar",
                "org.apache.nifi.dbcp.DBCPConnectionPool",
                Map.of(
                        "Database Connection URL", engines.jdbcUrl(),
                        "Database Driver Class Name", "org.postgresql.Driver",
                        "database-driver-locations", engines.nifiDrivers().toString(),
                        "Database User", engines.libpq().get("PGUSER") + "",
                        "Password", engines.superuserPassword()));
        String get = nifi.processor(
                "GetFile", stock, Map.of("Input Directory", folder.toString(), "Minimum File Age", "0 sec"), List.of());
        String validate = nifi.processor(
                "ValidateRecord",
                stock,
                Map.of("record-reader", csv, "record-writer", writer),
                List.of("invalid", "failure"));
        String put = nifi.processor(
                "PutDatabaseRecord",
                stock,
                Map.of(
                        "put-db-record-record-reader",
                        avro,
                        "put-db-record-statement-type",
                        "INSERT",
                        "put-db-record-dcbp-service",
                        pool,
                        "put-db-record-schema-name",
                        TypedTable.NAME.substring(0, TypedTable.NAME.indexOf('.')),
                        "put-db-record-table-name",
                        TypedTable.NAME.substring(TypedTable.NAME.indexOf('.') + 1)),
                List.of("success", "failure", "retry"));
        nifi.connect(get, "success", validate);
        nifi.connect(validate, "valid", put);
        nifi.start();
    }

    private static String avsc() {
        StandardSchema schema = PopulationRecords.schema();
        return PopulationRecords.FIELDS.stream()
                .map(name -> schema.field(name).orElseThrow())
                .map(field -> "{\"name\": \"" + TypedTable.column(field.name()) + "\", \"type\": " + type(field) + "}")
                .collect(
                        Collectors.joining(", ", "{\"type\": \"record\", \"name\": \"Resident\", \"fields\": [", "]}"));
    }

    private static String type(StandardField field) {
        String type = field.type().kind() == FieldType.Kind.DATE
                ? "{\"type\": \"int\", \"logicalType\": \"date\"}"
                : "\"string\"";
        return field.nullable() ? "[\"null\", " + type + "]" : type;
    }

    Run load(RowFiles files) {
        TypedTable.make(engines);
        engines.settle();
        try {
            Path copy = engines.directory().resolve("nifi.csv");
            Files.copy(files.sent(), copy);
            Stopwatch watch = new Stopwatch(() -> CpuTime.ofFamily(engines.pid("nifi")) + engines.postgresCpu());
            Files.move(copy, folder.resolve("residents.csv"));
            long end = System.nanoTime() + PATIENCE.toNanos();
            // One transaction per file: all rows become visible at once.
            while (engines.text("select exists (select 1 from " + TypedTable.NAME + ")")
                    .equals("f")) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "NiFi has loaded nothing: " + engines.nifi().bulletins());
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            Run run = watch.stopped(files.rows());
            long loaded = Long.parseLong(engines.text("select count(*) from " + TypedTable.NAME));
            if (loaded < files.rows() - RowFiles.wrong(files.rows())) {
                throw new IllegalStateException("NiFi has loaded " + loaded + " of " + files.rows() + " rows");
            }
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
