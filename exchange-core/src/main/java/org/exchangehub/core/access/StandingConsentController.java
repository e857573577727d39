package org.exchangehub.core.access;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.identity.Caller;
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

/** Everybody logged in may know for which datasets a consent stands: it tells applicants that they are granted at once. */
@RestController
@RequestMapping(path = "/api/v1/standing-consents", produces = MediaType.APPLICATION_JSON_VALUE)
class StandingConsentController {

    private final StandingConsents consents;
    private final StandingConsentRepository repository;

    StandingConsentController(StandingConsents consents, StandingConsentRepository repository) {
        this.consents = consents;
        this.repository = repository;
    }

    record StandingConsentRequest(
            @Nullable String dataset, @Nullable String opinion) {}

    record StandingConsentView(
            UUID id,
            String dataset,
            String provider,
            @Nullable String opinion,
            String name,
            Instant givenAt,
            @Nullable String revokedBy,
            @Nullable Instant revokedAt,
            @Nullable String reason) {

        static StandingConsentView of(StandingConsent consent) {
            return new StandingConsentView(
                    consent.id(),
                    consent.dataset(),
                    consent.provider(),
                    consent.opinion(),
                    consent.name(),
                    consent.givenAt(),
                    consent.revokedBy(),
                    consent.revokedAt(),
                    consent.reason());
        }
    }

    record StandingConsentList(List<StandingConsentView> items) {}

    @PostMapping
    ResponseEntity<StandingConsentView> give(@RequestBody StandingConsentRequest request, Caller head) {
        StandingConsent given = consents.give(request.dataset(), request.opinion(), head);
        return ResponseEntity.created(URI.create("/api/v1/standing-consents/" + given.id()))
                .body(StandingConsentView.of(given));
    }

    /** The newest first, at most 500. */
    @GetMapping
    StandingConsentList list(@RequestParam(required = false) @Nullable String dataset) {
        return new StandingConsentList(
                repository.list(dataset).stream().map(StandingConsentView::of).toList());
    }

    @PostMapping("/{id}/revocations")
    StandingConsentView revoke(@PathVariable UUID id, @RequestBody StatedReason why, Caller head) {
        return StandingConsentView.of(consents.revoke(id, why.reason(), head));
    }
}
