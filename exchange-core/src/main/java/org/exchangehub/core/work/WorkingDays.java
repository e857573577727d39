package org.exchangehub.core.work;

import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts working days: Monday to Friday unless a holiday, Saturday and Sunday if made up for (调休). Years of which nothing is
 * published are counted by plain weeks, and said to be provisional.
 *
 * <p>Whole weeks are computed, not walked through; what departs from them is added. A day from which something runs is itself not
 * counted (Civil Code, Art. 201 [from memory]).
 */
final class WorkingDays {

    /** Monday, 1969-12-29, in days since 1970-01-01. */
    private static final long MONDAY = -3;

    private static final int WEEK = 7;
    private static final int WORKED = 5;

    /** By day: +1 for a weekend day that is worked, -1 for a weekday that is off. */
    private final NavigableMap<LocalDate, Integer> departures = new TreeMap<>();

    private final Set<Integer> published;

    WorkingDays(Collection<CalendarYear> years) {
        for (CalendarYear year : years) {
            year.days().stream()
                    .filter(CalendarDay::departs)
                    .forEach(each -> departures.put(each.day(), each.working() ? 1 : -1));
        }
        published = years.stream()
                .filter(CalendarYear::published)
                .map(CalendarYear::year)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many working days there are after the one day up to and including the other; 0 when that is not later. */
    int count(LocalDate after, LocalDate until) {
        if (!until.isAfter(after)) {
            return 0;
        }
        int departing = departures.subMap(after, false, until, true).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return Math.toIntExact(weekdays(until) - weekdays(after)) + departing;
    }

    /** The {@code days}th working day after the day something was received on; {@code days} of at least 1. */
    LocalDate end(LocalDate received, int days) {
        LocalDate end = received;
        // as many days further as working days are missing never go too far
        for (int missing = days; missing > 0; missing = days - count(received, end)) {
            end = end.plusDays(missing);
        }
        return end;
    }

    /** The last day after which there are still this many working days up to and including the end. */
    LocalDate leaving(LocalDate end, int days) {
        LocalDate day = end;
        for (int missing = days; missing > 0; missing = days - count(day, end)) {
            day = day.minusDays(missing);
        }
        return day;
    }

    /** Whether a year between the two days is counted by plain weeks, since nothing is published of it. */
    boolean provisional(LocalDate from, LocalDate until) {
        for (int year = from.getYear(); year <= until.getYear(); year++) {
            if (!published.contains(year)) {
                return true;
            }
        }
        return false;
    }

    /** Mondays to Fridays up to and including the day, counted from an arbitrary Monday. */
    private static long weekdays(LocalDate day) {
        long since = day.toEpochDay() - MONDAY;
        return Math.floorDiv(since, WEEK) * WORKED + Math.min(Math.floorMod(since, WEEK) + 1, WORKED);
    }
}
