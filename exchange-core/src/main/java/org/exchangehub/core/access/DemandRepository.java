package org.exchangehub.core.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.life.Moves;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DemandRepository {

    private static final String SELECT = """
            select id, department, statement::text as statement, state, assigned, dataset, reason, posted_by, posted_at,
                   changed_at, version
              from hub.demand
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DemandRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Demand> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::demand)
                .optional();
    }

    /** Up to {@code limit} demands, the newest first, after the cursor's. */
    List<Demand> list(Demand.@Nullable State state, @Nullable UUID after, int limit) {
        NewestFirst page = new NewestFirst(after, limit).with("state", state);
        return jdbc.sql(page.sql(SELECT))
                .params(page.parameters())
                .query(this::demand)
                .list();
    }

    void add(Demand demand) {
        jdbc.sql("""
                        insert into hub.demand
                            (id, department, statement, state, posted_by, posted_at, changed_at, version)
                        values (:id, :department, :statement::jsonb, :state, :by, :at, :at, :version)
                        """)
                .param("id", demand.id())
                .param("department", demand.department())
                .param("statement", json.writeValueAsString(demand.statement()))
                .param("state", demand.state().name())
                .param("by", demand.postedBy())
                .param("at", demand.postedAt().atOffset(ZoneOffset.UTC))
                .param("version", demand.version())
                .update();
    }

    /** Writes a changed demand over the version it was made from. */
    void save(Demand changed) {
        int rows = jdbc.sql("""
                        update hub.demand
                           set state = :state, assigned = :assigned, dataset = :dataset, reason = :reason,
                               changed_at = :at, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("state", changed.state().name())
                .param("assigned", changed.assigned())
                .param("dataset", changed.dataset())
                .param("reason", changed.reason())
                .param("at", changed.changedAt().atOffset(ZoneOffset.UTC))
                .param("version", changed.version())
                .param("id", changed.id())
                .update();
        Moves.requireFirst(rows, "Demand " + changed.id());
    }

    private Demand demand(ResultSet row, int number) throws SQLException {
        return new Demand(
                row.getObject("id", UUID.class),
                row.getString("department"),
                json.readValue(row.getString("statement"), Demand.Statement.class),
                Demand.State.valueOf(row.getString("state")),
                row.getString("assigned"),
                row.getString("dataset"),
                row.getString("reason"),
                row.getString("posted_by"),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
