package org.exchangehub.schemas.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How a number in a cell is meant: as it is, with leading zeros, or as a day counted from the beginning of an epoch. */
sealed interface CellFormat {

    /** Excel keeps fifteen digits of a number. */
    int DIGITS = 15;

    /** The number as text; empty when the format makes no sense of it. */
    Optional<String> text(BigDecimal number);

    /** A plain number, without exponent and without the noise beyond the fifteenth digit. */
    record Plain() implements CellFormat {
        @Override
        public Optional<String> text(BigDecimal number) {
            BigDecimal rounded = number.round(new MathContext(DIGITS, RoundingMode.HALF_UP));
            return Optional.of(
                    rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
        }
    }

    /** A code kept as a number and shown with leading zeros. */
    record Padded(int width) implements CellFormat {
        @Override
        public Optional<String> text(BigDecimal number) {
            return new Plain()
                    .text(number)
                    .map(text -> text.matches("\\d+") ? "0".repeat(Math.max(0, width - text.length())) + text : text);
        }
    }

    /**
     * A date, a time or both, in ISO 8601 with a space between them.
     *
     * @param since1904 whether days count from 1904-01-01 instead of 1900-01-01
     */
    record Moment(boolean since1904) implements CellFormat {

        private static final long SECONDS_OF_DAY = 86_400;
        private static final int LEAP_DAY_THAT_NEVER_WAS = 60;
        private static final DateTimeFormatter BOTH = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

        @Override
        public Optional<String> text(BigDecimal number) {
            long days = number.setScale(0, RoundingMode.FLOOR).longValue();
            long seconds = number.subtract(BigDecimal.valueOf(days))
                    .multiply(BigDecimal.valueOf(SECONDS_OF_DAY))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValue();
            if (number.signum() <= 0 || (!since1904 && days == LEAP_DAY_THAT_NEVER_WAS)) {
                return Optional.empty();
            }
            try {
                if (days == 0 && seconds > 0 && seconds < SECONDS_OF_DAY) {
                    return Optional.of(LocalTime.ofSecondOfDay(seconds)
                            .format(DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)));
                }
                LocalDateTime moment = first(days).atStartOfDay().plusSeconds(seconds);
                return Optional.of(
                        seconds % SECONDS_OF_DAY == 0 ? moment.toLocalDate().toString() : moment.format(BOTH));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        /** Excel believes that 1900 was a leap year. */
        private LocalDate first(long days) {
            if (since1904) {
                return LocalDate.of(1904, 1, 1).plusDays(days);
            }
            return LocalDate.of(1899, 12, days < LEAP_DAY_THAT_NEVER_WAS ? 31 : 30)
                    .plusDays(days);
        }
    }
}
