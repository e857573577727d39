package org.exchangehub.core.work;

import java.util.Comparator;
import java.util.List;

/**
 * A year of the working calendar.
 *
 * @param source the notice its days were published by; empty while they are not published
 * @param days what departs from plain weeks, by day
 * @param version counts the changes, for If-Match; 0 while nothing is published
 */
record CalendarYear(int year, String source, List<CalendarDay> days, int version) {

    CalendarYear {
        days = days.stream().sorted(Comparator.comparing(CalendarDay::day)).toList();
    }

    /** A year whose days nobody has published yet. */
    static CalendarYear unpublished(int year) {
        return new CalendarYear(year, "", List.of(), 0);
    }

    boolean published() {
        return version > 0;
    }
}
