package org.exchangehub.core.contract;

import java.util.List;
import java.util.Optional;
import org.exchangehub.core.contract.BoundSchema.State;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.stereotype.Service;

/** The schemas datasets are bound to. */
@Service
public class Contracts {

    private final ContractVersions versions;

    Contracts(ContractVersions versions) {
        this.versions = versions;
    }

    /** The newest published version, or the draft before there is one; refuses with {@code NOT_FOUND} when neither is there. */
    public BoundSchema current(String dataset) {
        return published(dataset)
                .or(() -> versions.newest(dataset, State.DRAFT))
                .orElseThrow(() ->
                        new HubProblem(ErrorCode.NOT_FOUND, "Dataset " + dataset + " is not bound to a schema yet"));
    }

    /** The newest published version, if there is one. */
    public Optional<BoundSchema> published(String dataset) {
        return versions.newestPublished(dataset);
    }

    /** The version about to be published, if there is one. */
    public Optional<BoundSchema> draft(String dataset) {
        return versions.newest(dataset, State.DRAFT);
    }

    /** One version; refuses with {@code NOT_FOUND}. */
    public BoundSchema version(String dataset, int version) {
        return versions.version(dataset, version)
                .orElseThrow(() -> new HubProblem(
                        ErrorCode.NOT_FOUND, "Dataset " + dataset + " has no schema version " + version));
    }

    /** All versions, ascending; the last may be a draft. */
    public List<BoundSchema> versions(String dataset) {
        return versions.all(dataset);
    }
}
