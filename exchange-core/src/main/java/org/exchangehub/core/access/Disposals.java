package org.exchangehub.core.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks a consumer, once its grant is over, what it did with the data, and takes its head's certificate. */
@Service
class Disposals {

    private final DisposalRepository disposals;
    private final GrantRepository grants;
    private final Duties duties;
    private final AccessNotices notices;
    private final AuditOutbox outbox;
    private final Clock clock;
    private final ZoneId zone;

    Disposals(
            DisposalRepository disposals,
            GrantRepository grants,
            Duties duties,
            AccessNotices notices,
            AuditOutbox outbox,
            Clock clock,
            ZoneId zone) {
        this.disposals = disposals;
        this.grants = grants;
        this.duties = duties;
        this.notices = notices;
        this.outbox = outbox;
        this.clock = clock;
        this.zone = zone;
    }

    /** Opens the duty with the end of a grant; one that was renewed goes on, and nothing is disposed of. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(Grant ended, Who who) {
        if (!grants.succeeded(ended.id()) && disposals.open(ended, clock.instant())) {
            outbox.add(fact(Auditable.DISPOSAL_DUE, ended, who).build());
            duties.disposalDue(ended, who);
            notices.disposalDue(ended, who);
        }
    }

    @Transactional
    public Disposal certify(
            UUID id,
            Disposal.@Nullable Method method,
            @Nullable String statement,
            @Nullable LocalDate disposedOn,
            Caller head) {
        Disposal due = disposals
                .find(id)
                .filter(found -> Visibility.of(head).covers(found.provider(), found.department()))
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "No disposal is due under grant " + id + "."));
        head.require(Role.SHARING_HEAD);
        head.requireDepartment(due.department());
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Violations found = new Violations()
                .needed("/method", method, "DESTROYED, RETURNED or ARCHIVED")
                .needed("/statement", statement, "what was disposed of, how, and who checked it")
                .text("/statement", statement, 2_000);
        if (disposedOn == null || disposedOn.isAfter(today)) {
            found.add(
                    "/disposedOn",
                    "the day it was done, " + today + " at the latest",
                    disposedOn == null ? null : disposedOn.toString());
        }
        found.refuse("The certificate is not complete.");
        Disposal certified = due.certified(
                Objects.requireNonNull(method),
                Objects.requireNonNull(statement).strip(),
                Objects.requireNonNull(disposedOn),
                head.name(),
                clock.instant());
        disposals.certify(certified);
        Grant grant = grants.find(id).orElseThrow();
        outbox.add(fact(Auditable.DISPOSAL_CERTIFIED, grant, head.who())
                .detail("method", method)
                .detail("disposedOn", disposedOn)
                .build());
        duties.disposed(grant, head.who());
        notices.disposalCertified(grant, head.who());
        return certified;
    }

    private static AuditFact.Builder fact(Auditable kind, Grant grant, Who who) {
        return AuditFact.of(kind, who)
                .dataset(grant.dataset())
                .grant(grant.id())
                .detail("department", grant.department());
    }
}
