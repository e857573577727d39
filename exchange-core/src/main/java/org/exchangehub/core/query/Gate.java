package org.exchangehub.core.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.exchangehub.core.access.AccessRequest;
import org.exchangehub.core.access.Decision;
import org.exchangehub.core.access.Mode;
import org.exchangehub.core.access.PolicyEngine;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Outcome;
import org.exchangehub.core.contract.RowCondition.Operator;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.minimisation.Treatment;
import org.springframework.stereotype.Component;

/** Where an access is decided: a permit comes back, or a denial is evidenced and thrown. */
@Component
class Gate {

    private static final String NOT_GRANTED = "FIELD_NOT_GRANTED";

    private final PolicyEngine policy;
    private final AuditLog log;

    Gate(PolicyEngine policy, AuditLog log) {
        this.policy = policy;
        this.log = log;
    }

    /** The permit for a reading; a field that is hidden and one that does not exist are refused alike. */
    Decision.Permit open(Question question) {
        AccessRequest request = new AccessRequest(
                question.caller(),
                question.dataset(),
                question.mode(),
                question.purpose(),
                Set.copyOf(question.fields()),
                question.filteredFields(),
                Set.of());
        return switch (policy.decide(request)) {
            case Decision.Permit permit -> confined(permit, question);
            case Decision.Deny deny ->
                throw denied(
                        question,
                        deny.decisionId(),
                        deny.policyVersion(),
                        deny.reason().name(),
                        deny.detail(),
                        deny.fields());
        };
    }

    /** A second look at what the permit allows, so that no engine's slip lets a field out. */
    private Decision.Permit confined(Decision.Permit permit, Question question) {
        Set<String> refused = new TreeSet<>();
        Map<String, Treatment> granted = permit.fields();
        boolean verifies = question.mode() == Mode.VERIFY;
        for (String field : question.fields()) {
            Treatment treatment = granted.get(field);
            if (treatment == null || !(verifies ? treatment.comparable() : treatment.shown())) {
                refused.add(field);
            }
        }
        for (Filter filter : question.filters()) {
            Treatment treatment = granted.get(filter.field());
            boolean equality = filter.operator() == Operator.EQ;
            if (treatment == null || !(equality ? treatment.comparable() : treatment.clear())) {
                refused.add(filter.field());
            }
        }
        if (!refused.isEmpty()) {
            throw denied(
                    question,
                    permit.decisionId(),
                    permit.policyVersion(),
                    NOT_GRANTED,
                    "Not granted for this use: " + String.join(", ", refused),
                    refused);
        }
        return permit;
    }

    /** The refusal, with its evidence, of what is permitted but was asked too often. */
    HubProblem limited(Question question, Decision.Permit permit, String why, Duration pause) {
        String evidence = evidence(
                question,
                permit.decisionId(),
                permit.policyVersion(),
                ErrorCode.RATE_LIMITED.name(),
                question.fields());
        return new HubProblem(ErrorCode.RATE_LIMITED, why).evidencedBy(evidence).retryAfter(pause);
    }

    private HubProblem denied(
            Question question,
            UUID decision,
            long policyVersion,
            String reason,
            String detail,
            Collection<String> fields) {
        String evidence = evidence(question, decision, policyVersion, reason, fields);
        List<FieldError> errors = new ArrayList<>();
        fields.forEach(field -> errors.add(new FieldError(field, "a field granted for this use", reason)));
        return new HubProblem(ErrorCode.ACCESS_DENIED, reason + ": " + detail, errors).evidencedBy(evidence);
    }

    private String evidence(
            Question question, UUID decision, long policyVersion, String reason, Collection<String> fields) {
        AuditFact fact = AuditFact.of(Auditable.ACCESS_DENIED, question.caller().who())
                .outcome(Outcome.DENIED)
                .dataset(question.dataset())
                .mode(question.mode())
                .purpose(question.purpose())
                .decision(decision, policyVersion)
                .fields(List.copyOf(fields))
                .filterShape(question.filterShape())
                .detail("reason", reason)
                .build();
        return log.append(fact).header();
    }
}
