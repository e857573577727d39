package org.exchangehub.schemas.inference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.exchangehub.schemas.workbook.SheetRow;
import org.exchangehub.schemas.workbook.SheetRows;
import org.exchangehub.schemas.workbook.Workbook;
import org.exchangehub.schemas.workbook.WorkbookRefused;

/** Reads the first visible sheet of a workbook that holds a header and a row; cover sheets hold less. */
final class WorkbookSample {

    /** Sheets looked at. */
    private static final int MOST_SHEETS = 20;

    private WorkbookSample() {}

    static Sample read(Workbook workbook, Sample.Limits limits) {
        List<String> sheets = workbook.visibleSheets();
        for (String sheet : sheets.subList(0, Math.min(MOST_SHEETS, sheets.size()))) {
            List<List<String>> lines = lines(workbook, sheet, limits);
            int widest = lines.stream().mapToInt(List::size).max().orElse(0);
            if (lines.size() > 1 && (widest > 1 || sheets.size() == 1)) {
                Rows rows = new Rows(limits);
                TextTable.take(lines, rows);
                return rows.sample("XLSX, " + sheet);
            }
        }
        throw new Sample.Unreadable("expected a visible sheet with a header and at least one row, found none");
    }

    private static List<List<String>> lines(Workbook workbook, String sheet, Sample.Limits limits) {
        List<List<String>> lines = new ArrayList<>();
        try {
            SheetRows rows = workbook.rows(sheet);
            SheetRow row = rows.next();
            while (row != null && lines.size() < limits.rows() + TextTable.LOOKED_AT) {
                lines.add(cells(row, limits.columns()));
                row = rows.next();
            }
        } catch (WorkbookRefused e) {
            throw new Sample.Unreadable("the sheet “" + sheet + "” cannot be read: " + e.getMessage(), e);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            WorkbookRefused damaged = WorkbookRefused.damaged(e);
            throw new Sample.Unreadable(String.valueOf(damaged.getMessage()), damaged);
        }
        return lines;
    }

    private static List<String> cells(SheetRow row, int most) {
        int width = row.values().isEmpty() ? 0 : Math.min(most, row.values().lastKey() + 1);
        List<String> cells = new ArrayList<>(Collections.nCopies(width, ""));
        row.values().headMap(width).forEach(cells::set);
        return cells;
    }
}
