package org.exchangehub.core.work;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.exchangehub.schemas.value.LocalizedText;

/**
 * A day of which the working calendar says something.
 *
 * @param working whether it is worked although it is a Saturday or Sunday (调休); otherwise it is a day off
 * @param name the holiday, or the holiday it makes up for
 */
record CalendarDay(LocalDate day, boolean working, LocalizedText name) {

    /** Whether the calendar would be another without it: a Sunday within a holiday is off anyway. */
    boolean departs() {
        return working == weekend(day);
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
