package org.exchangehub.schemas.encoding;

/** Text in cells of CSV files that people open in spreadsheets (OWASP, "CSV Injection"). */
public final class SpreadsheetText {

    private static final char APOSTROPHE = '\'';

    /** What spreadsheets take for the beginning of a formula, in both widths. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private SpreadsheetText() {}

    /** The text with an apostrophe before it if a spreadsheet would take it for a formula; such a text is not what it was. */
    public static String inert(String text) {
        return beginsWith(FORMULA, text, 0) ? APOSTROPHE + text : text;
    }

    /**
     * The same so that {@link #unmarked} gives back what was written: a text that begins with an apostrophe and could be taken for
     * a marked one is marked, too.
     */
    public static String marked(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == APOSTROPHE) {
            first++;
        }
        return beginsWith(FORMULA, text, first) ? APOSTROPHE + text : text;
    }

    /** The text that was marked. */
    public static String unmarked(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == APOSTROPHE) {
            first++;
        }
        return first > 0 && beginsWith(FORMULA, text, first) ? text.substring(1) : text;
    }

    private static boolean beginsWith(String any, String text, int at) {
        return at < text.length() && any.indexOf(text.charAt(at)) >= 0;
    }
}
