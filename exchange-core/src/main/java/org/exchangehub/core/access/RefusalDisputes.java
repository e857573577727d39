package org.exchangehub.core.access;

import static org.exchangehub.core.access.ApplicationRecords.fact;

import java.util.UUID;
import org.exchangehub.core.access.Consent.Side;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.dispute.Contested;
import org.exchangehub.core.dispute.Disputable;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.stereotype.Component;

/**
 * A provider's refusal of an application as the applicant disputes it (Decree 809, Art. 28). A refusal that does not stand takes the
 * application back to the provider, whose reply is due anew and can be a consent only: a grant still needs its head's name
 * (Art. 20).
 */
@Component
class RefusalDisputes implements Disputable {

    private final ApplicationRecords records;
    private final ApplicationRepository applications;
    private final AccessSubjects subjects;
    private final Catalog catalog;
    private final Duties duties;

    RefusalDisputes(
            ApplicationRecords records,
            ApplicationRepository applications,
            AccessSubjects subjects,
            Catalog catalog,
            Duties duties) {
        this.records = records;
        this.applications = applications;
        this.subjects = subjects;
        this.catalog = catalog;
        this.duties = duties;
    }

    @Override
    public String type() {
        return "application";
    }

    @Override
    public Contested contest(UUID id, Caller head) {
        Application application = records.get(id, head);
        head.requireDepartment(application.department());
        Consent refusal = application
                .refusal()
                .orElseThrow(() -> new HubProblem(
                        ErrorCode.CONFLICT,
                        "Application " + id + " is " + application.state()
                                + "; what can be disputed is its provider's refusal."));
        return new Contested(
                subjects.of(application),
                application.version(),
                application.dataset(),
                application.department(),
                application.department(Side.PROVIDER),
                refusal.opinion());
    }

    @Override
    public void settled(UUID id, UUID dispute, boolean upheld, Caller by) {
        if (!upheld) {
            return;
        }
        Application reopened = applications.find(id).orElseThrow().reopened(dispute);
        records.moved(
                reopened, fact(Auditable.APPLICATION_REOPENED, reopened, by).detail("dispute", dispute));
        duties.received(reopened, new Sharing(catalog.get(reopened.dataset()), reopened.terms()).attribute(), by.who());
    }
}
