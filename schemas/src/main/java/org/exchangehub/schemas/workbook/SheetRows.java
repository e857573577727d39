package org.exchangehub.schemas.workbook;

import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet from top to bottom; rows without any value are passed over. */
public final class SheetRows {

    /** Excel's own width. */
    private static final int MOST_COLUMNS = 16_384;

    private final XMLStreamReader xml;
    private final CellReader cells;
    private int number;

    SheetRows(XMLStreamReader xml, CellReader cells) {
        this.xml = xml;
        this.cells = cells;
    }

    /** The next row with a value; null after the last. */
    public @Nullable SheetRow next() throws XMLStreamException, WorkbookRefused {
        while (Xml.nextElement(xml)) {
            if (xml.getLocalName().equals("row")) {
                SheetRow row = row();
                if (!row.values().isEmpty() || row.fault() != null) {
                    return row;
                }
            }
        }
        return null;
    }

    private SheetRow row() throws XMLStreamException, WorkbookRefused {
        String said = Xml.attribute(xml, "r");
        number = said.matches("\\d{1,9}") ? Integer.parseInt(said) : number + 1;
        SortedMap<Integer, String> values = new TreeMap<>();
        WorkbookRefused fault = null;
        int column = -1;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                return new SheetRow(number, values, fault);
            }
            if (event != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("c")) {
                continue;
            }
            column = column(Xml.attribute(xml, "r"), column + 1);
            CellReader.Cell cell = cells.read(xml);
            if (cell.faulty()) {
                fault = fault == null ? fault(column, cell) : fault;
            } else if (!cell.text().isEmpty()) {
                values.put(column, cell.text());
            }
        }
    }

    private WorkbookRefused fault(int column, CellReader.Cell cell) {
        String place = SheetRow.letters(column) + number;
        return new WorkbookRefused("单元格 " + place + " " + cell.faultZh(), "cell " + place + " " + cell.faultEn());
    }

    /** The column of a reference such as AB12; the one after the last where a cell does not say. */
    private static int column(String reference, int next) throws WorkbookRefused {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
            if (column > MOST_COLUMNS) {
                break;
            }
        }
        int found = column == 0 ? next : column - 1;
        if (found < 0 || found >= MOST_COLUMNS) {
            throw new WorkbookRefused(
                    "单元格位置 " + reference + " 超出工作表范围", "the cell " + reference + " lies beyond any sheet");
        }
        return found;
    }
}
