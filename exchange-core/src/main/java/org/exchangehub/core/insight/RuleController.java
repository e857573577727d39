package org.exchangehub.core.insight;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.EntityVersion;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/audit/rules", produces = MediaType.APPLICATION_JSON_VALUE)
class RuleController {

    private final Rules rules;
    private final RuleChanges changes;
    private final Auditors auditors;

    RuleController(Rules rules, RuleChanges changes, Auditors auditors) {
        this.rules = rules;
        this.changes = changes;
        this.auditors = auditors;
    }

    @Operation(summary = "What counts as unusual use (audit-admin)")
    @GetMapping
    AnomalyRuleList list(Caller caller) {
        auditors.require(caller);
        return new AnomalyRuleList(rules.all().stream().map(AnomalyRuleView::of).toList());
    }

    @Operation(summary = "One rule (audit-admin)")
    @GetMapping("/{id}")
    ResponseEntity<AnomalyRuleView> one(@PathVariable String id, Caller caller) {
        auditors.require(caller);
        return answer(rules.get(id));
    }

    @Operation(summary = "Changes a rule from the next entry on (audit-admin); needs If-Match")
    @PutMapping("/{id}")
    ResponseEntity<AnomalyRuleView> change(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody AnomalyRuleRequest request,
            Caller caller) {
        auditors.require(caller);
        Terms terms = request.terms();
        Boolean enabled = request.enabled();
        if (terms == null || enabled == null) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "A rule has terms and is enabled or not",
                    List.of(new FieldError(terms == null ? "/terms" : "/enabled", "a value", null)));
        }
        return answer(changes.change(id, enabled, terms, EntityVersion.required(ifMatch), caller.who()));
    }

    private static ResponseEntity<AnomalyRuleView> answer(Rule rule) {
        return ResponseEntity.ok()
                .eTag(EntityVersion.tag(Math.toIntExact(rule.version())))
                .body(AnomalyRuleView.of(rule));
    }

    /** A rule as it is to be. */
    record AnomalyRuleRequest(
            @Nullable Boolean enabled, @Nullable Terms terms) {}

    record AnomalyRuleList(List<AnomalyRuleView> items) {}

    record AnomalyRuleView(String id, Rule.Kind kind, boolean enabled, Terms terms) {

        static AnomalyRuleView of(Rule rule) {
            return new AnomalyRuleView(rule.id(), rule.kind(), rule.enabled(), rule.terms());
        }
    }
}
