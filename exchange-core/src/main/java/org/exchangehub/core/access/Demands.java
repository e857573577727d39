package org.exchangehub.core.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.exchangehub.core.access.DemandController.DemandRequest;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Departments;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.life.NewIds;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves demands; each move and its audit fact are one transaction. */
@Service
class Demands {

    private static final int TITLE = 200;
    private static final int PARAGRAPH = 2_000;
    private static final int MOST_ITEMS = 200;

    private final DemandRepository demands;
    private final NewIds ids;
    private final Departments departments;
    private final Catalog catalog;
    private final AccessNotices notices;
    private final AuditOutbox outbox;
    private final Clock clock;

    Demands(
            DemandRepository demands,
            NewIds ids,
            Departments departments,
            Catalog catalog,
            AccessNotices notices,
            AuditOutbox outbox,
            Clock clock) {
        this.demands = demands;
        this.ids = ids;
        this.departments = departments;
        this.catalog = catalog;
        this.notices = notices;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public Demand post(DemandRequest request, Caller caller) {
        caller.require(Role.DEVELOPER, Role.STEWARD, Role.SHARING_HEAD);
        String department = caller.department();
        if (department == null) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED, "A department needs data; " + caller.name() + " acts for none.");
        }
        Instant now = clock.instant();
        Demand posted = new Demand(
                ids.next(),
                department,
                statement(request),
                Demand.State.POSTED,
                null,
                null,
                null,
                caller.name(),
                now,
                now,
                1);
        demands.add(posted);
        return told(Auditable.DEMAND_POSTED, posted, caller);
    }

    /** The authority names the department whose data it would be. */
    @Transactional
    public Demand assign(UUID id, @Nullable String department, Caller authority) {
        Demand demand = get(id);
        authority.require(Role.CATALOG_AUTHORITY);
        if (department == null || departments.find(department).isEmpty() || department.equals(demand.department())) {
            new Violations()
                    .add("/department", "the code of a department other than the one in need", department)
                    .refuse("The demand cannot be assigned.");
        }
        Demand assigned = demand.assigned(Objects.requireNonNull(department), clock.instant());
        demands.save(assigned);
        return told(Auditable.DEMAND_ASSIGNED, assigned, authority);
    }

    /** The assigned department's head offers a published dataset of its own, or says why there will be none: one of the two. */
    @Transactional
    public Demand answer(UUID id, @Nullable String dataset, @Nullable String reason, Caller head) {
        Demand demand = get(id);
        head.require(Role.SHARING_HEAD);
        head.requireDepartment(Objects.requireNonNullElse(demand.assigned(), "that the authority assigns it to"));
        if (dataset == null) {
            Demand declined = demand.declined(Said.why(reason), clock.instant());
            demands.save(declined);
            return told(Auditable.DEMAND_ANSWERED, declined, head);
        }
        Dataset offered = catalog.visible(dataset, head);
        if (!offered.published() || !offered.department().equals(demand.assigned())) {
            new Violations()
                    .add(
                            "/dataset",
                            "a published dataset of " + demand.assigned(),
                            offered.department() + ", " + offered.state())
                    .refuse("This dataset cannot be offered.");
        }
        Demand answered = demand.offered(offered.code(), clock.instant());
        demands.save(answered);
        return told(Auditable.DEMAND_ANSWERED, answered, head);
    }

    @Transactional
    public Demand withdraw(UUID id, @Nullable String reason, Caller caller) {
        Demand demand = get(id);
        caller.require(Role.DEVELOPER, Role.STEWARD, Role.SHARING_HEAD);
        caller.requireDepartment(demand.department());
        Demand withdrawn = demand.withdrawn(Said.why(reason), clock.instant());
        demands.save(withdrawn);
        return told(Auditable.DEMAND_WITHDRAWN, withdrawn, caller);
    }

    Demand get(UUID id) {
        return demands.find(id)
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no demand " + id + "."));
    }

    private static Demand.Statement statement(DemandRequest request) {
        List<String> items = request.items() == null ? List.of() : request.items();
        Violations found = new Violations()
                .needed("/title", request.title(), "a title")
                .text("/title", request.title(), TITLE)
                .needed("/need", request.need(), "what is needed and how often")
                .text("/need", request.need(), PARAGRAPH)
                .needed("/basis", request.basis(), "使用依据: the law or duty the use rests on")
                .text("/basis", request.basis(), PARAGRAPH)
                .needed("/scenario", request.scenario(), "使用场景: the business it is used in")
                .text("/scenario", request.scenario(), PARAGRAPH);
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            found.add("/items", "数据项: 1 to " + MOST_ITEMS + " data items", items.size() + " items");
        }
        for (int i = 0; i < items.size(); i++) {
            found.needed("/items/" + i, items.get(i), "a data item").text("/items/" + i, items.get(i), TITLE);
        }
        found.refuse("The demand is not complete; everything that is wrong is listed.");
        return new Demand.Statement(
                Objects.requireNonNull(request.title()),
                Objects.requireNonNull(request.need()),
                Objects.requireNonNull(request.basis()),
                Objects.requireNonNull(request.scenario()),
                items);
    }

    private Demand told(Auditable kind, Demand demand, Caller caller) {
        outbox.add(AuditFact.of(kind, caller.who())
                .dataset(demand.dataset())
                .basis(demand.statement().basis())
                .detail("demand", demand.id())
                .detail("department", demand.department())
                .detail("assigned", demand.assigned())
                .detail("state", demand.state())
                .personal("reason", demand.reason())
                .build());
        notices.of(kind, demand, caller.who());
        return demand;
    }
}
