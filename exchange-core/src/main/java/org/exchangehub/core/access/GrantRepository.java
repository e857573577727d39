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
class GrantRepository {

    private static final String SELECT = """
            select id, application, dataset, provider, department, client, terms::text as terms,
                   approvers::text as approvers, from_day, until_day, state, reason, halted_by, issued_at, changed_at,
                   version
              from hub.access_grant
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    GrantRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Grant> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::grant)
                .optional();
    }

    /** Every grant for a dataset whatever its state, the newest first. */
    List<Grant> ofDataset(String dataset) {
        return jdbc.sql(SELECT + " where dataset = :dataset order by id desc")
                .param("dataset", dataset)
                .query(this::grant)
                .list();
    }

    /** The datasets there are grants for. */
    List<String> datasets() {
        return jdbc.sql("select distinct dataset from hub.access_grant")
                .query((row, number) -> row.getString("dataset"))
                .list();
    }

    /** One whose last day is before this one and that is not said to be over yet; held until the transaction ends. */
    Optional<Grant> ending(LocalDate today) {
        return jdbc.sql(SELECT + """
                         where state in ('ACTIVE', 'SUSPENDED') and until_day < :today
                         order by until_day, id limit 1 for update skip locked
                        """).param("today", today).query(this::grant).optional();
    }

    /** Whether a grant that renews this one is not over. */
    boolean succeeded(UUID grant) {
        return jdbc.sql("""
                        select exists (select 1 from hub.application a join hub.access_grant g on g.application = a.id
                                        where a.renews = :grant and g.state in ('ACTIVE', 'SUSPENDED'))
                        """).param("grant", grant).query(Boolean.class).single();
    }

    void add(Grant grant) {
        jdbc.sql("""
                        insert into hub.access_grant
                            (id, application, dataset, provider, department, client, terms, approvers, from_day,
                             until_day, state, issued_at, changed_at, version)
                        values
                            (:id, :application, :dataset, :provider, :department, :client, :terms::jsonb,
                             :approvers::jsonb, :from, :until, :state, :at, :at, :version)
                        """)
                .param("id", grant.id())
                .param("application", grant.application())
                .param("dataset", grant.dataset())
                .param("provider", grant.provider())
                .param("department", grant.department())
                .param("client", grant.client())
                .param("terms", json.writeValueAsString(grant.terms()))
                .param("approvers", json.writeValueAsString(grant.approvers()))
                .param("from", grant.from())
                .param("until", grant.until())
                .param("state", grant.state().name())
                .param("at", grant.issuedAt().atOffset(ZoneOffset.UTC))
                .param("version", grant.version())
                .update();
    }

    /** Writes a changed grant over the version it was made from. */
    void save(Grant changed) {
        Grant.Party haltedBy = changed.haltedBy();
        int rows = jdbc.sql("""
                        update hub.access_grant
                           set state = :state, reason = :reason, halted_by = :haltedBy, changed_at = :at, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("state", changed.state().name())
                .param("reason", changed.reason())
                .param("haltedBy", haltedBy == null ? null : haltedBy.name())
                .param("at", changed.changedAt().atOffset(ZoneOffset.UTC))
                .param("version", changed.version())
                .param("id", changed.id())
                .update();
        Moves.requireFirst(rows, "Grant " + changed.id());
    }

    /** Up to {@code limit} grants the reader may see, the newest first, after the cursor's. */
    List<Grant> list(Visibility visibility, @Nullable String dataset, @Nullable UUID after, int limit) {
        NewestFirst page = new NewestFirst(after, limit).seenBy(visibility).with("dataset", dataset);
        return jdbc.sql(page.sql(SELECT))
                .params(page.parameters())
                .query(this::grant)
                .list();
    }

    private Grant grant(ResultSet row, int number) throws SQLException {
        String haltedBy = row.getString("halted_by");
        return new Grant(
                row.getObject("id", UUID.class),
                row.getObject("application", UUID.class),
                row.getString("dataset"),
                row.getString("provider"),
                row.getString("department"),
                row.getString("client"),
                json.readValue(row.getString("terms"), Terms.class),
                List.of(json.readValue(row.getString("approvers"), Consent[].class)),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                Grant.State.valueOf(row.getString("state")),
                row.getString("reason"),
                haltedBy == null ? null : Grant.Party.valueOf(haltedBy),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
