package org.exchangehub.core.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exchangehub.core.parquet.ParquetFiles;
import org.exchangehub.core.parquet.ParquetRefused;
import org.exchangehub.core.parquet.ParquetTable;
import org.exchangehub.core.parquet.Shape;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.inference.Sample;
import org.exchangehub.schemas.inference.SampleFormat;
import org.exchangehub.schemas.workbook.Workbook;
import org.exchangehub.schemas.workbook.WorkbookRefused;
import org.springframework.stereotype.Component;

/** Reads the first rows of a file that a steward hands in; keeps nothing of it. */
@Component
class SampleFiles {

    /** An archive of 20 MiB may hold far more: at most this much of a part is unpacked, and of texts held. */
    private static final Workbook.Limits WORKBOOK = new Workbook.Limits(512L << 20, 16L << 20);

    /** Of the values of a Parquet file, in bytes; far more than a thousand rows are read for. */
    private static final long PARQUET = 256L << 20;

    private final ParquetFiles parquet;

    SampleFiles(ParquetFiles parquet) {
        this.parquet = parquet;
    }

    /**
     * Reads.
     *
     * @throws HubProblem {@code REQUEST_UNPARSABLE} with the place, when the content is not what it seems or holds no rows
     */
    Sample read(byte[] content, SampleKind kind) {
        try {
            return switch (kind) {
                case CSV -> text(content, SampleFormat.CSV);
                case JSON -> text(content, SampleFormat.JSON);
                case XML -> text(content, SampleFormat.XML);
                case AVRO -> text(content, SampleFormat.AVRO);
                case XLSX -> workbook(content);
                case PARQUET -> parquet(content);
            };
        } catch (Sample.Unreadable | ParquetRefused e) {
            throw unreadable(kind, String.valueOf(e.getMessage()));
        } catch (WorkbookRefused e) {
            throw unreadable(kind, e.said().en());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample text(byte[] content, SampleFormat format) throws IOException {
        return Sample.read(new ByteArrayInputStream(content), format, Sample.Limits.STANDARD);
    }

    /** Archives are read from a file, which is gone before the answer. */
    private static Sample workbook(byte[] content) throws IOException, WorkbookRefused {
        Path file = Files.createTempFile("sample-", ".xlsx");
        try {
            Files.write(file, content);
            try (Workbook workbook = Workbook.open(file, WORKBOOK)) {
                return Sample.read(workbook, Sample.Limits.STANDARD);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Sample parquet(byte[] content) throws IOException {
        Path beside = Path.of(System.getProperty("java.io.tmpdir", "."));
        try (ParquetTable table = parquet.look(new ByteArrayInputStream(content), beside, Shape.FLAT, PARQUET)) {
            return ParquetSample.read(table, Sample.Limits.STANDARD);
        }
    }

    private static HubProblem unreadable(SampleKind kind, String why) {
        return new HubProblem(
                ErrorCode.REQUEST_UNPARSABLE,
                "The sample cannot be read as " + kind + ": " + why,
                List.of(new FieldError("", "a readable " + kind + " file with a header and rows", why)));
    }
}
