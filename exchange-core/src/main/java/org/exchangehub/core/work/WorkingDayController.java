package org.exchangehub.core.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.EntityVersion;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar: read by everybody, kept by the authority that supervises the deadlines. */
@RestController
@RequestMapping(path = "/api/v1/working-days", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "deadlines")
class WorkingDayController {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;
    private static final int MOST_DAYS = 2_000;
    private static final int NAME = 100;
    private static final int SOURCE = 300;

    private final WorkingYears years;
    private final CalendarChanges changes;

    WorkingDayController(WorkingYears years, CalendarChanges changes) {
        this.years = years;
        this.changes = changes;
    }

    @Operation(summary = "A year of the working calendar: its holidays and make-up days")
    @GetMapping("/{year}")
    ResponseEntity<WorkingYearView> year(@PathVariable int year) {
        required(year);
        return answer(years.get(year));
    }

    @Operation(
            summary = "States the holidays and make-up days of a year and reckons open deadlines anew"
                    + " (catalog-authority); needs If-Match")
    @PutMapping("/{year}")
    ResponseEntity<WorkingYearView> change(
            @PathVariable int year,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody WorkingYearRequest wanted,
            Caller caller) {
        caller.require(Role.CATALOG_AUTHORITY);
        required(year);
        return answer(changes.change(wanted.year(year, EntityVersion.required(ifMatch)), caller.who()));
    }

    @Operation(summary = "When something ends that was received on a day and runs for so many working days")
    @GetMapping("/end")
    WorkingDaysEnd end(@RequestParam LocalDate received, @RequestParam int days) {
        required(received.getYear());
        if (days < 1 || days > MOST_DAYS) {
            new Violations().add("days", "1 to " + MOST_DAYS, "" + days).refuse("The number of days is not valid.");
        }
        Reckoning reckoning = years.reckoning();
        LocalDate end = reckoning.days().end(received, days);
        return new WorkingDaysEnd(
                received, days, end, reckoning.endOf(end), reckoning.days().provisional(received, end));
    }

    private static void required(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            new Violations()
                    .add("year", FIRST_YEAR + " to " + LAST_YEAR, "" + year)
                    .refuse("The calendar does not hold this year.");
        }
    }

    private static ResponseEntity<WorkingYearView> answer(CalendarYear year) {
        return ResponseEntity.ok().eTag(EntityVersion.tag(year.version())).body(WorkingYearView.of(year));
    }

    /**
     * A year.
     *
     * @param provisional whether nothing is published of it, so that plain weekends are taken
     * @param source the notice its days were published by
     * @param workingDays how many working days it has
     */
    record WorkingYearView(int year, boolean provisional, String source, int workingDays, List<WorkingDayView> days) {

        static WorkingYearView of(CalendarYear year) {
            int worked = new WorkingDays(List.of(year))
                    .count(LocalDate.of(year.year() - 1, 12, 31), LocalDate.of(year.year(), 12, 31));
            return new WorkingYearView(
                    year.year(),
                    !year.published(),
                    year.source(),
                    worked,
                    year.days().stream()
                            .map(each -> new WorkingDayView(each.day(), each.working(), each.name()))
                            .toList());
        }
    }

    /**
     * A day of which the calendar says something.
     *
     * @param working whether it is a Saturday or Sunday that is worked (调休); otherwise it is a day off
     * @param name the holiday, or the holiday it makes up for
     */
    record WorkingDayView(
            @Nullable LocalDate day,
            @Nullable Boolean working,
            @Nullable LocalizedText name) {}

    /**
     * An end.
     *
     * @param received the day from which it runs, itself not counted
     * @param dueOn the last day
     * @param dueAt the first instant after it
     * @param provisional whether it passes through a year of which nothing is published
     */
    record WorkingDaysEnd(LocalDate received, int days, LocalDate dueOn, Instant dueAt, boolean provisional) {}

    /**
     * A year as it is to be.
     *
     * @param source the notice its days were published by
     * @param days every holiday and every make-up day; a weekend day within a holiday may be among them
     */
    record WorkingYearRequest(
            @Nullable String source, @Nullable List<WorkingDayView> days) {

        CalendarYear year(int year, int version) {
            List<WorkingDayView> all = days == null ? List.of() : days;
            Violations found = new Violations()
                    .needed("/source", source, "the notice the days were published by")
                    .text("/source", source, SOURCE)
                    .needed("/days", days, "the holidays and make-up days");
            Set<LocalDate> seen = new HashSet<>();
            for (int i = 0; i < all.size(); i++) {
                check(all.get(i), year, "/days/" + i, seen, found);
            }
            found.refuse("The year is not valid; everything that is wrong is listed.");
            return new CalendarYear(
                    year,
                    Objects.requireNonNull(source),
                    all.stream()
                            .map(each -> new CalendarDay(
                                    Objects.requireNonNull(each.day()),
                                    Objects.requireNonNull(each.working()),
                                    Objects.requireNonNull(each.name())))
                            .toList(),
                    version);
        }

        private static void check(
                @Nullable WorkingDayView each, int year, String at, Set<LocalDate> seen, Violations found) {
            if (each == null || each.day() == null || each.working() == null || each.name() == null) {
                found.add(at, "day, working and name", null);
                return;
            }
            LocalDate day = each.day();
            if (day.getYear() != year || !seen.add(day)) {
                found.add(at + "/day", "a day of " + year + " that is stated once", "" + day);
            }
            if (each.working() && !CalendarDay.weekend(day)) {
                found.add(at + "/working", "a Saturday or Sunday, other days are worked anyway", "" + day);
            }
            found.needed(at + "/name/zh", each.name().zh(), "the holiday")
                    .text(at + "/name/zh", each.name().zh(), NAME)
                    .needed(at + "/name/en", each.name().en(), "the holiday")
                    .text(at + "/name/en", each.name().en(), NAME);
        }
    }
}
