package org.exchangehub.core.discovery;

import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The order of finds, as the catalog authority sets it; a change counts from the next search on. */
@Service
class Rankings {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditOutbox outbox;

    Rankings(JdbcClient jdbc, JsonMapper json, AuditOutbox outbox) {
        this.jdbc = jdbc;
        this.json = json;
        this.outbox = outbox;
    }

    record Versioned(Ranking ranking, int version) {}

    Versioned current() {
        return jdbc.sql("select weights, version from hub.catalog_ranking")
                .query((row, number) -> new Versioned(json.readValue(row.getString(1), Ranking.class), row.getInt(2)))
                .single();
    }

    /**
     * Sets the weights.
     *
     * @throws HubProblem {@code ACCESS_DENIED}, {@code REQUEST_INVALID}, or {@code PRECONDITION_FAILED} when they have changed
     *     since they were read
     */
    @Transactional
    public Versioned change(Ranking ranking, int version, Caller caller) {
        caller.require(Role.CATALOG_AUTHORITY);
        ranking.require();
        Versioned before = current();
        String weights = json.writeValueAsString(ranking);
        int changed = jdbc.sql("""
                        update hub.catalog_ranking
                           set weights = cast(:weights as jsonb), version = version + 1, changed_by = :by, changed_at = now()
                         where version = :version
                        """)
                .param("weights", weights)
                .param("by", caller.subject())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new HubProblem(ErrorCode.PRECONDITION_FAILED, "The ranking has changed; read it again.");
        }
        outbox.add(AuditFact.of(Auditable.CATALOG_RANKING_CHANGED, caller.who())
                .detail("weightsBefore", json.writeValueAsString(before.ranking()))
                .detail("weights", weights)
                .build());
        return current();
    }
}
