package org.exchangehub.schemas.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.value.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Days as spreadsheets count them: 1 is 1900-01-01, and 60 the 29th of February 1900 that never was (a fault of Lotus 1-2-3 kept
 * by ECMA-376 part 1, 18.17.4.1); a fraction is the time of day, rounded to seconds.
 */
final class ExcelSerial {

    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    private static final int NEVER_WAS = 60;
    private static final int LONGEST_DAYS = 5;
    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);

    private ExcelSerial() {}

    static @Nullable LocalDateTime parse(String text) {
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        if (end == 0 || end > LONGEST_DAYS || !Characters.areDigits(text, 0, end)) {
            return null;
        }
        int days = Integer.parseInt(text, 0, end, 10);
        if (days == 0 || days == NEVER_WAS) {
            return null;
        }
        BigDecimal fraction = point < 0 ? BigDecimal.ZERO : Texts.decimal("0" + text.substring(point));
        if (fraction == null) {
            return null;
        }
        long seconds = fraction.multiply(SECONDS_OF_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return ZERO.plusDays(days < NEVER_WAS ? days + 1 : days).atStartOfDay().plusSeconds(seconds);
    }
}
