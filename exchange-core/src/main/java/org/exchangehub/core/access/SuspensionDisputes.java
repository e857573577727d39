package org.exchangehub.core.access;

import java.util.UUID;
import org.exchangehub.core.dispute.Contested;
import org.exchangehub.core.dispute.Disputable;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.stereotype.Component;

/**
 * A provider's suspension of a grant as a consumer disputes it (Decree 809, Art. 28). The suspension holds until the dispute is
 * settled; then the grant is resumed, or stays suspended. What the authority suspended is no dispute between departments.
 */
@Component
class SuspensionDisputes implements Disputable {

    static final String TYPE = "grant";

    private final Grants grants;
    private final AccessSubjects subjects;

    SuspensionDisputes(Grants grants, AccessSubjects subjects) {
        this.grants = grants;
        this.subjects = subjects;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Contested contest(UUID id, Caller head) {
        Grant grant = grants.get(id, head);
        head.requireDepartment(grant.department());
        if (!grant.suspendedByProvider()) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Grant " + id + " is " + grant.state() + "; what can be disputed is its provider's suspension.");
        }
        return new Contested(
                subjects.of(grant),
                grant.version(),
                grant.dataset(),
                grant.department(),
                grant.provider(),
                grant.reason());
    }

    @Override
    public void settled(UUID id, UUID dispute, boolean upheld, Caller by) {
        if (upheld) {
            grants.reinstate(id, dispute, by.who());
        }
    }
}
