package org.exchangehub.cli.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.exchangehub.schemas.samples.SampleRow;
import org.exchangehub.schemas.samples.Samples;

/** Writes sample rows as people keep them in Excel: a title, a header in the second row, dates and decimals as such. */
final class SampleWorkbook {

    private static final int HEADER = 1;
    private static final String DATE = "yyyy-mm-dd";

    private SampleWorkbook() {}

    static void write(Samples samples, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "exchange-hub", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("登记表");
            sheet.value(0, 0, "登记信息汇总表");
            List<String> columns = samples.columns();
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(HEADER, column, columns.get(column));
            }
            int row = HEADER;
            for (SampleRow sample : samples) {
                row++;
                for (int column = 0; column < columns.size(); column++) {
                    cell(sheet, row, column, sample.values().get(column));
                }
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, String text) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}") && isDate(text)) {
            sheet.value(row, column, LocalDate.parse(text));
            sheet.style(row, column).format(DATE).set();
        } else if (text.matches("\\d{1,9}\\.\\d{1,4}")) {
            sheet.value(row, column, new BigDecimal(text));
        } else if (!text.isEmpty()) {
            sheet.value(row, column, text);
        }
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() >= 1901;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
