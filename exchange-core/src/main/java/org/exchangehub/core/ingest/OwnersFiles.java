package org.exchangehub.core.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangehub.core.parquet.ParquetFiles;
import org.exchangehub.core.parquet.ParquetRefused;
import org.exchangehub.core.parquet.ParquetTable;
import org.exchangehub.core.parquet.Shape;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.encoding.Limits;
import org.exchangehub.schemas.encoding.MalformedRecords;
import org.exchangehub.schemas.table.SourceTable;
import org.exchangehub.schemas.table.TableRow;
import org.exchangehub.schemas.workbook.Workbook;
import org.exchangehub.schemas.workbook.WorkbookRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens parts that are files as their owner keeps them, for batches that bring a mapping. */
@Component
class OwnersFiles {

    /** Characters of a workbook's shared texts, which are held in memory. */
    private static final long TEXTS = 32L << 20;

    private static final Set<PartFormat> KEPT = Set.of(
            PartFormat.CSV, PartFormat.NDJSON, PartFormat.JSON, PartFormat.AVRO, PartFormat.PARQUET, PartFormat.XLSX);

    private final ParquetFiles parquet;
    private final Spool spool;
    private final IngestSettings settings;

    OwnersFiles(ParquetFiles parquet, Spool spool, IngestSettings settings) {
        this.parquet = parquet;
        this.spool = spool;
        this.settings = settings;
    }

    /** Refuses with {@code MEDIA_TYPE_UNSUPPORTED} what a batch's parts cannot be, with its mapping or without one. */
    static void require(Batch batch, PartFormat format) {
        boolean mapped = batch.mapping() != null;
        if (mapped && !KEPT.contains(format)) {
            throw new HubProblem(
                    ErrorCode.MEDIA_TYPE_UNSUPPORTED,
                    "Batch " + batch.id() + " brings a mapping; its parts are "
                            + KEPT.stream().sorted().toList() + ", found " + format);
        }
        if (!mapped && format == PartFormat.XLSX) {
            throw new HubProblem(
                    ErrorCode.MEDIA_TYPE_UNSUPPORTED,
                    "A workbook is mapped to the schema: open the batch with a mapping, found none");
        }
    }

    /**
     * Opens one; the table closes the content.
     *
     * @param whole whether all of it will be read, which is bounded elsewhere
     */
    SourceTable open(Part part, InputStream content, boolean whole) throws IOException {
        try {
            return table(part, content, whole);
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    private SourceTable table(Part part, InputStream content, boolean whole) throws IOException {
        return switch (part.format()) {
            case CSV -> SourceTable.csv(content, null, Limits.STANDARD);
            case NDJSON -> SourceTable.jsonLines(content, Limits.STANDARD);
            case JSON -> SourceTable.json(content, Limits.STANDARD);
            case AVRO -> SourceTable.avro(content, Limits.STANDARD);
            case XLSX -> workbook(part, content);
            case PARQUET -> parquet(part, content, whole);
            case AVRO_WIRE -> throw new IllegalArgumentException("messages of the wire format are rows of the schema");
        };
    }

    /** Archives are read from a file, which has no name any more while it is read. */
    private SourceTable workbook(Part part, InputStream content) throws IOException {
        Path file = Files.createTempFile(spool.scratch(), "workbook-", Spool.INCOMING);
        try (content) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            long longest = UnpackedContent.limit(part.bytes(), settings);
            return SourceTable.workbook(Workbook.open(file, new Workbook.Limits(longest, Math.min(TEXTS, longest))));
        } catch (WorkbookRefused refused) {
            throw new MalformedRecords(String.valueOf(refused.getMessage()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private SourceTable parquet(Part part, InputStream content, boolean whole) throws IOException {
        long longest = UnpackedContent.limit(part.bytes(), settings);
        try (content) {
            return new Columns(
                    whole
                            ? parquet.open(content, spool.scratch(), Shape.FLAT, longest)
                            : parquet.look(content, spool.scratch(), Shape.FLAT, longest));
        } catch (ParquetRefused refused) {
            throw ParquetRecords.malformed(refused);
        }
    }

    /** Rows of Parquet by their columns' names. */
    private record Columns(ParquetTable table) implements SourceTable {

        @Override
        public String form() {
            return "Parquet";
        }

        @Override
        public @Nullable TableRow next() throws IOException {
            List<@Nullable String> cells;
            try {
                cells = table.next();
            } catch (ParquetRefused refused) {
                throw ParquetRecords.malformed(refused);
            }
            if (cells == null) {
                return null;
            }
            Map<String, String> values = LinkedHashMap.newLinkedHashMap(cells.size());
            for (int i = 0; i < cells.size(); i++) {
                String cell = cells.get(i);
                values.putIfAbsent(table.columns().get(i), cell == null ? "" : cell);
            }
            return new TableRow(values, null);
        }

        @Override
        public void close() throws IOException {
            table.close();
        }
    }
}
