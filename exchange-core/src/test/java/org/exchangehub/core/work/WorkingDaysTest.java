package org.exchangehub.core.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.core.work.Deadline.Pause;
import org.exchangehub.schemas.value.LocalizedText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Ten years of holidays and make-up days drawn at random, and the same walked through day by day. */
    private static final class Drawn {

        private static final int FIRST = 2027;
        private static final int YEARS = 10;
        private static final LocalizedText NAME = new LocalizedText("节", "holiday");

        final Random random;
        final List<CalendarYear> years = new ArrayList<>();
        private final Map<LocalDate, Boolean> stated = new HashMap<>();

        Drawn(long seed) {
            random = new Random(seed);
            for (int year = FIRST; year < FIRST + YEARS; year++) {
                Map<LocalDate, Boolean> days = new HashMap<>();
                for (int i = 0; i < 8; i++) {
                    LocalDate holiday = anyDay(year);
                    for (int day = 0; day <= random.nextInt(9); day++) {
                        put(days, year, holiday.plusDays(day), false);
                    }
                    LocalDate madeUp = anyDay(year);
                    while (madeUp.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                        madeUp = madeUp.plusDays(1);
                    }
                    put(days, year, madeUp, true);
                }
                stated.putAll(days);
                years.add(new CalendarYear(
                        year,
                        "drawn",
                        days.entrySet().stream()
                                .map(each -> new CalendarDay(each.getKey(), each.getValue(), NAME))
                                .toList(),
                        1));
            }
        }

        private static void put(Map<LocalDate, Boolean> days, int year, LocalDate day, boolean working) {
            if (day.getYear() == year) {
                days.put(day, working);
            }
        }

        LocalDate anyDay() {
            return anyDay(FIRST + random.nextInt(YEARS));
        }

        private LocalDate anyDay(int year) {
            return LocalDate.ofYearDay(year, 1 + random.nextInt(365));
        }

        boolean worked(LocalDate day) {
            DayOfWeek weekday = day.getDayOfWeek();
            return stated.getOrDefault(day, weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY);
        }

        /** The end by walking from day to day; days of a pause, its first and its last among them, are passed over. */
        LocalDate walked(LocalDate received, List<Pause> pauses, int days) {
            LocalDate day = received;
            int left = days;
            while (left > 0) {
                day = day.plusDays(1);
                if (worked(day) && !stands(day, pauses)) {
                    left--;
                }
            }
            return day;
        }

        private static boolean stands(LocalDate day, List<Pause> pauses) {
            return pauses.stream()
                    .anyMatch(pause ->
                            !day.isBefore(pause.from()) && pause.until() != null && !day.isAfter(pause.until()));
        }
    }

    @Nested
    class OverTenYearsOfDrawnCalendars {

        @Test
        void endsWhereWalkingFromDayToDayEnds() {
            for (long seed = 0; seed < 200; seed++) {
                Drawn drawn = new Drawn(seed);
                WorkingDays days = new WorkingDays(drawn.years);
                for (int i = 0; i < 50; i++) {
                    LocalDate received = drawn.anyDay();
                    int number = 1 + drawn.random.nextInt(40);
                    LocalDate end = drawn.walked(received, List.of(), number);

                    assertThat(days.end(received, number))
                            .as("seed %d: %d working days after %s", seed, number, received)
                            .isEqualTo(end);
                    assertThat(days.count(received, end)).isEqualTo(number);
                    assertThat(days.count(received, end.minusDays(1))).isEqualTo(number - 1);
                    LocalDate leaving = days.leaving(end, number);
                    assertThat(days.count(leaving, end)).isEqualTo(number);
                    assertThat(drawn.worked(leaving.plusDays(1)))
                            .as("seed %d: the day after %s would leave one less", seed, leaving)
                            .isTrue();
                }
            }
        }

        @Test
        void standsDuringPausesAndKeepsTheWholeDaysBefore() {
            for (long seed = 0; seed < 200; seed++) {
                Drawn drawn = new Drawn(seed);
                Reckoning reckoning = new Reckoning(new WorkingDays(drawn.years), ZONE);
                for (int i = 0; i < 20; i++) {
                    LocalDate received = drawn.anyDay();
                    int allowed = 2 + drawn.random.nextInt(30);
                    List<Pause> pauses = new ArrayList<>();
                    LocalDate from = received;
                    for (int pause = 0; pause < drawn.random.nextInt(3); pause++) {
                        LocalDate end = drawn.walked(received, pauses, allowed);
                        LocalDate begun =
                                from.plusDays(drawn.random.nextInt((int) (end.toEpochDay() - from.toEpochDay()) + 1));
                        from = begun.plusDays(drawn.random.nextInt(30));
                        pauses.add(new Pause(begun, from));
                    }

                    assertThat(reckoning
                                    .term(received, pauses, allowed, 1)
                                    .orElseThrow()
                                    .dueOn())
                            .as("seed %d: %d days after %s, standing %s", seed, allowed, received, pauses)
                            .isEqualTo(drawn.walked(received, pauses, allowed));
                }
            }
        }
    }

    @Nested
    class AnEnd {

        private final Reckoning reckoning = new Reckoning(new WorkingDays(List.of()), ZONE);

        @Test
        void isTheMidnightAfterTheLastDayInTheJurisdiction() {
            Deadline.Term term =
                    reckoning.term(LocalDate.of(2031, 6, 6), List.of(), 3, 2).orElseThrow();

            assertThat(term.dueOn()).as("Friday and three").isEqualTo("2031-06-11");
            assertThat(term.dueAt()).isEqualTo("2031-06-11T16:00:00Z");
            assertThat(term.remindAt())
                    .as("Tuesday morning: two days are left, Tuesday among them")
                    .isEqualTo("2031-06-09T16:00:00Z");
        }

        @Test
        void doesNotComeWhileTheClockStands() {
            assertThat(reckoning.term(
                            LocalDate.of(2031, 6, 6), List.of(new Pause(LocalDate.of(2031, 6, 9), null)), 3, 1))
                    .isEmpty();
        }

        @Test
        void isProvisionalWhenItPassesThroughAYearOfWhichNothingIsPublished() {
            WorkingDays days = new WorkingDays(List.of(new CalendarYear(2031, "notice", List.of(), 1)));

            assertThat(days.provisional(LocalDate.of(2031, 1, 1), LocalDate.of(2031, 12, 31)))
                    .isFalse();
            assertThat(days.provisional(LocalDate.of(2031, 12, 31), LocalDate.of(2032, 1, 1)))
                    .isTrue();
        }
    }

    /** The days the hub comes with. */
    @Nested
    @HubTest
    class ThePublishedYears {

        private final WorkingYears years;

        ThePublishedYears(WorkingYears years) {
            this.years = years;
        }

        @Test
        void haveAsManyWorkingDaysAsTheNoticesLeave() {
            WorkingDays days = years.reckoning().days();

            assertThat(days.count(LocalDate.of(2024, 12, 31), LocalDate.of(2025, 12, 31)))
                    .isEqualTo(248);
            assertThat(days.count(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 12, 31)))
                    .isEqualTo(248);
        }

        @Test
        void letTenDaysOverSpringFestivalAndOverNationalDayEndOnAMadeUpOrCountedDay() {
            WorkingDays days = years.reckoning().days();

            assertThat(days.end(LocalDate.of(2026, 2, 13), 10))
                    .as("Sat 14 made up, 15 to 23 off, Tue 24 to Sat 28 made up, Mon 2 to Thu 5 March")
                    .isEqualTo("2026-03-05");
            assertThat(days.end(LocalDate.of(2025, 9, 30), 1)).isEqualTo("2025-10-09");
            assertThat(days.end(LocalDate.of(2025, 10, 9), 2))
                    .as("Friday, and Saturday made up")
                    .isEqualTo("2025-10-11");
        }
    }
}
