package org.exchangehub.core.ingest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Evidence;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.KeysetPage;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.ingest.Quarantine.Item;
import org.exchangehub.core.ingest.Quarantine.Place;
import org.exchangehub.core.ingest.Quarantine.Placed;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is in quarantine, for the stewards of the department whose data it is. */
@RestController
@RequestMapping(path = "/api/v1/batches/{id}/quarantine", produces = MediaType.APPLICATION_JSON_VALUE)
class QuarantineController {

    private static final String EVIDENCE_HEADER = "Hub-Evidence";

    private final BatchRepository batches;
    private final Quarantine quarantine;
    private final Contracts contracts;
    private final Catalog catalog;
    private final SenderRights rights;
    private final AuditLog log;

    QuarantineController(
            BatchRepository batches,
            Quarantine quarantine,
            Contracts contracts,
            Catalog catalog,
            SenderRights rights,
            AuditLog log) {
        this.batches = batches;
        this.quarantine = quarantine;
        this.contracts = contracts;
        this.catalog = catalog;
        this.rights = rights;
        this.log = log;
    }

    /** Findings of a batch in the order of its rows. */
    record QuarantinePage(List<Item> items) {}

    @GetMapping
    ResponseEntity<QuarantinePage> items(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller) {
        Batch batch =
                batches.find(id).orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no batch " + id));
        rights.requireSteward(caller, catalog.get(batch.dataset()));
        StandardSchema schema =
                contracts.version(batch.dataset(), batch.schemaVersion()).schema();
        Place after = Objects.requireNonNullElse(KeysetPage.after(cursor, Place::parse), Place.FIRST);
        KeysetPage<Placed> page = KeysetPage.of(
                quarantine.items(id, schema, after, KeysetPage.limit(limit) + 1),
                limit,
                placed -> placed.place().toString());
        Evidence evidence = log.append(AuditFact.of(Auditable.QUARANTINE_READ, caller.who())
                .dataset(batch.dataset())
                .detail("batch", id)
                .rows(page.items().size())
                .build());
        response.setHeader(EVIDENCE_HEADER, evidence.header());
        return page.answer(
                request,
                new QuarantinePage(page.items().stream().map(Placed::item).toList()));
    }
}
