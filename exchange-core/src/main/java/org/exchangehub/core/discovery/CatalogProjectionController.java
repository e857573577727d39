package org.exchangehub.core.discovery;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Evidence;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the catalog's search projection stands, for those who run the hub. */
@RestController
@RequestMapping(path = "/api/v1/datasets/search/projection", produces = MediaType.APPLICATION_JSON_VALUE)
class CatalogProjectionController {

    private final CatalogIndex index;
    private final StaleDatasets stale;
    private final CatalogProjectionState state;
    private final AuditLog log;

    CatalogProjectionController(CatalogIndex index, StaleDatasets stale, CatalogProjectionState state, AuditLog log) {
        this.index = index;
        this.stale = stale;
        this.state = state;
        this.log = log;
    }

    /**
     * How it stands.
     *
     * @param configured whether there is a search engine at all
     * @param behind how many datasets have changed since they were copied
     * @param rebuilding whether it is about to begin anew
     * @param rounds how often all datasets have been compared with their documents since the index was made
     * @param differences documents found missing, altered or foreign since then; each was mended
     * @param failure what the engine answered, while it is waited for
     */
    record CatalogProjectionView(
            boolean configured,
            long behind,
            boolean rebuilding,
            long rounds,
            @Nullable Instant roundEndedAt,
            long differences,
            @Nullable String failure,
            @Nullable Instant failingSince) {}

    @Operation(summary = "How the search index of the catalog stands (system-admin, catalog-authority)")
    @GetMapping
    CatalogProjectionView projection(Caller caller) {
        caller.require(Role.SYSTEM_ADMIN, Role.CATALOG_AUTHORITY);
        return view();
    }

    @Operation(summary = "Make the search index of the catalog anew from the catalog (system-admin)")
    @PostMapping("/rebuild")
    ResponseEntity<CatalogProjectionView> rebuild(Caller caller) {
        caller.require(Role.SYSTEM_ADMIN);
        Evidence evidence = log.append(
                AuditFact.of(Auditable.CATALOG_PROJECTION_REBUILT, caller.who()).build());
        state.askToRebuild();
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header("Hub-Evidence", evidence.header())
                .body(view());
    }

    private CatalogProjectionView view() {
        CatalogProjectionState.Standing standing = state.standing();
        return new CatalogProjectionView(
                index.configured(),
                stale.count(),
                standing.rebuild(),
                standing.rounds(),
                instant(standing.roundEndedAt()),
                standing.differences(),
                standing.failure(),
                instant(standing.failingSince()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
