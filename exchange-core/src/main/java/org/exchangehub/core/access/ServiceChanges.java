package org.exchangehub.core.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.exchangehub.core.access.ServiceChange.ChangeAnswer;
import org.exchangehub.core.access.ServiceChange.Filing;
import org.exchangehub.core.access.ServiceChangeController.ServiceChangeRequest;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.catalog.Withdrawals;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.life.NewIds;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a provider change or stop a service the lawful way: announced with a lead, answered by every consuming department, filed
 * with the authority, in effect on its day (Decree 809, Art. 27). A dataset ends by no other way, whether it has consumers or not.
 */
@Service
class ServiceChanges {

    private static final int TEXT = 2_000;

    private final ServiceChangeRepository changes;
    private final Grants grants;
    private final GrantRepository held;
    private final NewIds ids;
    private final Catalog catalog;
    private final Withdrawals withdrawals;
    private final AccessNotices notices;
    private final AccessSettings settings;
    private final AuditOutbox outbox;
    private final Clock clock;
    private final ZoneId zone;

    ServiceChanges(
            ServiceChangeRepository changes,
            Grants grants,
            GrantRepository held,
            NewIds ids,
            Catalog catalog,
            Withdrawals withdrawals,
            AccessNotices notices,
            AccessSettings settings,
            AuditOutbox outbox,
            Clock clock,
            ZoneId zone) {
        this.changes = changes;
        this.grants = grants;
        this.held = held;
        this.ids = ids;
        this.catalog = catalog;
        this.withdrawals = withdrawals;
        this.notices = notices;
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
        this.zone = zone;
    }

    @Transactional
    public ServiceChange announce(ServiceChangeRequest request, Caller head) {
        LocalDate earliest = today().plusDays(settings.serviceChangeLeadDays());
        Violations found = new Violations()
                .needed("/dataset", request.dataset(), "the code of a dataset")
                .needed("/kind", request.kind(), "CHANGE or STOP")
                .needed("/description", request.description(), "what changes for the consumers")
                .text("/description", request.description(), TEXT)
                .needed("/reason", request.reason(), "why")
                .text("/reason", request.reason(), TEXT);
        LocalDate on = request.effectiveOn();
        if (on == null || on.isBefore(earliest)) {
            found.add("/effectiveOn", "a day from " + earliest + " on", on == null ? null : on.toString());
        }
        found.refuse("The notice is not complete; everything that is wrong is listed.");
        Dataset dataset = catalog.visible(Objects.requireNonNull(request.dataset()), head);
        requireHead(dataset.department(), head);
        if (!dataset.published()) {
            throw new HubProblem(
                    ErrorCode.CONFLICT, "Dataset " + dataset.code() + " is " + dataset.state() + " and serves nobody.");
        }
        ServiceChange announced = new ServiceChange(
                ids.next(),
                dataset.code(),
                dataset.department(),
                Objects.requireNonNull(request.kind()),
                Objects.requireNonNull(request.description()),
                Objects.requireNonNull(request.reason()),
                Objects.requireNonNull(on),
                ServiceChange.State.ANNOUNCED,
                List.of(),
                Filing.NONE,
                head.name(),
                clock.instant(),
                1);
        changes.add(announced);
        if (announced.kind() == ServiceChange.Kind.STOP) {
            withdrawals.announce(dataset.code(), announced.reason(), announced.effectiveOn(), head);
        }
        tell(Auditable.SERVICE_CHANGE_ANNOUNCED, announced, head.who());
        return announced;
    }

    /** What a consuming department's head says to it. */
    @Transactional
    public ServiceChange answer(UUID id, ConsentRequest said, Caller head) {
        ServiceChange change = get(id, head);
        head.require(Role.SHARING_HEAD);
        String department = head.department();
        if (department == null || !consumers(change).contains(department)) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED,
                    "Departments with a grant for " + change.dataset() + " that holds answer; " + head.name()
                            + " acts for " + department + ".");
        }
        ServiceChange answered = change.answered(
                new ChangeAnswer(department, said.word(), said.opinion(), head.name(), clock.instant()));
        return saved(Auditable.SERVICE_CHANGE_ANSWERED, answered, head.who());
    }

    /** Filed with the authority once every consuming department has answered. */
    @Transactional
    public ServiceChange file(UUID id, @Nullable String negotiation, Caller head) {
        ServiceChange change = get(id, head);
        requireHead(change.provider(), head);
        String account = Said.text("/negotiation", negotiation, "how it was negotiated with the consumers");
        ServiceChange filed = change.filed(account);
        Set<String> silent = new TreeSet<>(consumers(change));
        change.answers().forEach(answer -> silent.remove(answer.department()));
        if (!silent.isEmpty()) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "A service is not changed without negotiation (Decree 809, Art. 27); not answered yet: " + silent
                            + ".");
        }
        return saved(Auditable.SERVICE_CHANGE_FILED, filed, head.who());
    }

    /** The authority takes it on file under a number, or returns it with its reason. */
    @Transactional
    public ServiceChange decide(UUID id, @Nullable String number, @Nullable String opinion, Caller authority) {
        ServiceChange change = get(id, authority);
        authority.require(Role.CATALOG_AUTHORITY);
        if (number == null) {
            ServiceChange returned = change.returned(
                    Said.text("/opinion", opinion, "why it is returned, or a number"),
                    authority.name(),
                    clock.instant());
            return saved(Auditable.SERVICE_CHANGE_DECIDED, returned, authority.who());
        }
        new Violations()
                .text("/number", number, 100)
                .text("/opinion", opinion, TEXT)
                .refuse("The filing is not valid.");
        ServiceChange accepted = change.accepted(number, opinion, authority.name(), clock.instant());
        return saved(Auditable.SERVICE_CHANGE_DECIDED, accepted, authority.who());
    }

    @Transactional
    public ServiceChange cancel(UUID id, @Nullable String reason, Caller head) {
        ServiceChange change = get(id, head);
        requireHead(change.provider(), head);
        String why = Said.why(reason);
        ServiceChange cancelled = change.cancelled();
        if (change.kind() == ServiceChange.Kind.STOP) {
            withdrawals.recall(change.dataset(), why, head);
        }
        return saved(Auditable.SERVICE_CHANGE_CANCELLED, cancelled, head.who());
    }

    /** Puts one that is due into effect; a stop ends the dataset's grants, and the dataset. False when none is due. */
    @Transactional
    public boolean takeEffect() {
        return changes.due(today())
                .map(due -> {
                    saved(Auditable.SERVICE_CHANGE_EFFECTIVE, due.inEffect(), Who.HUB);
                    if (due.kind() == ServiceChange.Kind.STOP) {
                        grants.stop(due);
                        Filing filed = due.filing();
                        withdrawals.end(
                                due.dataset(),
                                Objects.requireNonNull(filed.negotiation()),
                                Objects.requireNonNull(filed.number()));
                    }
                    return true;
                })
                .orElse(false);
    }

    /** A change, for the provider, the consumers and those who supervise. */
    ServiceChange get(UUID id, Caller caller) {
        return changes.find(id)
                .filter(found -> seen(found, caller))
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no service change " + id + "."));
    }

    List<ServiceChange> list(@Nullable String dataset, Caller caller) {
        return changes.list(dataset).stream()
                .filter(change -> seen(change, caller))
                .toList();
    }

    private boolean seen(ServiceChange change, Caller caller) {
        String department = caller.department();
        return Visibility.of(caller).all()
                || change.provider().equals(department)
                || held.ofDataset(change.dataset()).stream()
                        .anyMatch(grant -> grant.department().equals(department));
    }

    private Set<String> consumers(ServiceChange change) {
        return held.ofDataset(change.dataset()).stream()
                .filter(Grant::open)
                .map(Grant::department)
                .filter(department -> !department.equals(change.provider()))
                .collect(Collectors.toSet());
    }

    private static void requireHead(String department, Caller head) {
        head.require(Role.SHARING_HEAD);
        head.requireDepartment(department);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private ServiceChange saved(Auditable kind, ServiceChange changed, Who who) {
        changes.save(changed);
        tell(kind, changed, who);
        return changed;
    }

    private void tell(Auditable kind, ServiceChange change, Who who) {
        outbox.add(AuditFact.of(kind, who)
                .dataset(change.dataset())
                .detail("serviceChange", change.id())
                .detail("kind", change.kind())
                .detail("state", change.state())
                .detail("effectiveOn", change.effectiveOn())
                .detail("filing", change.filing().number())
                .build());
        notices.of(kind, change, consumers(change), who);
    }
}
