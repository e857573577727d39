package org.exchangehub.core.insight;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Evidence;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.insight.AnomalyCase.Outcome;
import org.exchangehub.core.insight.AnomalyCase.State;
import org.exchangehub.core.problem.EntityVersion;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases of unusual use for those who handle them. Reading them is itself in the log. */
@RestController
@RequestMapping(path = "/api/v1/audit/cases", produces = MediaType.APPLICATION_JSON_VALUE)
class CaseController {

    private static final String EVIDENCE = "Hub-Evidence";
    private static final int REASON = 1_000;

    private final Cases cases;
    private final CaseEvidence evidence;
    private final CaseMoves moves;
    private final Auditors auditors;
    private final AnomalyWatch watch;
    private final AuditLog log;

    CaseController(
            Cases cases, CaseEvidence evidence, CaseMoves moves, Auditors auditors, AnomalyWatch watch, AuditLog log) {
        this.cases = cases;
        this.evidence = evidence;
        this.moves = moves;
        this.auditors = auditors;
        this.watch = watch;
        this.log = log;
    }

    @Operation(summary = "Cases of unusual use, newest first (audit-admin)")
    @GetMapping
    ResponseEntity<CaseList> list(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable UUID cursor,
            Caller caller) {
        auditors.require(caller);
        List<AnomalyCase> found = cases.newest(state, rule, cursor, limit);
        Evidence read = log.append(AuditFact.of(Auditable.CASE_READ, caller.who())
                .detail("state", state)
                .detail("rule", rule)
                .rows(found.size())
                .build());
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().header(EVIDENCE, read.header());
        if (found.size() == limit) {
            String filters = (state == null ? "" : "&state=" + state) + (rule == null ? "" : "&rule=" + rule);
            answer.header(
                    HttpHeaders.LINK,
                    "</api/v1/audit/cases?limit=" + limit + "&cursor="
                            + found.getLast().id() + filters + ">; rel=\"next\"");
        }
        return answer.body(new CaseList(found.stream().map(CaseView::of).toList(), watch.behind()));
    }

    @Operation(summary = "One case with what it rests on and how it was handled (audit-admin)")
    @GetMapping("/{id}")
    ResponseEntity<CaseDetail> one(@PathVariable UUID id, Caller caller) {
        auditors.require(caller);
        AnomalyCase found = cases.get(id);
        Evidence read = log.append(AuditFact.of(Auditable.CASE_READ, caller.who())
                .detail("case", id)
                .detail("rule", found.rule())
                .rows(1)
                .build());
        return answer(ResponseEntity.ok().header(EVIDENCE, read.header()), found);
    }

    @Operation(
            summary = "Assigns, hands back, closes or opens a case again (audit-admin whom it is not about); needs"
                    + " If-Match")
    @PostMapping("/{id}/moves")
    ResponseEntity<CaseDetail> move(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CaseMoveRequest request,
            Caller caller) {
        auditors.require(caller);
        AnomalyCase moved = moves.move(id, request.decision(), EntityVersion.required(ifMatch), caller.who());
        return answer(ResponseEntity.ok(), moved);
    }

    private ResponseEntity<CaseDetail> answer(ResponseEntity.BodyBuilder answer, AnomalyCase found) {
        return answer.eTag(EntityVersion.tag(Math.toIntExact(found.version())))
                .body(new CaseDetail(CaseView.of(found), evidence.of(found.id()), moves.of(found.id())));
    }

    /**
     * What is to be done with a case.
     *
     * @param to the state it is to have
     * @param outcome of a case that is closed, and only then
     * @param assignee account that handles it, one of {@code /audit/auditors}; the caller when absent
     * @param reason why, 1 to 1 000 characters
     */
    record CaseMoveRequest(
            @Nullable State to,
            @Nullable Outcome outcome,
            @Nullable String assignee,
            @Nullable String reason) {

        CaseMoves.Decision decision() {
            if (to == null) {
                throw invalid("/to", "OPEN, ASSIGNED or CLOSED");
            }
            boolean closes = to == State.CLOSED;
            boolean judged = outcome != null;
            if (closes != judged) {
                throw invalid("/outcome", "CONFIRMED, EXPLAINED or FALSE_ALARM of a case that is closed, else nothing");
            }
            if (reason == null || reason.isBlank() || reason.length() > REASON) {
                throw invalid("/reason", "1 to " + REASON + " characters");
            }
            return new CaseMoves.Decision(to, outcome, assignee, reason.strip());
        }

        private static HubProblem invalid(String pointer, String expected) {
            return new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "The case cannot be moved so",
                    List.of(new FieldError(pointer, expected, null)));
        }
    }

    /**
     * A page of cases.
     *
     * @param behind how many of the newest entries of the log have not been looked at yet
     */
    record CaseList(List<CaseView> items, long behind) {}

    /**
     * A case.
     *
     * @param firstIndex of the log entries it rests on
     */
    record CaseView(
            UUID id,
            String rule,
            String caller,
            @Nullable String department,
            State state,
            @Nullable Outcome outcome,
            @Nullable String assignee,
            long firstIndex,
            long lastIndex,
            Instant openedAt,
            Instant changedAt) {

        static CaseView of(AnomalyCase found) {
            return new CaseView(
                    found.id(),
                    found.rule(),
                    found.caller(),
                    found.department(),
                    found.state(),
                    found.outcome(),
                    found.assignee(),
                    found.first(),
                    found.last(),
                    found.openedAt(),
                    found.changedAt());
        }
    }

    record CaseDetail(CaseView anomaly, List<CaseEvidence.Stretch> evidence, List<CaseMoves.CaseMove> moves) {}
}
