package org.exchangehub.schemas.workbook;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The number formats of a workbook's cell styles, from its styles part. */
final class CellFormats {

    private static final CellFormat PLAIN = new CellFormat.Plain();
    private static final int MOST = 65_536;

    /** What is shown as it stands in a format: quoted, escaped, spaced by, repeated, or a colour, locale or condition. */
    private static final Pattern LITERAL =
            Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[(?!(?:h+|m+|s+)])[^\\]]*]", Pattern.CASE_INSENSITIVE);

    private final List<CellFormat> byStyle;

    private CellFormats(List<CellFormat> byStyle) {
        this.byStyle = byStyle;
    }

    /** Formats of a workbook without styles: every number is plain. */
    static CellFormats none() {
        return new CellFormats(List.of());
    }

    /** @param since1904 whether the workbook counts days from 1904 */
    static CellFormats read(InputStream in, boolean since1904) throws XMLStreamException {
        XMLStreamReader xml = Xml.reader(in);
        Map<Integer, CellFormat> custom = new HashMap<>();
        List<CellFormat> byStyle = new ArrayList<>();
        boolean cells = false;
        while (Xml.nextElement(xml)) {
            String element = xml.getLocalName();
            if (element.equals("numFmt") && custom.size() < MOST) {
                custom.put(number(xml, "numFmtId"), of(Xml.attribute(xml, "formatCode"), since1904));
            } else if (element.equals("cellXfs")) {
                cells = true;
            } else if (element.equals("xf") && cells && byStyle.size() < MOST) {
                int id = number(xml, "numFmtId");
                byStyle.add(custom.getOrDefault(id, builtIn(id, since1904)));
            } else if (!element.equals("xf") && element.startsWith("cellStyle")) {
                cells = false;
            }
        }
        return new CellFormats(byStyle);
    }

    CellFormat of(int style) {
        return style >= 0 && style < byStyle.size() ? byStyle.get(style) : PLAIN;
    }

    /** Numbers 14–22 and 45–47 are dates everywhere, 27–36 and 50–58 in Chinese workbooks (ISO/IEC 29500-1, 18.8.30). */
    private static CellFormat builtIn(int id, boolean since1904) {
        boolean date =
                (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
        return date ? new CellFormat.Moment(since1904) : PLAIN;
    }

    private static CellFormat of(String code, boolean since1904) {
        String first = LITERAL.matcher(code).replaceAll("").split(";", -1)[0].toLowerCase(Locale.ROOT);
        if (first.matches("0{2,}")) {
            return new CellFormat.Padded(first.length());
        }
        boolean date = !first.contains("general") && first.matches(".*[ymdhs].*");
        return date ? new CellFormat.Moment(since1904) : PLAIN;
    }

    private static int number(XMLStreamReader xml, String attribute) {
        String value = Xml.attribute(xml, attribute);
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
    }
}
