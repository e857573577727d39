package org.exchangehub.core.ingest;

import java.util.Objects;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.EntityVersion;
import org.exchangehub.core.problem.Violations;
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

/** What a dataset's batches may do, for its stewards. */
@RestController
@RequestMapping(path = "/api/v1/datasets/{code}/ingest-policy", produces = MediaType.APPLICATION_JSON_VALUE)
class IngestPolicyController {

    private final Catalog catalog;
    private final SenderRights rights;
    private final IngestPolicies policies;
    private final BatchWorker worker;

    IngestPolicyController(Catalog catalog, SenderRights rights, IngestPolicies policies, BatchWorker worker) {
        this.catalog = catalog;
        this.rights = rights;
        this.policies = policies;
        this.worker = worker;
    }

    /**
     * A dataset's policy.
     *
     * @param rejectAboveShare share of bad rows, 0 to 1, above which a batch is rejected as a whole
     * @param rejectAboveRows number of bad rows above which it is; absent for any number
     * @param holdAboveShare share of the current records, 0 to 1, above which a snapshot that deletes them waits for the steward
     * @param holdAboveRows number of records a snapshot may delete whatever their share
     * @param paused whether committed batches wait
     */
    record PolicyView(
            @Nullable Double rejectAboveShare,
            @Nullable Long rejectAboveRows,
            @Nullable Double holdAboveShare,
            @Nullable Long holdAboveRows,
            @Nullable Boolean paused) {

        static PolicyView of(IngestPolicy policy) {
            return new PolicyView(
                    policy.rejectAboveShare(),
                    policy.rejectAboveRows(),
                    policy.holdAboveShare(),
                    policy.holdAboveRows(),
                    policy.paused());
        }

        IngestPolicy policy() {
            new Violations()
                    .needed("/rejectAboveShare", rejectAboveShare, "a share from 0 to 1")
                    .needed("/holdAboveShare", holdAboveShare, "a share from 0 to 1")
                    .needed("/holdAboveRows", holdAboveRows, "a number of records")
                    .needed("/paused", paused, "true or false")
                    .refuse("The policy is not complete.");
            return new IngestPolicy(
                    Objects.requireNonNull(rejectAboveShare),
                    rejectAboveRows,
                    Objects.requireNonNull(holdAboveShare),
                    Objects.requireNonNull(holdAboveRows),
                    Objects.requireNonNull(paused),
                    0);
        }
    }

    @GetMapping
    ResponseEntity<PolicyView> get(@PathVariable String code, Caller caller) {
        rights.requireReader(caller, catalog.get(code));
        return tagged(policies.of(code));
    }

    @PutMapping
    ResponseEntity<PolicyView> set(
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PolicyView wanted,
            Caller caller) {
        Dataset dataset = catalog.get(code);
        rights.requireSteward(caller, dataset);
        IngestPolicy set = policies.set(code, EntityVersion.required(ifMatch), wanted.policy(), caller.who());
        worker.look();
        return tagged(set);
    }

    private static ResponseEntity<PolicyView> tagged(IngestPolicy policy) {
        return ResponseEntity.ok().eTag(EntityVersion.tag(policy.version())).body(PolicyView.of(policy));
    }
}
