package org.exchangehub.core.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.insight.AnomalyCase.Outcome;
import org.exchangehub.core.insight.AnomalyCase.State;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases: one at a time for a rule and a caller. */
@Component
class Cases {

    private final JdbcClient jdbc;
    private final AuditOutbox outbox;
    private final CaseEvidence evidence;

    Cases(JdbcClient jdbc, AuditOutbox outbox, CaseEvidence evidence) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.evidence = evidence;
    }

    /** Opens a case, or adds to the one that goes on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void found(Finding finding) {
        AnomalyCase known = goingOn(finding.rule().id(), finding.who()).orElse(null);
        AnomalyCase about = known == null ? opened(finding) : known;
        boolean more = evidence.add(about, finding);
        jdbc.sql("""
                        update hub.anomaly_case set last_index = greatest(last_index, :last),
                            version = version + :more, changed_at = now() where id = :case
                        """)
                .param("case", about.id())
                .param("last", finding.last())
                .param("more", known != null && more ? 1 : 0)
                .update();
        if (more) {
            outbox.add(AuditFact.of(known == null ? Auditable.CASE_OPENED : Auditable.CASE_EXTENDED, Who.HUB)
                    .detail("case", about.id())
                    .detail("rule", about.rule())
                    .detail("caller", about.caller())
                    .detail("first", finding.first())
                    .detail("last", finding.last())
                    .detail("counted", finding.counted())
                    .build());
        }
    }

    private Optional<AnomalyCase> goingOn(String rule, Who who) {
        return jdbc.sql("""
                        select * from hub.anomaly_case
                        where rule = :rule and caller = :caller and state <> 'CLOSED' for update
                        """)
                .param("rule", rule)
                .param("caller", Seen.caller(who))
                .query(Cases::read)
                .optional();
    }

    private AnomalyCase opened(Finding finding) {
        return jdbc.sql("""
                        insert into hub.anomaly_case (rule, caller, client, account, department, first_index, last_index)
                        values (:rule, :caller, :client, :account, :department, :first, :last) returning *
                        """)
                .param("rule", finding.rule().id())
                .param("caller", Seen.caller(finding.who()))
                .param("client", finding.who().client())
                .param("account", finding.who().subject())
                .param("department", finding.who().department())
                .param("first", finding.first())
                .param("last", finding.last())
                .query(Cases::read)
                .single();
    }

    /** The case, which nobody else moves until the end of the transaction. */
    AnomalyCase locked(UUID id) {
        return jdbc.sql("select * from hub.anomaly_case where id = :id for update")
                .param("id", id)
                .query(Cases::read)
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    void put(UUID id, State state, @Nullable Outcome outcome, @Nullable String assignee) {
        jdbc.sql("""
                        update hub.anomaly_case set state = :state, outcome = :outcome, assignee = :assignee,
                            version = version + 1, changed_at = now() where id = :id
                        """)
                .param("state", state.name())
                .param("outcome", name(outcome))
                .param("assignee", assignee)
                .param("id", id)
                .update();
    }

    AnomalyCase get(UUID id) {
        return jdbc.sql("select * from hub.anomaly_case where id = :id")
                .param("id", id)
                .query(Cases::read)
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    /** Newest first, from behind {@code before} on. */
    List<AnomalyCase> newest(@Nullable State state, @Nullable String rule, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select * from hub.anomaly_case
                        where (cast(:state as text) is null or state = :state)
                          and (cast(:rule as text) is null or rule = :rule)
                          and (cast(:before as uuid) is null or id < :before)
                        order by id desc limit :limit
                        """)
                .param("state", name(state))
                .param("rule", rule)
                .param("before", before)
                .param("limit", limit)
                .query(Cases::read)
                .list();
    }

    /** The case that goes on for the same rule and caller, if it is another. */
    Optional<UUID> otherGoingOn(AnomalyCase about) {
        return jdbc.sql("""
                        select id from hub.anomaly_case
                        where rule = :rule and caller = :caller and state <> 'CLOSED' and id <> :id
                        """)
                .param("rule", about.rule())
                .param("caller", about.caller())
                .param("id", about.id())
                .query(UUID.class)
                .optional();
    }

    /** Whether a case that goes on is about somebody. */
    boolean suspects(String rule, Who who) {
        return jdbc
                .sql("select * from hub.anomaly_case where rule = :rule and state <> 'CLOSED'"
                        + " and (account = :account or client = :client)")
                .param("rule", rule)
                .param("account", who.subject())
                .param("client", who.client())
                .query(Cases::read)
                .list()
                .stream()
                .anyMatch(each -> each.concerns(who.client(), who.subject()));
    }

    private static HubProblem unknown(UUID id) {
        return new HubProblem(ErrorCode.NOT_FOUND, "There is no case " + id + ".");
    }

    static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    static @Nullable Outcome outcome(@Nullable String name) {
        return name == null ? null : Outcome.valueOf(name);
    }

    private static AnomalyCase read(ResultSet row, int n) throws SQLException {
        return new AnomalyCase(
                row.getObject("id", UUID.class),
                row.getString("rule"),
                row.getString("client"),
                row.getString("account"),
                row.getString("department"),
                State.valueOf(row.getString("state")),
                outcome(row.getString("outcome")),
                row.getString("assignee"),
                row.getLong("first_index"),
                row.getLong("last_index"),
                row.getLong("version"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
