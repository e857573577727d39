package org.exchangehub.core.audit;

import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.stereotype.Component;

/** The access log's way in: what is appended is durable before the call returns. */
@Component
public class AuditLog {

    AuditLog() {}

    /**
     * Appends a fact and waits until it is durable.
     *
     * @throws HubProblem with {@code AUDIT_UNAVAILABLE} when the log cannot take it now: nothing may be released then
     */
    public Evidence append(AuditFact fact) {
        throw new HubProblem(ErrorCode.AUDIT_UNAVAILABLE, "The access log does not take " + fact.kind() + " yet.");
    }

    /** Where the log holds a fact that went through the outbox; empty until it is drained. */
    public Optional<Evidence> evidenceOf(UUID factId) {
        return Optional.empty();
    }
}
