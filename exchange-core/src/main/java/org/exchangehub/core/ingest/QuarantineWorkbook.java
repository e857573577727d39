package org.exchangehub.core.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;

/**
 * An XLSX workbook: every value is a text, so that none is taken for a formula, a number or a date; wrong cells are coloured
 * and carry the reason as a comment. A cell holds 32 767 characters; longer values are whole in the CSV only.
 */
final class QuarantineWorkbook implements QuarantineFile {

    /** Rows of a sheet without its header. */
    static final int MOST_ROWS = 1_048_575;

    private static final String WRONG = "FFC7CE";
    private static final int LONGEST_CELL = 32_767;
    private static final int FLUSH_EVERY = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final StandardSchema schema;
    private int next = 1;

    QuarantineWorkbook(OutputStream out, StandardSchema schema) {
        this.workbook = new Workbook(out, "exchange-hub", "1.0");
        this.sheet = workbook.newWorksheet("quarantine");
        this.schema = schema;
        List<String> header = QuarantineFile.header(schema);
        for (int i = 0; i < header.size(); i++) {
            sheet.value(0, i, header.get(i));
            sheet.style(0, i).bold().set();
        }
    }

    @Override
    public void add(QuarantinedRow row) throws IOException {
        Map<String, String> reasons = new HashMap<>();
        row.findings()
                .forEach(finding ->
                        reasons.merge(finding.field(), finding.message().zh(), (one, other) -> one + "；" + other));
        text(0, Long.toString(row.row()));
        int column = 1;
        for (StandardField field : schema.fields()) {
            text(column, row.values().get(field.name()));
            String reason = reasons.get(field.name());
            if (reason != null) {
                sheet.style(next, column).fillColor(WRONG).set();
                sheet.comment(next, column, reason);
            }
            column++;
        }
        text(column, QuarantineFile.why(row.findings()));
        next++;
        if (next % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    private void text(int column, @Nullable String value) {
        if (value != null) {
            sheet.value(next, column, value.length() > LONGEST_CELL ? value.substring(0, LONGEST_CELL) : value);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
        workbook.close();
    }
}
