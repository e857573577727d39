package org.exchangehub.core.access;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.catalog.IdempotencyKey;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/applications", produces = MediaType.APPLICATION_JSON_VALUE)
class ApplicationController {

    private final Applications applications;
    private final ApplicationCourse course;
    private final ApplicationRecords records;
    private final ApplicationRepository repository;

    ApplicationController(
            Applications applications,
            ApplicationCourse course,
            ApplicationRecords records,
            ApplicationRepository repository) {
        this.applications = applications;
        this.course = course;
        this.records = records;
        this.repository = repository;
    }

    /** An application as the API shows it; {@code submittedBy} is the user name of who handed it in. */
    record ApplicationView(
            UUID id,
            String dataset,
            String provider,
            String department,
            String client,
            @Nullable UUID renews,
            @JsonUnwrapped Terms terms,
            Application.State state,
            List<ConsentView> consents,
            Course course,
            String submittedBy,
            Instant submittedAt,
            @Nullable UUID grant,
            int version) {

        static ApplicationView of(Application application) {
            return new ApplicationView(
                    application.id(),
                    application.dataset(),
                    application.provider(),
                    application.department(),
                    application.client(),
                    application.renews(),
                    application.terms(),
                    application.state(),
                    application.consents().stream().map(ConsentView::of).toList(),
                    application.course(),
                    application.submittedByName(),
                    application.submittedAt(),
                    application.grant(),
                    application.version());
        }
    }

    /** What a head said, without the account's id. */
    record ConsentView(
            Consent.Side side,
            Consent.Word decision,
            @Nullable String opinion,
            String name,
            Instant at,
            @Nullable UUID standing) {

        static ConsentView of(Consent consent) {
            return new ConsentView(
                    consent.side(),
                    consent.decision(),
                    consent.opinion(),
                    consent.name(),
                    consent.at(),
                    consent.standing());
        }
    }

    /** Everything the provider misses, each item 1 to 500 characters. */
    record SupplementAsked(@Nullable List<String> items) {}

    /** One answer to each item, in their order, and the whole application anew if it changes. */
    record SupplementGiven(
            @Nullable List<String> answers, @Nullable ApplicationRequest application) {}

    /** More working days to reply, 1 to 10, and why. */
    record ExtensionAsked(@Nullable Integer days, @Nullable String reason) {}

    record ApplicationList(List<ApplicationView> items) {}

    @PostMapping
    ResponseEntity<ApplicationView> submit(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ApplicationRequest request,
            Caller caller) {
        Application submitted = applications.submit(request, IdempotencyKey.of(key, caller, request), caller);
        return ResponseEntity.created(URI.create("/api/v1/applications/" + submitted.id()))
                .body(ApplicationView.of(submitted));
    }

    @GetMapping
    ResponseEntity<ApplicationList> list(
            @RequestParam(required = false) @Nullable String dataset,
            @RequestParam(required = false) Application.@Nullable State state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            HttpServletRequest request) {
        int most = KeysetPage.limit(limit);
        UUID after = KeysetPage.after(cursor, UUID::fromString);
        KeysetPage<Application> page = KeysetPage.of(
                repository.list(Visibility.of(caller), dataset, state, after, most + 1),
                most,
                application -> application.id().toString());
        return page.answer(
                request,
                new ApplicationList(
                        page.items().stream().map(ApplicationView::of).toList()));
    }

    @GetMapping("/{id}")
    ApplicationView get(@PathVariable UUID id, Caller caller) {
        return ApplicationView.of(records.get(id, caller));
    }

    @PostMapping("/{id}/consents")
    ApplicationView decide(@PathVariable UUID id, @RequestBody ConsentRequest consent, Caller caller) {
        return ApplicationView.of(applications.decide(id, consent, caller));
    }

    @PostMapping("/{id}/supplement-requests")
    ApplicationView ask(@PathVariable UUID id, @RequestBody SupplementAsked asked, Caller caller) {
        return ApplicationView.of(course.ask(id, asked.items(), caller));
    }

    @PostMapping("/{id}/supplements")
    ApplicationView supplement(@PathVariable UUID id, @RequestBody SupplementGiven given, Caller caller) {
        return ApplicationView.of(course.supplement(id, given.answers(), given.application(), caller));
    }

    @PostMapping("/{id}/extension-requests")
    ApplicationView askTime(@PathVariable UUID id, @RequestBody ExtensionAsked asked, Caller caller) {
        return ApplicationView.of(course.askTime(id, asked.days(), asked.reason(), caller));
    }

    @PostMapping("/{id}/extension-decisions")
    ApplicationView decideTime(@PathVariable UUID id, @RequestBody ConsentRequest decision, Caller caller) {
        return ApplicationView.of(course.decideTime(id, decision, caller));
    }

    @PostMapping("/{id}/withdrawals")
    ApplicationView withdraw(@PathVariable UUID id, @RequestBody StatedReason why, Caller caller) {
        return ApplicationView.of(course.withdraw(id, why.reason(), caller));
    }
}
