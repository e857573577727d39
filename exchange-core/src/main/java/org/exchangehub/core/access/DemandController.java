package org.exchangehub.core.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
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

/** Demands are seen by every department: another one may have what is needed. */
@RestController
@RequestMapping(path = "/api/v1/demands", produces = MediaType.APPLICATION_JSON_VALUE)
class DemandController {

    private final Demands demands;
    private final DemandRepository repository;

    DemandController(Demands demands, DemandRepository repository) {
        this.demands = demands;
        this.repository = repository;
    }

    /** A demand as it is posted. */
    record DemandRequest(
            @Nullable String title,
            @Nullable String need,
            @Nullable String basis,
            @Nullable String scenario,
            @Nullable List<String> items) {
        DemandRequest {
            items = items == null ? null : List.copyOf(items);
        }
    }

    record DemandAssignment(@Nullable String department) {}

    /** A dataset offered, or the reason why there is none. */
    record DemandAnswer(@Nullable String dataset, @Nullable String reason) {}

    record DemandList(List<Demand> items) {}

    @PostMapping
    ResponseEntity<Demand> post(@RequestBody DemandRequest request, Caller caller) {
        Demand posted = demands.post(request, caller);
        return ResponseEntity.created(URI.create("/api/v1/demands/" + posted.id()))
                .body(posted);
    }

    @GetMapping
    ResponseEntity<DemandList> list(
            @RequestParam(required = false) Demand.@Nullable State state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request) {
        int most = KeysetPage.limit(limit);
        UUID after = KeysetPage.after(cursor, UUID::fromString);
        KeysetPage<Demand> page = KeysetPage.of(
                repository.list(state, after, most + 1),
                most,
                demand -> demand.id().toString());
        return page.answer(request, new DemandList(page.items()));
    }

    @GetMapping("/{id}")
    Demand get(@PathVariable UUID id) {
        return demands.get(id);
    }

    @PostMapping("/{id}/assignments")
    Demand assign(@PathVariable UUID id, @RequestBody DemandAssignment to, Caller caller) {
        return demands.assign(id, to.department(), caller);
    }

    @PostMapping("/{id}/answers")
    Demand answer(@PathVariable UUID id, @RequestBody DemandAnswer answer, Caller caller) {
        return demands.answer(id, answer.dataset(), answer.reason(), caller);
    }

    @PostMapping("/{id}/withdrawals")
    Demand withdraw(@PathVariable UUID id, @RequestBody StatedReason why, Caller caller) {
        return demands.withdraw(id, why.reason(), caller);
    }
}
