package org.exchangehub.core.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.KeysetPage;
import org.exchangehub.core.work.DeadlineRepository.PageKey;
import org.exchangehub.core.work.Reports.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Supervision of time limits (Decree 809, Arts. 38 to 41): one's own department's, for the authority those of all. */
@RestController
@RequestMapping(path = "/api/v1/reports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "reports")
class ReportController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=utf-8;header=present");

    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    /**
     * How limits are kept.
     *
     * @param from first day of the period, in which the deadlines counted were received
     * @param to last day of it
     * @param provisional whether a year of it has no published holidays
     */
    record TimeLimitReport(LocalDate from, LocalDate to, boolean provisional, List<TimeLimitRow> items) {}

    /**
     * One department and kind.
     *
     * @param met done in time
     * @param late done after the last day
     * @param overdue not done, and the last day is over
     * @param open not done, the last day is to come or the clock stands
     * @param cancelled no longer to be done
     * @param meanWorkingDays from receipt to done, pauses not counted; absent when nothing was done
     */
    record TimeLimitRow(
            String department,
            DeadlineKind kind,
            int met,
            int late,
            int overdue,
            int open,
            int cancelled,
            @Nullable Double meanWorkingDays) {}

    record LiabilityList(List<LiabilityView> items) {}

    /**
     * One violation.
     *
     * @param workingDaysLate from the last day to when it was done, or to today while it is not
     */
    record LiabilityView(
            Violation violation, String department, int workingDaysLate, Instant overdueAt, DeadlineView deadline) {}

    @Operation(summary = "How limits were kept: met, late, overdue and open by department and kind")
    @GetMapping("/time-limits")
    TimeLimitReport timeLimits(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String department,
            Caller caller) {
        Asked asked = reports.asked(from, to, department, caller);
        List<TimeLimitRow> rows = reports.timeLimits(asked).stream()
                .map(row -> new TimeLimitRow(
                        row.department(),
                        row.kind(),
                        row.met(),
                        row.late(),
                        row.overdue(),
                        row.open(),
                        row.cancelled(),
                        row.meanWorkingDays()))
                .toList();
        return new TimeLimitReport(
                asked.period().from(),
                asked.period().to(),
                asked.reckoning()
                        .days()
                        .provisional(asked.period().from(), asked.period().to()),
                rows);
    }

    @Operation(summary = "The same as a CSV file")
    @GetMapping(path = "/time-limits/file", produces = MediaType.ALL_VALUE)
    ResponseEntity<StreamingResponseBody> timeLimitFile(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String department,
            Caller caller) {
        List<TimeLimits.Row> rows = reports.timeLimits(reports.asked(from, to, department, caller));
        return file("time-limits.csv", out -> ReportFile.timeLimits(rows, out));
    }

    @Operation(
            summary = "The liability list: what became overdue in a period, by violation, in the order in which it did")
    @GetMapping("/liabilities")
    ResponseEntity<LiabilityList> liabilities(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable Violation violation,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Caller caller) {
        Asked asked = reports.asked(from, to, department, caller);
        int most = KeysetPage.limit(limit);
        List<Deadline> rows = reports.liabilities(asked, violation, KeysetPage.after(cursor, PageKey::of), most + 1);
        KeysetPage<Deadline> page = KeysetPage.of(rows, most, Reports::key);
        return page.answer(
                request, new LiabilityList(page.map(each -> view(each, asked)).items()));
    }

    @Operation(summary = "The same as a CSV file, whole")
    @GetMapping(path = "/liabilities/file", produces = MediaType.ALL_VALUE)
    ResponseEntity<StreamingResponseBody> liabilityFile(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable Violation violation,
            Caller caller) {
        Asked asked = reports.asked(from, to, department, caller);
        List<LiabilityView> rows = new ArrayList<>();
        reports.eachLiability(asked, violation, each -> rows.add(view(each, asked)));
        return file("liabilities.csv", out -> ReportFile.liabilities(rows, out));
    }

    private static LiabilityView view(Deadline stored, Asked asked) {
        Deadline deadline = stored.by(asked.now());
        return new LiabilityView(
                Reports.violation(deadline.kind()),
                deadline.department(),
                Reports.workingDaysLate(deadline, asked),
                Reports.overdueAt(deadline),
                DeadlineView.of(deadline, asked.now(), asked.reckoning()));
    }

    private static ResponseEntity<StreamingResponseBody> file(String name, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(CSV)
                .body(body);
    }
}
