package org.exchangehub.core.dispute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.dispute.Dispute.DisputeStep;
import org.exchangehub.core.life.Moves;
import org.exchangehub.core.work.Subject;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DisputeRepository {

    private static final String SELECT = """
            select id, about_type, about_id, title_zh, title_en, link, contested_version, dataset, claimant, respondent,
                   contested, reason, state, course::text as course, appeal_until, opened_by, opened_at, version
              from hub.dispute
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DisputeRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Dispute> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** The one about a subject that is not settled yet. */
    Optional<Dispute> open(String type, UUID about) {
        return jdbc.sql(SELECT + """
                         where about_type = :type and about_id = :about
                           and state not in ('UPHELD', 'REJECTED', 'WITHDRAWN', 'LAPSED')
                        """)
                .param("type", type)
                .param("about", about.toString())
                .query(this::read)
                .optional();
    }

    /** One that the authority decided and nobody appealed against in time, held until the transaction ends. */
    Optional<Dispute> standing(LocalDate today, UUID after) {
        return jdbc.sql(SELECT + """
                         where state in ('DECIDED_FOR', 'DECIDED_AGAINST') and appeal_until < :today and id > :after
                         order by id limit 1 for update skip locked
                        """)
                .param("today", today)
                .param("after", after)
                .query(this::read)
                .optional();
    }

    /** Up to {@code limit} of a department's, on either side, or of all; the newest first. */
    List<Dispute> list(
            @Nullable String department,
            @Nullable UUID about,
            @Nullable Boolean open,
            @Nullable UUID after,
            int limit) {
        return jdbc.sql(SELECT + """
                         where (cast(:department as text) is null or claimant = :department or respondent = :department)
                           and (cast(:about as text) is null or about_id = :about)
                           and (cast(:open as boolean) is null
                                or :open = (state not in ('UPHELD', 'REJECTED', 'WITHDRAWN', 'LAPSED')))
                           and (cast(:after as uuid) is null or id < :after)
                         order by id desc limit :limit
                        """)
                .param("department", department)
                .param("about", about == null ? null : about.toString())
                .param("open", open)
                .param("after", after)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** False when the decision was contested before. */
    boolean add(Dispute dispute) {
        Contested contested = dispute.contested();
        return jdbc.sql("""
                        insert into hub.dispute
                            (id, about_type, about_id, title_zh, title_en, link, contested_version, dataset, claimant,
                             respondent, contested, reason, state, course, opened_by, opened_at, version)
                        values (:id, :type, :about, :zh, :en, :link, :contestedVersion, :dataset, :claimant, :respondent,
                                :contested, :reason, :state, :course::jsonb, :by, :at, :version)
                        on conflict (about_type, about_id, contested_version) do nothing
                        """)
                        .param("id", dispute.id())
                        .param("type", contested.about().type())
                        .param("about", contested.about().id())
                        .param("zh", contested.about().title().zh())
                        .param("en", contested.about().title().en())
                        .param("link", contested.about().link())
                        .param("contestedVersion", contested.version())
                        .param("dataset", contested.dataset())
                        .param("claimant", contested.claimant())
                        .param("respondent", contested.respondent())
                        .param("contested", contested.decision())
                        .param("reason", dispute.reason())
                        .param("state", dispute.state().name())
                        .param("course", json.writeValueAsString(dispute.course()))
                        .param("by", dispute.openedBy())
                        .param("at", dispute.openedAt().atOffset(ZoneOffset.UTC))
                        .param("version", dispute.version())
                        .update()
                > 0;
    }

    /** Writes a changed dispute over the version it was made from. */
    void save(Dispute changed) {
        int rows = jdbc.sql("""
                        update hub.dispute
                           set state = :state, course = :course::jsonb, appeal_until = :appealUntil, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("state", changed.state().name())
                .param("course", json.writeValueAsString(changed.course()))
                .param("appealUntil", changed.appealUntil())
                .param("version", changed.version())
                .param("id", changed.id())
                .update();
        Moves.requireFirst(rows, "Dispute " + changed.id());
    }

    private Dispute read(ResultSet row, int number) throws SQLException {
        Subject about = new Subject(
                row.getString("about_type"),
                row.getString("about_id"),
                new LocalizedText(row.getString("title_zh"), row.getString("title_en")),
                row.getString("link"));
        return new Dispute(
                row.getObject("id", UUID.class),
                new Contested(
                        about,
                        row.getInt("contested_version"),
                        row.getString("dataset"),
                        row.getString("claimant"),
                        row.getString("respondent"),
                        row.getString("contested")),
                row.getString("reason"),
                Dispute.State.valueOf(row.getString("state")),
                List.of(json.readValue(row.getString("course"), DisputeStep[].class)),
                row.getObject("appeal_until", LocalDate.class),
                row.getString("opened_by"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
