package org.exchangehub.schemas.inference;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.exchangehub.schemas.encoding.Limits;
import org.exchangehub.schemas.encoding.MalformedRecords;
import org.exchangehub.schemas.table.SourceTable;
import org.exchangehub.schemas.table.TableRow;
import org.exchangehub.schemas.workbook.Workbook;
import org.jspecify.annotations.Nullable;

/** Takes the first rows of a table, faulty ones too: what is read from a sample is read from the whole. */
final class TableSample {

    private TableSample() {}

    /** @param more whether the bytes are the beginning of more */
    static Sample read(byte[] bytes, SampleFormat format, boolean more, Sample.Limits limits) {
        Rows rows = new Rows(limits);
        String form = format.toString();
        try (SourceTable table = open(new ByteArrayInputStream(bytes), format)) {
            form = table.form();
            take(table, more, more || format == SampleFormat.CSV, rows);
        } catch (IOException | MalformedRecords e) {
            throw new Sample.Unreadable("the content cannot be read as " + form + ": " + e.getMessage(), e);
        }
        if (more) {
            rows.cut();
        }
        return rows.sample(form);
    }

    static Sample read(Workbook workbook, Sample.Limits limits) {
        Rows rows = new Rows(limits);
        try {
            SourceTable table = SourceTable.workbook(workbook);
            take(table, false, false, rows);
            return rows.sample(table.form());
        } catch (IOException | MalformedRecords e) {
            throw new Sample.Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static SourceTable open(InputStream in, SampleFormat format) throws IOException {
        return switch (format) {
            case CSV -> SourceTable.csv(in, null, Limits.STANDARD);
            case JSON -> SourceTable.json(in, Limits.STANDARD);
            case AVRO -> SourceTable.avro(in, Limits.STANDARD);
            case XML -> throw new IllegalArgumentException("XML is no table to be read row by row");
        };
    }

    /**
     * Takes what there is room for.
     *
     * @param cut whether the content was cut somewhere: then the last row is not taken
     * @param lenient whether a sample that has begun ends where it cannot be read on
     */
    private static void take(SourceTable table, boolean cut, boolean lenient, Rows rows) throws IOException {
        TableRow held = null;
        boolean begun = false;
        while (true) {
            TableRow row = next(table, begun && lenient);
            if (held != null && (row != null || !cut)) {
                rows.add(held.values());
            }
            if (row == null) {
                return;
            }
            if (rows.full()) {
                rows.cut();
                return;
            }
            held = row.values().isEmpty() ? null : row;
            begun = true;
        }
    }

    private static @Nullable TableRow next(SourceTable table, boolean lenient) throws IOException {
        try {
            return table.next();
        } catch (MalformedRecords e) {
            if (lenient) {
                return null;
            }
            throw e;
        }
    }
}
