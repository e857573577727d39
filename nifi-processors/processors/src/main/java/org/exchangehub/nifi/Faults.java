package org.exchangehub.nifi;

import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.check.Severity;
import org.exchangehub.schemas.value.LocalizedText;

/** What is wrong with a row before any rule of its schema is asked. */
final class Faults {

    private static final String NO_FIELD = "";
    private static final int LONGEST_REASON = 200;

    private Faults() {}

    /** The reader could not make a row of it. */
    static Finding unreadable(LocalizedText reason) {
        String found = shortened(reason.en());
        return fault(
                NO_FIELD,
                "unreadable-row",
                "a row in the stated format",
                found,
                new LocalizedText("该行无法解析:" + shortened(reason.zh()), "The row cannot be read: " + found));
    }

    private static String shortened(String reason) {
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    /** The row has fewer or more values than there are columns: nobody knows which value belongs where. */
    static Finding columns(int expected, int found) {
        return fault(
                NO_FIELD,
                "column-count",
                expected + " values",
                found + " values",
                new LocalizedText(
                        "该行应有 " + expected + " 个值,实有 " + found + " 个",
                        "The row should have " + expected + " values and has " + found));
    }

    /** A value holds the character that stands for bytes the character set does not know. */
    static Finding characters(String column) {
        return fault(
                column,
                "character-set",
                "text in the stated character set",
                "bytes that are none",
                new LocalizedText(
                        "“" + column + "”含有所声明字符集之外的字节",
                        "“" + column + "” holds bytes that are not of the stated character set"));
    }

    private static Finding fault(String field, String rule, String expected, String found, LocalizedText message) {
        return new Finding(field, rule, Severity.ERROR, expected, found, message);
    }
}
