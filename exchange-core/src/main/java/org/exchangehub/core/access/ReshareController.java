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
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ReshareController {

    private final Reshares reshares;
    private final ReshareRepository repository;

    ReshareController(Reshares reshares, ReshareRepository repository) {
        this.reshares = reshares;
        this.repository = repository;
    }

    /** Who is to get what, for what, and how it is protected there. */
    record ReshareRequest(
            @Nullable String thirdParty,
            @Nullable String purpose,
            @Nullable String basis,
            @Nullable String protection,
            @Nullable List<String> fields,
            @Nullable LocalDate until) {
        ReshareRequest {
            fields = fields == null ? null : List.copyOf(fields);
        }
    }

    record ReshareList(List<Reshare> items) {}

    @PostMapping("/grants/{id}/reshares")
    ResponseEntity<Reshare> ask(@PathVariable UUID id, @RequestBody ReshareRequest request, Caller caller) {
        Reshare asked = reshares.ask(id, request, caller);
        return ResponseEntity.created(URI.create("/api/v1/reshares/" + asked.id()))
                .body(asked);
    }

    /** Those the caller may see, the newest first; at most 500. */
    @GetMapping("/reshares")
    ReshareList list(@RequestParam(required = false) @Nullable UUID grant, Caller caller) {
        return new ReshareList(repository.list(Visibility.of(caller), grant));
    }

    @PostMapping("/reshares/{id}/decisions")
    Reshare decide(@PathVariable UUID id, @RequestBody ConsentRequest decision, Caller caller) {
        return reshares.decide(id, decision, caller);
    }

    @PostMapping("/reshares/{id}/revocations")
    Reshare revoke(@PathVariable UUID id, @RequestBody StatedReason why, Caller caller) {
        return reshares.revoke(id, why.reason(), caller);
    }
}
