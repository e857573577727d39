package org.exchangehub.core.insight;

import java.util.List;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How auditors change rules: each change is an entry with the old and the new terms, and nobody exempts themselves. */
@Component
class RuleChanges {

    private final Rules rules;
    private final Cases cases;
    private final AuditOutbox outbox;

    RuleChanges(Rules rules, Cases cases, AuditOutbox outbox) {
        this.rules = rules;
        this.cases = cases;
        this.outbox = outbox;
    }

    /**
     * Changes a rule from the next entry on.
     *
     * @throws HubProblem {@code NOT_FOUND}, {@code REQUEST_INVALID} for terms its kind cannot have or that exempt the caller,
     *     {@code ACCESS_DENIED} while a case of this rule is about the caller, {@code PRECONDITION_FAILED} when it has changed since it
     *     was read
     */
    @Transactional
    public Rule change(String id, boolean enabled, Terms terms, long version, Who by) {
        Rule before = rules.get(id);
        List<FieldError> errors = terms.violations(before.kind());
        if (errors.isEmpty() && terms.measure() != before.terms().measure()) {
            errors = List.of(new FieldError(
                    "/terms/measure",
                    String.valueOf(before.terms().measure()) + ", which the hours before were measured by",
                    String.valueOf(terms.measure())));
        }
        if (errors.isEmpty() && terms.exempts(by)) {
            errors = List.of(new FieldError("/terms/exempt", "somebody else than you", Seen.caller(by)));
        }
        if (!errors.isEmpty()) {
            throw new HubProblem(ErrorCode.REQUEST_INVALID, "These are no terms of a rule " + before.kind(), errors);
        }
        if (cases.suspects(id, by)) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED, "A case of the rule " + id + " is about you: somebody else changes it.");
        }
        if (before.version() != version
                || !rules.put(new Rule(id, before.kind(), enabled, terms, version), by.subject())) {
            throw new HubProblem(ErrorCode.PRECONDITION_FAILED, "Rule " + id + " has changed; read it again.");
        }
        outbox.add(AuditFact.of(Auditable.ANOMALY_RULE_CHANGED, by)
                .detail("rule", id)
                .detail("enabledBefore", before.enabled())
                .detail("enabled", enabled)
                .detail("termsBefore", rules.text(before.terms()))
                .detail("terms", rules.text(terms))
                .build());
        return rules.get(id);
    }
}
