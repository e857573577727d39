package org.exchangehub.core.query;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.canonical.ValueText;
import org.exchangehub.schemas.encoding.RecordWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workbook of one sheet with a header of field names. Numbers that a spreadsheet holds exactly (15 digits) are numbers, all
 * else is text as {@link ValueText} has it, which a spreadsheet never takes for a formula.
 */
final class WorkbookRecordWriter implements RecordWriter {

    /** Rows of a sheet, the header among them (ISO/IEC 29500-1, 18.3.1.73). */
    private static final int MOST_ROWS = 1_048_576;

    /** Characters of a cell. */
    private static final int LONGEST_CELL = 32_767;

    private static final int EXACT_DIGITS = 15;
    private static final int FLUSH_EVERY = 200;

    /** What a workbook escapes (ISO/IEC 29500-1, 22.9.2.19): carriage returns, and texts that look escaped. */
    private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final List<StandardField> fields;
    private final Workbook workbook;
    private final Worksheet sheet;
    private final OutputStream out;
    private int row;

    WorkbookRecordWriter(OutputStream out, StandardSchema schema) {
        this.fields = schema.fields();
        this.out = out;
        this.workbook = new Workbook(out, "exchange-hub", "1.0");
        this.sheet = workbook.newWorksheet(schema.dataset());
        for (int i = 0; i < fields.size(); i++) {
            sheet.value(0, i, fields.get(i).name());
            sheet.style(0, i).bold().set();
        }
        sheet.freezePane(0, 1);
    }

    @Override
    public void write(List<? extends @Nullable Object> values) throws IOException {
        row++;
        if (row == MOST_ROWS) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "A sheet holds " + (MOST_ROWS - 1) + " records and there are more; ask for CSV, NDJSON or Avro, or"
                            + " narrow the export by a filter.");
        }
        for (int i = 0; i < fields.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                cell(i, value);
            }
        }
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Object value) {
        switch (value) {
            case Long number
            when Long.toString(Math.abs(number)).length() <= EXACT_DIGITS -> sheet.value(row, column, number);
            case BigDecimal number when number.precision() <= EXACT_DIGITS -> sheet.value(row, column, number);
            case Double number -> sheet.value(row, column, number);
            case Boolean truth -> sheet.value(row, column, truth);
            default -> text(column, ValueText.of(value));
        }
    }

    private void text(int column, String text) {
        if (text.length() > LONGEST_CELL) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "A cell holds " + LONGEST_CELL + " characters and record " + row + " has " + text.length() + " in "
                            + fields.get(column).name() + "; ask for CSV, NDJSON or Avro.");
        }
        sheet.value(row, column, ESCAPED.matcher(text).replaceAll("_x005F_").replace("\r", "_x000D_"));
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
        workbook.close();
        out.close();
    }
}
