package org.exchangehub.core.flow;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.value.LocalizedText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The sources of all datasets; only a steward of a dataset's department connects, changes or removes them. */
@Service
public class Sources {

    private final SourceRepository repository;
    private final Provisioner provisioner;
    private final Catalog catalog;
    private final Contracts contracts;
    private final AuditOutbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sources(
            SourceRepository repository,
            Provisioner provisioner,
            Catalog catalog,
            Contracts contracts,
            AuditOutbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.repository = repository;
        this.provisioner = provisioner;
        this.catalog = catalog;
        this.contracts = contracts;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The source that works with a client: what ingest asks before it lets the client write. A source's client may
     * write batches of its own dataset and nothing else.
     */
    public Optional<Source> ofClient(String clientId) {
        String prefix = Source.clientOf("");
        return clientId.startsWith(prefix) ? repository.find(clientId.substring(prefix.length())) : Optional.empty();
    }

    /** The sources of a dataset, for packages that follow its records; who may know what of them is theirs to decide. */
    public List<Source> feeding(String dataset) {
        return repository.ofDataset(dataset);
    }

    List<Source> ofDataset(String dataset, Caller caller) {
        requireSteward(catalog.get(dataset).department(), caller);
        return repository.ofDataset(dataset);
    }

    /** A source, for its department's steward. */
    Source get(String code, Caller caller) {
        Source source = existing(code);
        requireSteward(source.department(), caller);
        return source;
    }

    /** A source, for its department's steward or its own client. */
    Source forFlow(String code, Caller caller) {
        Source source = existing(code);
        if (!source.client().equals(caller.client())) {
            requireSteward(source.department(), caller);
        }
        return source;
    }

    /** Records the source first, then makes its flow: a crash in between is taken up by the {@link FlowWatch}. */
    Source register(String dataset, SourceRequest request, Caller caller) {
        Dataset registered = catalog.get(dataset);
        requireSteward(registered.department(), caller);
        SourceDraft draft = SourceDraft.of(request, contracts.current(dataset));
        provisioner.requireReachable();
        Source source = draft.registered(dataset, registered.department(), clock.instant());
        transaction.executeWithoutResult(status -> {
            if (!repository.add(source)) {
                throw new HubProblem(ErrorCode.CONFLICT, "A source with the code " + source.code() + " exists already");
            }
            outbox.add(fact(Auditable.SOURCE_REGISTERED, source, caller));
        });
        return provisioner.provision(source, draft.secret(), caller.who());
    }

    /** Changes a source and brings its flow in line; also how a password the hub does not keep is entered again. */
    Source amend(String code, int version, SourceRequest request, Caller caller) {
        Source source = get(code, caller);
        if (source.version() != version) {
            throw new HubProblem(
                    ErrorCode.PRECONDITION_FAILED, "Source " + code + " has changed since it was read; read it again");
        }
        SourceDraft draft = SourceDraft.of(request, contracts.current(source.dataset()));
        provisioner.requireReachable();
        Source amended = recorded(source.amended(draft), Auditable.SOURCE_AMENDED, caller);
        return provisioner.provision(amended, draft.secret(), caller.who());
    }

    /** Starts a stopped source; one that failed is provisioned again if that needs no secret. */
    Source start(String code, Caller caller) {
        Source source = get(code, caller);
        return switch (source.state()) {
            case RUNNING, PROVISIONING -> source;
            case FAILED -> {
                if (source.needsSecret()) {
                    throw new HubProblem(
                            ErrorCode.CONFLICT,
                            "Source " + code + " has failed: " + error(source)
                                    + " Change it (PUT) with its password or secret to have its flow made again.");
                }
                yield provisioner.provision(
                        recorded(source.waiting(null), Auditable.SOURCE_STARTED, caller), null, caller.who());
            }
            case STOPPED, DELETING -> {
                Source started = source.started();
                run(() -> provisioner.start(source));
                yield recorded(started, Auditable.SOURCE_STARTED, caller);
            }
        };
    }

    Source stop(String code, Caller caller) {
        Source source = get(code, caller);
        if (source.state() == Source.State.STOPPED) {
            return source;
        }
        Source stopped = source.stopped();
        run(() -> provisioner.stop(source));
        return recorded(stopped, Auditable.SOURCE_STOPPED, caller);
    }

    /** Removes a source with its flow and client; false when NiFi or Keycloak make the rest of it wait. */
    boolean remove(String code, Caller caller) {
        Source source = get(code, caller);
        if (source.state() == Source.State.DELETING) {
            return provisioner.remove(source, caller.who());
        }
        return provisioner.remove(recorded(source.deleting(), Auditable.SOURCE_REMOVED, caller), caller.who());
    }

    private static String error(Source source) {
        LocalizedText error = source.lastError();
        return error == null ? "" : error.en();
    }

    private Source recorded(Source changed, Auditable kind, Caller caller) {
        Source saved = transaction.execute(status -> {
            outbox.add(fact(kind, changed, caller));
            return repository.save(changed);
        });
        if (saved == null) {
            throw new IllegalStateException("a transaction answered with nothing");
        }
        return saved;
    }

    private static void run(Runnable step) {
        try {
            step.run();
        } catch (NifiRefused refused) {
            throw new HubProblem(ErrorCode.CONFLICT, "NiFi refuses: " + refused.getMessage());
        }
    }

    private Source existing(String code) {
        return repository
                .find(code)
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no source " + code));
    }

    private static void requireSteward(String department, Caller caller) {
        caller.require(Role.STEWARD);
        caller.requireDepartment(department);
    }

    private static AuditFact fact(Auditable kind, Source source, Caller caller) {
        return AuditFact.of(kind, caller.who())
                .dataset(source.dataset())
                .detail("source", source.code())
                .detail("kind", source.settings().kind().name())
                .build();
    }
}
