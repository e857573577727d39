package org.exchangehub.core.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
class ReshareRepository {

    private static final String SELECT = """
            select id, access_grant, dataset, provider, department, statement::text as statement, state, opinion,
                   asked_by, asked_at, decided_by, decided_at, version
              from hub.reshare
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReshareRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Reshare> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Those the reader may see, the newest first, at most 500. */
    List<Reshare> list(Visibility visibility, @Nullable UUID grant) {
        NewestFirst page =
                new NewestFirst(null, NewestFirst.MOST).seenBy(visibility).with("access_grant", grant);
        return jdbc.sql(page.sql(SELECT))
                .params(page.parameters())
                .query(this::read)
                .list();
    }

    void add(Reshare asked) {
        jdbc.sql("""
                        insert into hub.reshare
                            (id, access_grant, dataset, provider, department, statement, state, asked_by, asked_at, version)
                        values (:id, :grant, :dataset, :provider, :department, :statement::jsonb, :state, :by, :at,
                                :version)
                        """)
                .param("id", asked.id())
                .param("grant", asked.grant())
                .param("dataset", asked.dataset())
                .param("provider", asked.provider())
                .param("department", asked.department())
                .param("statement", json.writeValueAsString(asked.statement()))
                .param("state", asked.state().name())
                .param("by", asked.askedBy())
                .param("at", asked.askedAt().atOffset(ZoneOffset.UTC))
                .param("version", asked.version())
                .update();
    }

    void save(Reshare changed) {
        Instant at = changed.decidedAt();
        int rows = jdbc.sql("""
                        update hub.reshare
                           set state = :state, opinion = :opinion, decided_by = :by, decided_at = :at, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("state", changed.state().name())
                .param("opinion", changed.opinion())
                .param("by", changed.decidedBy())
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .param("version", changed.version())
                .param("id", changed.id())
                .update();
        Moves.requireFirst(rows, "Request " + changed.id());
    }

    private Reshare read(ResultSet row, int number) throws SQLException {
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Reshare(
                row.getObject("id", UUID.class),
                row.getObject("access_grant", UUID.class),
                row.getString("dataset"),
                row.getString("provider"),
                row.getString("department"),
                json.readValue(row.getString("statement"), Reshare.ReshareStatement.class),
                Reshare.State.valueOf(row.getString("state")),
                row.getString("opinion"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getInt("version"));
    }
}
