package org.exchangehub.core.query;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.exchangehub.schemas.value.FieldType;
import org.jspecify.annotations.Nullable;

/** What a caller claims of a value, held against the value. */
final class Claim {

    private Claim() {}

    /** Whether a claim says the same as the value, whatever its widths, case, spaces and date punctuation. */
    static boolean same(FieldType type, Object value, String claim) {
        String said = normal(claim);
        try {
            return switch (type.kind()) {
                case LONG, INTEGER, DOUBLE, DECIMAL ->
                    new BigDecimal(value.toString()).compareTo(new BigDecimal(said)) == 0;
                case BOOLEAN -> normal(value.toString()).equals(said);
                case DATE -> value.equals(date(said));
                case TIMESTAMP -> value.equals(Instant.parse(said));
                case STRING, BYTES, JSON -> normal(value.toString()).equals(said);
            };
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    /** Half width, upper case, without spaces. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\u200B\\uFEFF]+", "")
                .toUpperCase(Locale.ROOT);
    }

    private static @Nullable LocalDate date(String text) {
        String digits = text.replaceAll("[-/.年月]", "-").replace("日", "");
        return digits.matches("\\d{8}")
                ? LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE)
                : LocalDate.parse(digits);
    }
}
