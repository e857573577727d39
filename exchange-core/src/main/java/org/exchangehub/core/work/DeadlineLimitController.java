package org.exchangehub.core.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
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
import org.springframework.web.bind.annotation.RestController;

/** The limits of the jurisdiction, with the decree's as their ceiling. */
@RestController
@RequestMapping(path = "/api/v1/deadline-limits", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "deadlines")
class DeadlineLimitController {

    private final DeadlineLimits limits;

    DeadlineLimitController(DeadlineLimits limits) {
        this.limits = limits;
    }

    record DeadlineLimitList(List<DeadlineLimitView> items) {}

    /**
     * A limit in working days.
     *
     * @param article where the ceilings are from
     * @param ceiling the most the decree allows; absent where it sets no limit
     * @param extensionCeiling the most it allows in addition, with the authority's consent
     * @param reminderDays how many working days are left, the last among them, when the department is reminded
     */
    record DeadlineLimitView(
            DeadlineKind kind,
            LocalizedText title,
            String article,
            @Nullable Integer ceiling,
            int extensionCeiling,
            int days,
            int extensionDays,
            int reminderDays) {

        static DeadlineLimitView of(DeadlineLimit limit) {
            DeadlineKind kind = limit.kind();
            OptionalInt ceiling = kind.ceiling();
            return new DeadlineLimitView(
                    kind,
                    kind.title(),
                    kind.article(),
                    ceiling.isPresent() ? ceiling.getAsInt() : null,
                    kind.extensionCeiling(),
                    limit.days(),
                    limit.extensionDays(),
                    limit.reminderDays());
        }
    }

    /** A limit as it is to be, in working days. */
    record DeadlineLimitRequest(
            @Nullable Integer days,
            @Nullable Integer extensionDays,
            @Nullable Integer reminderDays) {

        DeadlineLimit limit(DeadlineKind kind, int version) {
            new Violations()
                    .needed("/days", days, "working days")
                    .needed("/extensionDays", extensionDays, "working days, 0 for none")
                    .needed("/reminderDays", reminderDays, "working days, 1 for the last")
                    .refuse("The limit is not complete.");
            return new DeadlineLimit(
                    kind,
                    Objects.requireNonNull(days),
                    Objects.requireNonNull(extensionDays),
                    Objects.requireNonNull(reminderDays),
                    version);
        }
    }

    @Operation(summary = "The limits of the jurisdiction and the ceilings of the decree")
    @GetMapping
    DeadlineLimitList list() {
        return new DeadlineLimitList(
                limits.all().stream().map(DeadlineLimitView::of).toList());
    }

    @Operation(summary = "One limit")
    @GetMapping("/{kind}")
    ResponseEntity<DeadlineLimitView> one(@PathVariable DeadlineKind kind) {
        return answer(limits.of(kind));
    }

    @Operation(summary = "Sets a limit for what begins from now on (catalog-authority); needs If-Match")
    @PutMapping("/{kind}")
    ResponseEntity<DeadlineLimitView> set(
            @PathVariable DeadlineKind kind,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody DeadlineLimitRequest wanted,
            Caller caller) {
        caller.require(Role.CATALOG_AUTHORITY);
        return answer(limits.put(wanted.limit(kind, EntityVersion.required(ifMatch)), caller.who()));
    }

    private static ResponseEntity<DeadlineLimitView> answer(DeadlineLimit limit) {
        return ResponseEntity.ok().eTag(EntityVersion.tag(limit.version())).body(DeadlineLimitView.of(limit));
    }
}
