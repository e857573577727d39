package org.exchangehub.schemas.workbook;

import java.math.BigDecimal;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Makes text of one cell ({@code c} element): a formula's last result, a date in ISO 8601, a number as it was typed. */
final class CellReader {

    /** From here on Excel has replaced the last digits by zeros. */
    private static final BigDecimal ROUNDED = BigDecimal.ONE.movePointRight(CellFormat.DIGITS);

    private static final int LONGEST_NUMBER = 40;

    private final SharedTexts texts;
    private final CellFormats formats;

    CellReader(SharedTexts texts, CellFormats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** A cell's text, empty for an empty cell, or why there is none that could be trusted. */
    record Cell(String text, String faultZh, String faultEn) {

        static Cell of(String text) {
            return new Cell(text, "", "");
        }

        static Cell fault(String zh, String en) {
            return new Cell("", zh, en);
        }

        boolean faulty() {
            return !faultEn.isEmpty();
        }
    }

    /** Reads the current cell and leaves the parser at its end. */
    Cell read(XMLStreamReader xml) throws XMLStreamException, WorkbookRefused {
        String type = Xml.attribute(xml, "t");
        String style = Xml.attribute(xml, "s");
        String value = "";
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = Xml.text(xml);
                    case "is" -> value = Xml.runs(xml);
                    default -> depth++;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return value.isEmpty() ? Cell.of("") : cell(type, style, value);
    }

    private Cell cell(String type, String style, String value) {
        return switch (type) {
            case "s" ->
                texts.get(value.strip())
                        .map(Cell::of)
                        .orElseGet(() -> Cell.fault("引用了不存在的文本", "refers to a text that is not there"));
            case "inlineStr", "str", "d" -> Cell.of(value);
            case "b" -> Cell.of(value.strip().equals("1") ? "TRUE" : "FALSE");
            case "e" -> Cell.fault("为公式错误 " + value, "holds the error " + value);
            default -> number(style, value.strip());
        };
    }

    private Cell number(String style, String value) {
        BigDecimal number;
        try {
            number = new BigDecimal(value.length() > LONGEST_NUMBER ? "" : value);
        } catch (NumberFormatException e) {
            return Cell.fault("不是数字", "holds no number");
        }
        if (Math.abs((long) number.precision() - number.scale()) > LONGEST_NUMBER
                || number.abs().compareTo(ROUNDED) >= 0) {
            return Cell.fault(
                    "是超过 15 位的数字，末位已被 Excel 舍为零；请将该列设为文本格式后重新录入",
                    "holds a number of more than 15 digits, of which Excel has lost the last; make the column text and enter it anew");
        }
        CellFormat format = formats.of(style.matches("\\d{1,9}") ? Integer.parseInt(style) : 0);
        return format.text(number)
                .map(Cell::of)
                .orElseGet(() -> Cell.fault("的数字不是日期", "holds a number that is no date"));
    }
}
