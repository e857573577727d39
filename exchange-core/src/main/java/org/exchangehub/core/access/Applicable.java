package org.exchangehub.core.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.catalog.ShareAttribute;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.identity.AppClient;
import org.exchangehub.core.identity.AppClients;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.stereotype.Component;

/** What may be applied for: a dataset that is shared, its fields, for a client of the applicant's own. */
@Component
class Applicable {

    private final Catalog catalog;
    private final Contracts contracts;
    private final AppClients clients;
    private final Clock clock;
    private final ZoneId zone;

    Applicable(Catalog catalog, Contracts contracts, AppClients clients, Clock clock, ZoneId zone) {
        this.catalog = catalog;
        this.contracts = contracts;
        this.clients = clients;
        this.clock = clock;
        this.zone = zone;
    }

    /** The terms a department applies for; refuses with {@code REQUEST_INVALID} and everything that is wrong. */
    Terms terms(ApplicationRequest request, Dataset dataset, String department) {
        BoundSchema schema = contracts
                .published(dataset.code())
                .orElseThrow(() -> new HubProblem(
                        ErrorCode.SCHEMA_NOT_BOUND, "Dataset " + dataset.code() + " has no published schema."));
        return ApplicationRules.check(
                request,
                dataset,
                schema.schema(),
                LocalDate.ofInstant(clock.instant(), zone),
                client -> callsFor(client, department));
    }

    /** A dataset that may be applied for now. */
    Dataset shared(String code) {
        Dataset dataset = catalog.find(code)
                .filter(Dataset::published)
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no published dataset " + code + "."));
        if (dataset.shareAttribute() == ShareAttribute.REFUSED) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "Dataset " + code + " is not shared; its entry states the reason and the legal basis.");
        }
        if (dataset.state() == Dataset.State.WITHDRAWING) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Dataset " + code
                            + " is announced to end; its entry says when and why. Nothing new is applied for or"
                            + " granted.");
        }
        return dataset;
    }

    /** Refuses with {@code CONFLICT} when the client is not, or no longer, one of the department's in force. */
    void requireClient(String client, String department) {
        if (!callsFor(client, department)) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Client " + client + " is no client in force of the department " + department + " any more.");
        }
    }

    private boolean callsFor(String client, String department) {
        Optional<AppClient> found = clients.find(client);
        return found.filter(known -> known.inForce() && known.department().equals(department))
                .isPresent();
    }
}
