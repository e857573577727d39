package org.exchangehub.core.ingest;

import java.util.Objects;
import java.util.UUID;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A steward's decisions about batches that are not published yet. */
@RestController
@RequestMapping(path = "/api/v1/batches/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class BatchDecisionController {

    private static final int LONGEST_REASON = 500;

    private final Catalog catalog;
    private final SenderRights rights;
    private final BatchRepository batches;
    private final BatchDecisions decisions;
    private final BatchWorker worker;

    BatchDecisionController(
            Catalog catalog,
            SenderRights rights,
            BatchRepository batches,
            BatchDecisions decisions,
            BatchWorker worker) {
        this.catalog = catalog;
        this.rights = rights;
        this.batches = batches;
        this.decisions = decisions;
        this.worker = worker;
    }

    /** Why, 1 to 500 characters; the access log keeps it. */
    record DecisionReason(@Nullable String reason) {

        String text() {
            new Violations()
                    .needed("/reason", reason, "why")
                    .text("/reason", reason, LONGEST_REASON)
                    .refuse("A decision needs a reason.");
            return Objects.requireNonNull(reason);
        }
    }

    @PostMapping("/approvals")
    BatchView approve(@PathVariable UUID id, @RequestBody DecisionReason reason, Caller caller) {
        requireSteward(id, caller);
        Batch batch = decisions.approve(id, reason.text(), caller.who());
        worker.look();
        return BatchView.of(batch);
    }

    @PostMapping("/cancellations")
    BatchView cancel(@PathVariable UUID id, @RequestBody DecisionReason reason, Caller caller) {
        requireSteward(id, caller);
        Batch batch = decisions.cancel(id, reason.text(), caller.who());
        decisions.tidy(batch);
        worker.look();
        return BatchView.of(batch);
    }

    private void requireSteward(UUID id, Caller caller) {
        Batch batch =
                batches.find(id).orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no batch " + id));
        rights.requireSteward(caller, catalog.get(batch.dataset()));
    }
}
