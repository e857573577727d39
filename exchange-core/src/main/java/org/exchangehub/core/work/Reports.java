package org.exchangehub.core.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.core.work.DeadlineRepository.PageKey;
import org.exchangehub.core.work.ReportRepository.LiabilityFilter;
import org.exchangehub.core.work.ReportRepository.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What departments did in time, and what they are liable for. */
@Service
class Reports {

    private static final int PAGE = 500;
    private static final int MOST_IN_A_FILE = 100_000;
    private static final int MOST_YEARS = 10;

    private final ReportRepository repository;
    private final WorkingYears years;
    private final Clock clock;

    Reports(ReportRepository repository, WorkingYears years, Clock clock) {
        this.repository = repository;
        this.years = years;
        this.clock = clock;
    }

    /**
     * A question that may be asked.
     *
     * @param department null for all
     */
    record Asked(Period period, @Nullable String department, Instant now, Reckoning reckoning) {}

    /**
     * What somebody asks.
     *
     * @param from the first of January if null
     * @param to today if null
     */
    Asked asked(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String department, Caller caller) {
        Instant now = clock.instant();
        Reckoning reckoning = years.reckoning();
        LocalDate last = to == null ? reckoning.day(now) : to;
        LocalDate first = from == null ? last.withDayOfYear(1) : from;
        if (first.isAfter(last) || first.plusYears(MOST_YEARS).isBefore(last)) {
            new Violations()
                    .add("from", "a day before " + last + ", at most " + MOST_YEARS + " years", "" + first)
                    .refuse("The period is not valid.");
        }
        return new Asked(new Period(first, last), DeadlineController.seen(department, caller), now, reckoning);
    }

    List<TimeLimits.Row> timeLimits(Asked asked) {
        TimeLimits limits = new TimeLimits(asked.now(), asked.reckoning());
        repository.received(asked.period(), asked.department(), limits::add);
        return limits.rows();
    }

    List<Deadline> liabilities(Asked asked, @Nullable Violation violation, @Nullable PageKey after, int limit) {
        LiabilityFilter filter = new LiabilityFilter(
                asked.period().from().atStartOfDay(asked.reckoning().zone()).toInstant(),
                asked.reckoning().endOf(asked.period().to()),
                asked.department(),
                violation,
                asked.now());
        return repository.overdue(filter, after, limit);
    }

    /**
     * All of a liability list, page by page.
     *
     * @throws HubProblem {@code CONTENT_TOO_LARGE} beyond 100 000 entries
     */
    void eachLiability(Asked asked, @Nullable Violation violation, Consumer<Deadline> each) {
        PageKey after = null;
        for (int seen = 0; ; seen += PAGE) {
            List<Deadline> page = liabilities(asked, violation, after, PAGE);
            page.forEach(each);
            if (page.size() < PAGE) {
                return;
            }
            if (seen + PAGE >= MOST_IN_A_FILE) {
                throw new HubProblem(
                        ErrorCode.CONTENT_TOO_LARGE,
                        "A file has at most " + MOST_IN_A_FILE + " entries; ask for a shorter period.");
            }
            after = PageKey.of(key(page.getLast()));
        }
    }

    /** Where a page of a liability list ends. */
    static String key(Deadline last) {
        return overdueAt(last) + "/" + last.id();
    }

    static Instant overdueAt(Deadline deadline) {
        Instant overdue = deadline.overdueAt();
        return overdue != null
                ? overdue
                : Objects.requireNonNull(deadline.term()).dueAt();
    }

    /** Working days from the last day to the day it was done, or was no longer to be done, or to today. */
    static int workingDaysLate(Deadline deadline, Asked asked) {
        Reckoning reckoning = asked.reckoning();
        Instant closed = deadline.closedAt();
        LocalDate due = reckoning.day(overdueAt(deadline)).minusDays(1);
        return reckoning.days().count(due, reckoning.day(closed == null ? asked.now() : closed));
    }

    static Violation violation(DeadlineKind kind) {
        return Arrays.stream(Violation.values())
                .filter(each -> each.is(kind))
                .findFirst()
                .orElseThrow();
    }
}
