package org.exchangehub.core.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What happened to datasets and which editions of them were in force; only added to. */
@Repository
class DatasetLife {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DatasetLife(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void record(HistoryEntry event) {
        Dataset.State from = event.from();
        jdbc.sql("""
                        insert into hub.dataset_history
                            (dataset, move, edition, from_state, state, version, subject, name, department, opinion, at)
                        values
                            (:dataset, :move, :edition, :from, :state, :version, :subject, :name, :department, :opinion, :at)
                        """)
                .param("dataset", event.dataset())
                .param("move", event.move().name())
                .param("edition", event.edition())
                .param("from", from == null ? null : from.name())
                .param("state", event.state().name())
                .param("version", event.version())
                .param("subject", event.subject())
                .param("name", event.name())
                .param("department", event.department())
                .param("opinion", event.opinion())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<HistoryEntry> history(String code) {
        return jdbc.sql("""
                        select dataset, move, edition, from_state, state, version, subject, name, department, opinion, at
                          from hub.dataset_history where dataset = :code order by id
                        """).param("code", code).query(DatasetLife::step).list();
    }

    private static HistoryEntry step(ResultSet row, int number) throws SQLException {
        String from = row.getString("from_state");
        return new HistoryEntry(
                row.getString("dataset"),
                Move.valueOf(row.getString("move")),
                row.getInt("edition"),
                from == null ? null : Dataset.State.valueOf(from),
                Dataset.State.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getString("subject"),
                row.getString("name"),
                row.getString("department"),
                row.getString("opinion"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** The subjects of those who made any of these moves of an edition. */
    Set<String> subjects(String code, int edition, Set<Move> moves) {
        return new HashSet<>(jdbc.sql("""
                        select distinct subject from hub.dataset_history
                         where dataset = :code and edition = :edition and move = any(:moves)
                        """)
                .param("code", code)
                .param("edition", edition)
                .param("moves", moves.stream().map(Move::name).toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Keeps an edition that comes into force, and the one before it if it is not kept yet. */
    void keep(Dataset before, Edition edition) {
        if (before.published()) {
            insert(new Edition(
                    before.code(),
                    before.edition(),
                    before.entry(),
                    null,
                    null,
                    before.publishedAt() == null ? before.createdAt() : before.publishedAt()));
        }
        insert(edition);
    }

    private void insert(Edition edition) {
        Change.Cause cause = edition.cause();
        jdbc.sql("""
                        insert into hub.dataset_edition (dataset, edition, entry, cause, reason, published_at)
                        values (:dataset, :edition, :entry::jsonb, :cause, :reason, :at) on conflict do nothing
                        """)
                .param("dataset", edition.dataset())
                .param("edition", edition.edition())
                .param("entry", json.writeValueAsString(edition.entry()))
                .param("cause", cause == null ? null : cause.name())
                .param("reason", edition.reason())
                .param("at", edition.publishedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The editions that are or were in force, the first first. */
    List<Edition> editions(String code) {
        return jdbc.sql("select dataset, edition, entry::text as entry, cause, reason, published_at"
                        + " from hub.dataset_edition where dataset = :code order by edition")
                .param("code", code)
                .query(this::edition)
                .list();
    }

    Optional<Edition> edition(String code, int number) {
        return jdbc.sql("select dataset, edition, entry::text as entry, cause, reason, published_at"
                        + " from hub.dataset_edition where dataset = :code and edition = :edition")
                .param("code", code)
                .param("edition", number)
                .query(this::edition)
                .optional();
    }

    private Edition edition(ResultSet row, int number) throws SQLException {
        String cause = row.getString("cause");
        return new Edition(
                row.getString("dataset"),
                row.getInt("edition"),
                json.readValue(row.getString("entry"), Entry.class),
                cause == null ? null : Change.Cause.valueOf(cause),
                row.getString("reason"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}
