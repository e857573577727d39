package org.exchangehub.core.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.encoding.SpreadsheetText;
import org.exchangehub.schemas.workbook.SheetRow;
import org.exchangehub.schemas.workbook.SheetRows;
import org.exchangehub.schemas.workbook.WorkbookRefused;
import org.jspecify.annotations.Nullable;

/** The catalog as a table in a file: XLSX, every cell a text, or CSV in UTF-8 (RFC 4180), where text a spreadsheet would take for a formula is marked. */
final class CatalogTable {

    private static final int FLUSH_EVERY = 200;
    private static final char MARK = '\uFEFF';
    /** What a workbook escapes (ISO/IEC 29500-1, 22.9.2.19): carriage returns, and texts that look escaped. */
    private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final List<EntryColumn> COLUMNS = List.of(EntryColumn.values());

    private CatalogTable() {}

    /** Takes rows one by one. */
    interface Sink extends AutoCloseable {
        void add(Map<EntryColumn, String> cells) throws IOException;

        @Override
        void close() throws IOException;
    }

    static Sink csv(OutputStream out) throws IOException {
        OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(MARK);
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(
                Arrays.stream(EntryColumn.values()).map(EntryColumn::header).toList());
        return new Sink() {
            @Override
            public void add(Map<EntryColumn, String> cells) {
                csv.writeRecord(Arrays.stream(EntryColumn.values())
                        .map(column -> SpreadsheetText.marked(cells.getOrDefault(column, "")))
                        .toList());
            }

            @Override
            public void close() throws IOException {
                csv.close();
            }
        };
    }

    static Sink workbook(OutputStream out) {
        Workbook workbook = new Workbook(out, "exchange-hub", "1.0");
        Worksheet sheet = workbook.newWorksheet("信息资源目录");
        for (int i = 0; i < COLUMNS.size(); i++) {
            sheet.value(0, i, COLUMNS.get(i).header());
            sheet.style(0, i).bold().set();
        }
        return new Sink() {
            private int next = 1;

            @Override
            public void add(Map<EntryColumn, String> cells) throws IOException {
                cells.forEach((column, text) -> sheet.value(next, COLUMNS.indexOf(column), escaped(text)));
                next++;
                if (next % FLUSH_EVERY == 0) {
                    sheet.flush();
                }
            }

            @Override
            public void close() throws IOException {
                workbook.finish();
                workbook.close();
            }
        };
    }

    private static String escaped(String text) {
        return ESCAPED.matcher(text).replaceAll("_x005F_").replace("\r", "_x000D_");
    }

    static List<TableRow> readCsv(Path file, int most, ImportMessages messages) throws IOException {
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .skipEmptyLines(true)
                        .detectBomHeader(false)
                        .ofCsvRecord(reader)) {
            @Nullable EntryColumn[] columns = null;
            List<TableRow> rows = new ArrayList<>();
            int number = 0;
            for (CsvRecord record : csv) {
                number++;
                List<String> fields = record.getFields();
                if (columns == null) {
                    columns = columns(fields, messages);
                    continue;
                }
                Map<EntryColumn, String> cells = new EnumMap<>(EntryColumn.class);
                for (int i = 0; i < Math.min(columns.length, fields.size()); i++) {
                    put(cells, columns[i], SpreadsheetText.unmarked(fields.get(i)));
                }
                add(rows, number, cells, most);
            }
            return rows;
        } catch (CsvParseException malformed) {
            throw unreadable(malformed.getMessage());
        }
    }

    static List<TableRow> readWorkbook(Path file, int most, ImportMessages messages) throws IOException {
        try (var workbook = org.exchangehub.schemas.workbook.Workbook.open(
                file, org.exchangehub.schemas.workbook.Workbook.Limits.STANDARD)) {
            SheetRows sheet = workbook.rows("");
            @Nullable EntryColumn[] columns = null;
            List<TableRow> rows = new ArrayList<>();
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                if (row.fault() != null) {
                    messages.add(
                            row.number(),
                            null,
                            ImportRule.ENTRY_INVALID,
                            row.fault().said(),
                            null);
                } else if (columns == null) {
                    columns = columns(headers(row), messages);
                } else {
                    Map<EntryColumn, String> cells = new EnumMap<>(EntryColumn.class);
                    for (var cell : row.values().entrySet()) {
                        put(cells, cell.getKey() < columns.length ? columns[cell.getKey()] : null, cell.getValue());
                    }
                    add(rows, row.number(), cells, most);
                }
            }
            return rows;
        } catch (XMLStreamException malformed) {
            throw unreadable(malformed.getMessage());
        } catch (WorkbookRefused refused) {
            throw unreadable(refused.said().en());
        }
    }

    private static List<String> headers(SheetRow row) {
        List<String> headers = new ArrayList<>();
        row.values().forEach((column, text) -> {
            while (headers.size() < column) {
                headers.add("");
            }
            headers.add(text);
        });
        return headers;
    }

    private static @Nullable EntryColumn[] columns(List<String> headers, ImportMessages messages) {
        @Nullable EntryColumn[] columns = new EntryColumn[headers.size()];
        for (int i = 0; i < columns.length; i++) {
            String header = i == 0 && headers.get(0).startsWith("" + MARK)
                    ? headers.get(0).substring(1)
                    : headers.get(i);
            columns[i] = EntryColumn.headed(header).orElse(null);
            if (columns[i] == null && !header.isBlank()) {
                messages.add(1, header, ImportRule.UNKNOWN_COLUMN, ImportRule.UNKNOWN_COLUMN.said(), header);
            }
        }
        return columns;
    }

    private static void put(Map<EntryColumn, String> cells, @Nullable EntryColumn column, String text) {
        if (column != null && !text.isBlank()) {
            cells.put(column, text);
        }
    }

    private static void add(List<TableRow> rows, int number, Map<EntryColumn, String> cells, int most) {
        if (cells.isEmpty()) {
            return;
        }
        if (rows.size() == most) {
            throw new HubProblem(ErrorCode.CONTENT_TOO_LARGE, "An import has at most " + most + " rows.");
        }
        rows.add(new TableRow(number, cells));
    }

    private static HubProblem unreadable(@Nullable String why) {
        return new HubProblem(ErrorCode.REQUEST_UNPARSABLE, "The file cannot be read: " + why);
    }
}
