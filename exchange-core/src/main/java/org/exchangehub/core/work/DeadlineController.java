package org.exchangehub.core.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.KeysetPage;
import org.exchangehub.core.work.DeadlineRepository.DeadlineFilter;
import org.exchangehub.core.work.DeadlineRepository.PageKey;
import org.exchangehub.core.work.DeadlineRepository.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deadlines: those of one's own department, for the authority those of all. */
@RestController
@RequestMapping(path = "/api/v1/deadlines", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "deadlines")
class DeadlineController {

    private final DeadlineRepository deadlines;
    private final WorkingYears years;
    private final Clock clock;

    DeadlineController(DeadlineRepository deadlines, WorkingYears years, Clock clock) {
        this.deadlines = deadlines;
        this.years = years;
        this.clock = clock;
    }

    record DeadlineList(List<DeadlineView> items) {}

    @Operation(summary = "Deadlines by their end: of my department, for the catalog authority of any or all")
    @GetMapping
    ResponseEntity<DeadlineList> list(
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable DeadlineKind kind,
            @RequestParam(required = false) @Nullable Standing standing,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Caller caller) {
        Instant now = clock.instant();
        DeadlineFilter filter = new DeadlineFilter(seen(department, caller), kind, standing, now);
        int most = KeysetPage.limit(limit);
        List<Deadline> rows = deadlines.list(filter, KeysetPage.after(cursor, PageKey::of), most + 1);
        KeysetPage<Deadline> page = KeysetPage.of(rows, most, PageKey::text);
        Reckoning reckoning = years.reckoning();
        return page.answer(
                request,
                new DeadlineList(
                        page.map(each -> DeadlineView.of(each, now, reckoning)).items()));
    }

    @Operation(summary = "One deadline with everything that became of it")
    @GetMapping("/{id}")
    DeadlineView one(@PathVariable UUID id, Caller caller) {
        Deadline found = deadlines
                .find(id)
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no deadline " + id + "."));
        seen(found.department(), caller);
        return DeadlineView.of(found, clock.instant(), years.reckoning());
    }

    /** The department whose deadlines are seen; null for all, which the authority may. */
    static @Nullable String seen(@Nullable String department, Caller caller) {
        if (caller.has(Role.CATALOG_AUTHORITY)) {
            return department;
        }
        String own = caller.department();
        if (own == null) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED, "Deadlines are departments'; " + caller.name() + " acts for none.");
        }
        caller.requireDepartment(Objects.requireNonNullElse(department, own));
        return own;
    }
}
