package org.exchangehub.core.access;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.access.ApplicationController.ApplicationView;
import org.exchangehub.core.access.ApplicationController.ConsentView;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/grants", produces = MediaType.APPLICATION_JSON_VALUE)
class GrantController {

    private final Grants grants;
    private final Applications applications;
    private final GrantRepository repository;
    private final Clock clock;
    private final ZoneId zone;

    GrantController(Grants grants, Applications applications, GrantRepository repository, Clock clock, ZoneId zone) {
        this.grants = grants;
        this.applications = applications;
        this.repository = repository;
        this.clock = clock;
        this.zone = zone;
    }

    /** A grant as the API shows it; {@code until} stands among the terms. */
    record GrantView(
            UUID id,
            UUID application,
            String dataset,
            String provider,
            String department,
            String client,
            @JsonUnwrapped Terms terms,
            LocalDate from,
            List<ConsentView> approvers,
            Grant.State state,
            @Nullable String reason,
            Grant.@Nullable Party haltedBy,
            Instant issuedAt,
            Instant changedAt,
            int version) {

        static GrantView of(Grant grant, LocalDate today) {
            return new GrantView(
                    grant.id(),
                    grant.application(),
                    grant.dataset(),
                    grant.provider(),
                    grant.department(),
                    grant.client(),
                    grant.terms(),
                    grant.from(),
                    grant.approvers().stream().map(ConsentView::of).toList(),
                    grant.stateOn(today),
                    grant.reason(),
                    grant.haltedBy(),
                    grant.issuedAt(),
                    grant.changedAt(),
                    grant.version());
        }
    }

    record GrantList(List<GrantView> items) {}

    /** The new last day, and why the use goes on. */
    record RenewalRequest(
            @Nullable LocalDate until, @Nullable String reason) {}

    @GetMapping
    ResponseEntity<GrantList> list(
            @RequestParam(required = false) @Nullable String dataset,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            HttpServletRequest request) {
        int most = KeysetPage.limit(limit);
        UUID after = KeysetPage.after(cursor, UUID::fromString);
        KeysetPage<Grant> page = KeysetPage.of(
                repository.list(Visibility.of(caller), dataset, after, most + 1),
                most,
                grant -> grant.id().toString());
        return page.answer(
                request, new GrantList(page.items().stream().map(this::view).toList()));
    }

    @GetMapping("/{id}")
    GrantView get(@PathVariable UUID id, Caller caller) {
        return view(grants.get(id, caller));
    }

    @PostMapping("/{id}/suspensions")
    GrantView suspend(@PathVariable UUID id, @RequestBody StatedReason why, Caller caller) {
        return view(grants.suspend(id, why.reason(), caller));
    }

    @PostMapping("/{id}/resumptions")
    GrantView resume(@PathVariable UUID id, @RequestBody StatedReason why, Caller caller) {
        return view(grants.resume(id, why.reason(), caller));
    }

    @PostMapping("/{id}/terminations")
    GrantView terminate(@PathVariable UUID id, @RequestBody StatedReason why, Caller caller) {
        return view(grants.terminate(id, why.reason(), caller));
    }

    /** Applies to go on after the last day; the answer is an application, which both heads decide. */
    @PostMapping("/{id}/renewals")
    ResponseEntity<ApplicationView> renew(@PathVariable UUID id, @RequestBody RenewalRequest wanted, Caller caller) {
        Application renewal = applications.renew(id, wanted.until(), wanted.reason(), caller);
        return ResponseEntity.created(URI.create("/api/v1/applications/" + renewal.id()))
                .body(ApplicationView.of(renewal));
    }

    private GrantView view(Grant grant) {
        return GrantView.of(grant, LocalDate.ofInstant(clock.instant(), zone));
    }
}
