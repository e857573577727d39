package org.exchangehub.core.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.correction.Ticket.TicketStep;
import org.exchangehub.core.life.Moves;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class TicketRepository {

    private static final String SELECT = """
            select id, dataset, provider, department, access_grant, key::text as key, field, value, reason, evidence, state,
                   course::text as course, release, corrected_in, flagged_at, version
              from hub.correction
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TicketRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Ticket> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::ticket)
                .optional();
    }

    /** Up to {@code limit} of a department's, as provider or consumer, or of all; the newest first. */
    List<Ticket> list(@Nullable String department, @Nullable String dataset, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                         where (cast(:department as text) is null or provider = :department or department = :department)
                           and (cast(:dataset as text) is null or dataset = :dataset)
                           and (cast(:after as uuid) is null or id < :after)
                         order by id desc limit :limit
                        """)
                .param("department", department)
                .param("dataset", dataset)
                .param("after", after)
                .param("limit", limit)
                .query(this::ticket)
                .list();
    }

    /** Those upheld, behind an id. */
    List<Ticket> upheld(UUID after, int limit) {
        return jdbc.sql(SELECT + " where state = 'UPHELD' and id > :after order by id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(this::ticket)
                .list();
    }

    void add(Ticket ticket) {
        jdbc.sql("""
                        insert into hub.correction
                            (id, dataset, provider, department, access_grant, key, field, value, reason, evidence, state,
                             course, release, flagged_at, version)
                        values (:id, :dataset, :provider, :department, :grant, :key::jsonb, :field, :value, :reason,
                                :evidence, :state, :course::jsonb, :release, :at, :version)
                        """)
                .param("id", ticket.id())
                .param("dataset", ticket.dataset())
                .param("provider", ticket.provider())
                .param("department", ticket.department())
                .param("grant", ticket.grant())
                .param("key", json.writeValueAsString(ticket.key()))
                .param("field", ticket.field())
                .param("value", ticket.value())
                .param("reason", ticket.reason())
                .param("evidence", ticket.evidence())
                .param("state", ticket.state().name())
                .param("course", json.writeValueAsString(ticket.course()))
                .param("release", ticket.release())
                .param("at", ticket.flaggedAt().atOffset(ZoneOffset.UTC))
                .param("version", ticket.version())
                .update();
    }

    /** Writes a changed ticket over the version it was made from. */
    void save(Ticket changed) {
        int rows = jdbc.sql("""
                        update hub.correction
                           set state = :state, course = :course::jsonb, corrected_in = :correctedIn, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("state", changed.state().name())
                .param("course", json.writeValueAsString(changed.course()))
                .param("correctedIn", changed.correctedIn())
                .param("version", changed.version())
                .param("id", changed.id())
                .update();
        Moves.requireFirst(rows, "Correction " + changed.id());
    }

    /** Tells a department that a record it received was corrected. */
    void notice(UUID ticket, String department, UUID grant, Instant now) {
        jdbc.sql("""
                        insert into hub.correction_notice (correction, department, access_grant, noticed_at)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .param(ticket)
                .param(department)
                .param(grant)
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What a department was told, the newest first, at most 500. */
    List<CorrectionNotice> notices(String department, boolean open) {
        return jdbc.sql("""
                        select n.correction, n.access_grant, c.dataset, c.key::text as key, c.field, c.corrected_in,
                               n.noticed_at, n.acknowledged_by, n.acknowledged_at
                          from hub.correction_notice n join hub.correction c on c.id = n.correction
                         where n.department = :department and (not :open or n.acknowledged_at is null)
                         order by n.correction desc limit 500
                        """)
                .param("department", department)
                .param("open", open)
                .query(this::notice)
                .list();
    }

    /** False when there is no such notice, or it was acknowledged. */
    boolean acknowledge(UUID ticket, String department, String by, Instant now) {
        return jdbc.sql("""
                        update hub.correction_notice set acknowledged_by = ?, acknowledged_at = ?
                         where correction = ? and department = ? and acknowledged_at is null
                        """)
                        .param(by)
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(ticket)
                        .param(department)
                        .update()
                > 0;
    }

    private Map<String, String> key(String text) {
        return json.readValue(text, new TypeReference<Map<String, String>>() {});
    }

    private CorrectionNotice notice(ResultSet row, int number) throws SQLException {
        OffsetDateTime acknowledged = row.getObject("acknowledged_at", OffsetDateTime.class);
        return new CorrectionNotice(
                row.getObject("correction", UUID.class),
                row.getObject("access_grant", UUID.class),
                row.getString("dataset"),
                key(row.getString("key")),
                row.getString("field"),
                row.getLong("corrected_in"),
                row.getObject("noticed_at", OffsetDateTime.class).toInstant(),
                row.getString("acknowledged_by"),
                acknowledged == null ? null : acknowledged.toInstant());
    }

    private Ticket ticket(ResultSet row, int number) throws SQLException {
        return new Ticket(
                row.getObject("id", UUID.class),
                row.getString("dataset"),
                row.getString("provider"),
                row.getString("department"),
                row.getObject("access_grant", UUID.class),
                key(row.getString("key")),
                row.getString("field"),
                row.getString("value"),
                row.getString("reason"),
                row.getString("evidence"),
                Ticket.State.valueOf(row.getString("state")),
                List.of(json.readValue(row.getString("course"), TicketStep[].class)),
                row.getLong("release"),
                row.getObject("corrected_in", Long.class),
                row.getObject("flagged_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
