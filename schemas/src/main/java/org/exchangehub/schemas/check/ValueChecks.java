package org.exchangehub.schemas.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.exchangehub.schemas.identifiers.Dates;
import org.exchangehub.schemas.value.Texts;
import org.jspecify.annotations.Nullable;

/** Checks of numbers and days. */
final class ValueChecks {

    private ValueChecks() {}

    static @Nullable Verdict dateNotFuture(Object value, LocalDate today) {
        return ((LocalDate) value).isAfter(today)
                ? Verdict.error("不晚于当日（" + today + "）的日期", "a day not after today (" + today + ")")
                : null;
    }

    /** Between two numbers or two days, ends included. */
    static FieldCheck range(Bounds bounds) {
        Verdict verdict = new Verdict(Severity.ERROR, bounds.words("", ""), null);
        Comparable<?> low = bound(bounds.low());
        Comparable<?> high = bound(bounds.high());
        return (value, today) -> below(value, low) || below(high, value) ? verdict : null;
    }

    private static @Nullable Comparable<?> bound(@Nullable String text) {
        if (text == null) {
            return null;
        }
        LocalDate day = text.length() == 10 ? Dates.parse(text) : null;
        if (day != null) {
            return day;
        }
        BigDecimal number = Texts.decimal(text);
        if (number == null) {
            throw new IllegalArgumentException("bounds that are numbers or days such as 1949-10-01");
        }
        return number;
    }

    private static boolean below(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return false;
        }
        if (one instanceof LocalDate day && other instanceof LocalDate otherDay) {
            return day.isBefore(otherDay);
        }
        return number(one).compareTo(number(other)) < 0;
    }

    private static BigDecimal number(Object value) {
        return switch (value) {
            case BigDecimal decimal -> decimal;
            case Long whole -> BigDecimal.valueOf(whole);
            case Double number -> BigDecimal.valueOf(number);
            default -> throw new IllegalStateException("a range over " + value.getClass());
        };
    }
}
