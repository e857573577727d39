package org.exchangehub.core.access;

import java.net.URI;
import java.time.LocalDate;
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

@RestController
@RequestMapping(path = "/api/v1/service-changes", produces = MediaType.APPLICATION_JSON_VALUE)
class ServiceChangeController {

    private final ServiceChanges changes;

    ServiceChangeController(ServiceChanges changes) {
        this.changes = changes;
    }

    /** A notice to the consumers of a dataset. */
    record ServiceChangeRequest(
            @Nullable String dataset,
            ServiceChange.@Nullable Kind kind,
            @Nullable String description,
            @Nullable String reason,
            @Nullable LocalDate effectiveOn) {}

    record ServiceChangeFiling(@Nullable String negotiation) {}

    /** The number it is on file under, or the reason why it is returned. */
    record FilingDecision(@Nullable String number, @Nullable String opinion) {}

    record ServiceChangeList(List<ServiceChange> items) {}

    @PostMapping
    ResponseEntity<ServiceChange> announce(@RequestBody ServiceChangeRequest request, Caller caller) {
        ServiceChange announced = changes.announce(request, caller);
        return ResponseEntity.created(URI.create("/api/v1/service-changes/" + announced.id()))
                .body(announced);
    }

    /** Those the caller may see, the newest first. */
    @GetMapping
    ServiceChangeList list(@RequestParam(required = false) @Nullable String dataset, Caller caller) {
        return new ServiceChangeList(changes.list(dataset, caller));
    }

    @GetMapping("/{id}")
    ServiceChange get(@PathVariable UUID id, Caller caller) {
        return changes.get(id, caller);
    }

    @PostMapping("/{id}/answers")
    ServiceChange answer(@PathVariable UUID id, @RequestBody ConsentRequest answer, Caller caller) {
        return changes.answer(id, answer, caller);
    }

    @PostMapping("/{id}/filings")
    ServiceChange file(@PathVariable UUID id, @RequestBody ServiceChangeFiling filing, Caller caller) {
        return changes.file(id, filing.negotiation(), caller);
    }

    @PostMapping("/{id}/filing-decisions")
    ServiceChange decide(@PathVariable UUID id, @RequestBody FilingDecision decision, Caller caller) {
        return changes.decide(id, decision.number(), decision.opinion(), caller);
    }

    @PostMapping("/{id}/cancellations")
    ServiceChange cancel(@PathVariable UUID id, @RequestBody StatedReason why, Caller caller) {
        return changes.cancel(id, why.reason(), caller);
    }
}
