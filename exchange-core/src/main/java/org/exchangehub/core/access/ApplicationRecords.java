package org.exchangehub.core.access;

import java.util.UUID;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.stereotype.Component;

/** Reads applications for those who may see them, and writes a move with its fact. */
@Component
class ApplicationRecords {

    private final ApplicationRepository applications;
    private final AccessNotices notices;
    private final AuditOutbox outbox;

    ApplicationRecords(ApplicationRepository applications, AccessNotices notices, AuditOutbox outbox) {
        this.applications = applications;
        this.notices = notices;
        this.outbox = outbox;
    }

    /** An application, for those who may see it. */
    Application get(UUID id, Caller caller) {
        return applications
                .find(id)
                .filter(found -> Visibility.of(caller).covers(found.provider(), found.department()))
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no application " + id + "."));
    }

    /** Writes a move in the current transaction; of two made from the same version one wins. */
    Application moved(Application changed, AuditFact.Builder fact) {
        applications.save(changed);
        tell(changed, fact);
        return changed;
    }

    /** Tells the access log and those concerned of a move. */
    void tell(Application moved, AuditFact.Builder fact) {
        AuditFact told = fact.build();
        outbox.add(told);
        notices.of(told.kind(), moved, told.who());
    }

    /** Tells its provider that a reply is due. */
    void received(Application application, Who by) {
        notices.received(application, by);
    }

    static AuditFact.Builder fact(Auditable kind, Application application, Caller caller) {
        return AuditFact.of(kind, caller.who())
                .dataset(application.dataset())
                .purpose(application.terms().purpose())
                .basis(application.terms().basis())
                .fields(application.terms().fieldNames())
                .detail("application", application.id())
                .detail("applicant", application.department())
                .detail("provider", application.provider())
                .detail("client", application.client())
                .detail("renews", application.renews())
                .detail("maxLevel", application.terms().maxLevel())
                .detail("entitled", application.terms().entitledNames())
                .detail("masks", application.terms().maskNames());
    }
}
