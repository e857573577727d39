package org.exchangehub.schemas.canonical;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;

/** The one text of each typed value, as records are compared and as CSV and JSON hold them. */
public final class ValueText {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private ValueText() {}

    /**
     * The text of a value as {@code CheckedRecord.Accepted} has it: text (and JSON) as it is; whole numbers in digits; decimals
     * without exponent and without zeros at their end; doubles as ECMAScript writes them; days and times as {@link #of(LocalDate)}
     * and {@link #of(Instant)}; bytes in base64url without padding (RFC 4648 §5).
     *
     * @throws IllegalArgumentException when it is of another type, or not finite
     */
    public static String of(Object value) {
        return switch (value) {
            case String text -> text;
            case Long number -> number.toString();
            case BigDecimal number -> of(number);
            case Double number -> EcmaNumber.text(number);
            case Boolean truth -> truth.toString();
            case LocalDate day -> of(day);
            case Instant time -> of(time);
            case byte[] bytes -> BASE64.encodeToString(bytes);
            default -> throw new IllegalArgumentException("no typed record holds a " + value.getClass());
        };
    }

    private static String of(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = number.scale() > 0 ? number.stripTrailingZeros() : number;
        return stripped.toPlainString();
    }

    /** {@code 2021-03-05}: year of four digits, month, day. */
    static String of(LocalDate day) {
        char[] text = new char[10];
        day(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), text);
        return new String(text);
    }

    /** {@code 2021-03-05T08:00:00.000000Z}: UTC, always six digits of the second, what is smaller cut off. */
    static String of(Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
        char[] text = new char[27];
        day(utc.getYear(), utc.getMonthValue(), utc.getDayOfMonth(), text);
        text[10] = 'T';
        digits(utc.getHour(), text, 11, 2);
        text[13] = ':';
        digits(utc.getMinute(), text, 14, 2);
        text[16] = ':';
        digits(utc.getSecond(), text, 17, 2);
        text[19] = '.';
        digits(utc.getNano() / 1_000, text, 20, 6);
        text[26] = 'Z';
        return new String(text);
    }

    private static void day(int year, int month, int day, char[] text) {
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException("expected a year of 1 to 9999, found " + year);
        }
        digits(year, text, 0, 4);
        text[4] = '-';
        digits(month, text, 5, 2);
        text[7] = '-';
        digits(day, text, 8, 2);
    }

    private static void digits(int number, char[] text, int at, int count) {
        int rest = number;
        for (int i = at + count - 1; i >= at; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
