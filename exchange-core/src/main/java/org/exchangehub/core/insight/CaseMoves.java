package org.exchangehub.core.insight;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.insight.AnomalyCase.Outcome;
import org.exchangehub.core.insight.AnomalyCase.State;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people handle cases. Nobody handles one about themselves. */
@Component
class CaseMoves {

    private final JdbcClient jdbc;
    private final AuditOutbox outbox;
    private final Cases cases;
    private final CaseEvidence evidence;
    private final Auditors auditors;
    private final Rules rules;
    private final Tallies tallies;

    CaseMoves(
            JdbcClient jdbc,
            AuditOutbox outbox,
            Cases cases,
            CaseEvidence evidence,
            Auditors auditors,
            Rules rules,
            Tallies tallies) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.cases = cases;
        this.evidence = evidence;
        this.auditors = auditors;
        this.rules = rules;
        this.tallies = tallies;
    }

    /**
     * A move that was made.
     *
     * @param lastIndex of the entries the case rested on then
     */
    record CaseMove(
            long number,
            State target,
            @Nullable Outcome outcome,
            @Nullable String assignee,
            long lastIndex,
            String reason,
            String by,
            Instant at) {}

    /** What somebody wants to do with a case; {@code assignee} of one that becomes assigned, {@code outcome} of one closed. */
    record Decision(
            State target,
            @Nullable Outcome outcome,
            @Nullable String assignee,
            String reason) {}

    /**
     * Moves a case. Closing judges all it rests on at that moment: what was counted no longer counts, and what comes later opens a case
     * of its own.
     *
     * @param version the one the decision was made on; of two decisions on the same one is refused
     * @throws HubProblem {@code NOT_FOUND}, {@code ACCESS_DENIED} for whoever the case is about, {@code CONFLICT} for a move that is
     *     not allowed, {@code REQUEST_INVALID} for an assignee who is not known or is concerned, {@code PRECONDITION_FAILED} when the
     *     case has changed since it was read
     */
    @Transactional
    public AnomalyCase move(UUID id, Decision decision, long version, Who by) {
        // the watch goes on behind this: it holds the same lock while it adds to cases
        jdbc.sql("select next_index from hub.anomaly_position for update")
                .query(Long.class)
                .optional();
        AnomalyCase moved = cases.locked(id);
        if (moved.concerns(by.client(), by.subject())) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED, "Case " + id + " is about you or your client: somebody else handles it.");
        }
        if (moved.version() != version) {
            throw new HubProblem(ErrorCode.PRECONDITION_FAILED, "Case " + id + " has changed; read it again.");
        }
        moved.requireMove(decision.target());
        if (moved.state() == State.CLOSED) {
            cases.otherGoingOn(moved).ifPresent(other -> {
                throw new HubProblem(
                        ErrorCode.CONFLICT, "Case " + other + " of the same rule and caller goes on already.");
            });
        }
        String assignee = assignee(moved, decision, by);
        cases.put(id, decision.target(), decision.outcome(), assignee);
        note(moved, decision, assignee, by);
        if (decision.target() == State.CLOSED) {
            tallies.judged(rules.get(moved.rule()), moved.caller());
            evidence.release(moved, by);
        } else if (moved.state() == State.CLOSED) {
            evidence.hold(moved);
        }
        return cases.get(id);
    }

    private @Nullable String assignee(AnomalyCase moved, Decision decision, Who by) {
        return switch (decision.target()) {
            case OPEN -> null;
            case CLOSED -> moved.assignee();
            case ASSIGNED -> decision.assignee() == null ? by.subject() : known(moved, decision.assignee());
        };
    }

    private String known(AnomalyCase moved, String account) {
        return auditors.find(account)
                .filter(auditor -> !moved.concerns(auditor.client(), account))
                .map(Auditors.Auditor::account)
                .orElseThrow(() -> new HubProblem(
                        ErrorCode.REQUEST_INVALID,
                        "The case cannot be assigned to this account",
                        List.of(new FieldError(
                                "/assignee",
                                "an audit administrator of /api/v1/audit/auditors whom the case is not about",
                                account))));
    }

    private void note(AnomalyCase moved, Decision decision, @Nullable String assignee, Who by) {
        jdbc.sql("""
                        insert into hub.anomaly_move (case_id, number, target, outcome, assignee, last_index, reason, by)
                        values (:case, :number, :target, :outcome, :assignee, :last, :reason, :by)
                        """)
                .param("case", moved.id())
                .param("number", moved.version())
                .param("target", decision.target().name())
                .param("outcome", Cases.name(decision.outcome()))
                .param("assignee", assignee)
                .param("last", moved.last())
                .param("reason", decision.reason())
                .param("by", by.subject())
                .update();
        outbox.add(AuditFact.of(Auditable.CASE_MOVED, by)
                .detail("case", moved.id())
                .detail("rule", moved.rule())
                .detail("from", moved.state())
                .detail("to", decision.target())
                .detail("outcome", decision.outcome())
                .detail("assignee", assignee)
                .detail("first", moved.first())
                .detail("last", moved.last())
                .personal("reason", decision.reason())
                .build());
    }

    List<CaseMove> of(UUID id) {
        return jdbc.sql("select * from hub.anomaly_move where case_id = :id order by number")
                .param("id", id)
                .query((row, n) -> new CaseMove(
                        row.getLong("number"),
                        State.valueOf(row.getString("target")),
                        Cases.outcome(row.getString("outcome")),
                        row.getString("assignee"),
                        row.getLong("last_index"),
                        row.getString("reason"),
                        row.getString("by"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
