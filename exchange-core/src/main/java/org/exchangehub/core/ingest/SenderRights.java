package org.exchangehub.core.ingest;

import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.flow.Sources;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.stereotype.Component;

/** Who may send batches: a source's own client those of its dataset, and the stewards of the owning department. */
@Component
class SenderRights {

    private final Sources sources;

    SenderRights(Sources sources) {
        this.sources = sources;
    }

    /** The name under which this caller's batch keys are kept; refuses whoever may not send to the dataset. */
    String sender(Caller caller, Dataset dataset) {
        return switch (caller.kind()) {
            case SOURCE -> {
                boolean own = sources.ofClient(caller.client())
                        .filter(source -> source.dataset().equals(dataset.code()))
                        .isPresent();
                if (!own) {
                    throw new HubProblem(
                            ErrorCode.ACCESS_DENIED,
                            "The client " + caller.client() + " may write batches of its own source's dataset only,"
                                    + " which is not " + dataset.code());
                }
                yield caller.client();
            }
            case PERSON -> {
                caller.require(Role.STEWARD);
                caller.requireDepartment(dataset.department());
                yield "department:" + dataset.department();
            }
            case APPLICATION, SERVICE ->
                throw new HubProblem(
                        ErrorCode.ACCESS_DENIED,
                        "The client " + caller.client()
                                + " is neither a source's nor a person's; batches come from those");
        };
    }

    /** Lets the sender and the people of the owning department see a batch. */
    void requireReader(Caller caller, Dataset dataset) {
        if (caller.kind() == Caller.Kind.PERSON) {
            caller.requireDepartment(dataset.department());
        } else {
            sender(caller, dataset);
        }
    }

    /** Lets the stewards of the owning department see what is in quarantine. */
    void requireSteward(Caller caller, Dataset dataset) {
        caller.require(Role.STEWARD);
        caller.requireDepartment(dataset.department());
    }
}
