package org.exchangehub.core.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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
class ServiceChangeRepository {

    private static final String SELECT = """
            select id, dataset, provider, kind, description, reason, effective_on, state, answers::text as answers,
                   filing::text as filing, announced_by, announced_at, version
              from hub.service_change
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ServiceChangeRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<ServiceChange> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** The newest first, at most 500. */
    List<ServiceChange> list(@Nullable String dataset) {
        NewestFirst page = new NewestFirst(null, NewestFirst.MOST).with("dataset", dataset);
        return jdbc.sql(page.sql(SELECT))
                .params(page.parameters())
                .query(this::read)
                .list();
    }

    /** One accepted and due by a day, held until the transaction ends. */
    Optional<ServiceChange> due(LocalDate today) {
        return jdbc.sql(SELECT + """
                         where state = 'ACCEPTED' and effective_on <= :today
                         order by effective_on limit 1 for update skip locked
                        """).param("today", today).query(this::read).optional();
    }

    void add(ServiceChange change) {
        jdbc.sql("""
                        insert into hub.service_change
                            (id, dataset, provider, kind, description, reason, effective_on, state, answers, filing,
                             announced_by, announced_at, version)
                        values (:id, :dataset, :provider, :kind, :description, :reason, :on, :state, :answers::jsonb,
                                :filing::jsonb, :by, :at, :version)
                        """)
                .param("id", change.id())
                .param("dataset", change.dataset())
                .param("provider", change.provider())
                .param("kind", change.kind().name())
                .param("description", change.description())
                .param("reason", change.reason())
                .param("on", change.effectiveOn())
                .param("state", change.state().name())
                .param("answers", json.writeValueAsString(change.answers()))
                .param("filing", json.writeValueAsString(change.filing()))
                .param("by", change.announcedBy())
                .param("at", change.announcedAt().atOffset(ZoneOffset.UTC))
                .param("version", change.version())
                .update();
    }

    void save(ServiceChange changed) {
        int rows = jdbc.sql("""
                        update hub.service_change
                           set state = :state, answers = :answers::jsonb, filing = :filing::jsonb, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("state", changed.state().name())
                .param("answers", json.writeValueAsString(changed.answers()))
                .param("filing", json.writeValueAsString(changed.filing()))
                .param("version", changed.version())
                .param("id", changed.id())
                .update();
        Moves.requireFirst(rows, "Service change " + changed.id());
    }

    private ServiceChange read(ResultSet row, int number) throws SQLException {
        return new ServiceChange(
                row.getObject("id", UUID.class),
                row.getString("dataset"),
                row.getString("provider"),
                ServiceChange.Kind.valueOf(row.getString("kind")),
                row.getString("description"),
                row.getString("reason"),
                row.getObject("effective_on", LocalDate.class),
                ServiceChange.State.valueOf(row.getString("state")),
                List.of(json.readValue(row.getString("answers"), ServiceChange.ChangeAnswer[].class)),
                json.readValue(row.getString("filing"), ServiceChange.Filing.class),
                row.getString("announced_by"),
                row.getObject("announced_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
