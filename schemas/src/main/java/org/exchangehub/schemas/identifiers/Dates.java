package org.exchangehub.schemas.identifiers;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Days of the calendar, read without exceptions. */
public final class Dates {

    private Dates() {}

    /** The day, or null when the calendar has none such. */
    public static @Nullable LocalDate of(int year, int month, int day) {
        if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        return day > 28 && day > YearMonth.of(year, month).lengthOfMonth() ? null : LocalDate.of(year, month, day);
    }

    /** Reads {@code 2021-03-05} or {@code 20210305} (GB/T 7408), or null when it is neither or there is no such day. */
    public static @Nullable LocalDate parse(CharSequence text) {
        if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            return digits(text, 0, 5, 8);
        }
        return text.length() == 8 ? digits(text, 0, 4, 6) : null;
    }

    private static @Nullable LocalDate digits(CharSequence text, int year, int month, int day) {
        boolean digits = Characters.areDigits(text, year, year + 4)
                && Characters.areDigits(text, month, month + 2)
                && Characters.areDigits(text, day, day + 2);
        return digits ? of(two(text, year) * 100 + two(text, year + 2), two(text, month), two(text, day)) : null;
    }

    private static int two(CharSequence text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }
}
