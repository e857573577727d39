package org.exchangehub.schemas.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.exchangehub.schemas.encoding.MalformedRecords;
import org.exchangehub.schemas.workbook.SheetRow;
import org.exchangehub.schemas.workbook.SheetRows;
import org.exchangehub.schemas.workbook.Workbook;
import org.exchangehub.schemas.workbook.WorkbookRefused;
import org.jspecify.annotations.Nullable;

/** Reads the first visible sheet of a workbook that holds a header and a row; cover sheets hold less. */
final class SheetTable implements SourceTable {

    /** Sheets looked at. */
    private static final int MOST_SHEETS = 20;
    /** Columns beyond are left out. */
    private static final int MOST_COLUMNS = 2_000;

    private final Workbook workbook;
    private final String sheet;
    private final HeadedLines lines;

    private SheetTable(Workbook workbook, String sheet, HeadedLines lines) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.lines = lines;
    }

    /** Closes the workbook when it holds no table. */
    static SheetTable open(Workbook workbook) throws IOException {
        try {
            return found(workbook);
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private static SheetTable found(Workbook workbook) throws IOException {
        List<String> sheets = workbook.visibleSheets();
        for (String sheet : sheets.subList(0, Math.min(MOST_SHEETS, sheets.size()))) {
            HeadedLines lines = lines(workbook, sheet);
            if (lines.tabular() || (lines.hasRows() && sheets.size() == 1)) {
                return new SheetTable(workbook, sheet, lines);
            }
        }
        throw new MalformedRecords("Expected a visible sheet with a header and at least one row, found none");
    }

    private static HeadedLines lines(Workbook workbook, String sheet) throws IOException {
        try {
            SheetRows rows = workbook.rows(sheet);
            return new HeadedLines(() -> line(rows, sheet), false);
        } catch (XMLStreamException | WorkbookRefused e) {
            throw refused(sheet, e);
        }
    }

    private static HeadedLines.@Nullable Line line(SheetRows rows, String sheet) {
        try {
            SheetRow row = rows.next();
            return row == null
                    ? null
                    : new HeadedLines.Line(
                            cells(row), row.fault() == null ? null : row.fault().said());
        } catch (XMLStreamException | WorkbookRefused | RuntimeException e) {
            throw refused(sheet, e);
        }
    }

    private static List<String> cells(SheetRow row) {
        int width =
                row.values().isEmpty() ? 0 : Math.min(MOST_COLUMNS, row.values().lastKey() + 1);
        List<String> cells = new ArrayList<>(Collections.nCopies(width, ""));
        row.values().headMap(width).forEach(cells::set);
        return cells;
    }

    private static MalformedRecords refused(String sheet, Exception e) {
        WorkbookRefused why = e instanceof WorkbookRefused refused ? refused : WorkbookRefused.damaged(e);
        return new MalformedRecords("The sheet “" + sheet + "” cannot be read: " + why.getMessage());
    }

    @Override
    public String form() {
        return "XLSX, " + sheet;
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        return lines.next();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
