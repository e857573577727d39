package org.exchangehub.core.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.catalog.IdempotencyKey;
import org.exchangehub.core.life.Moves;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ApplicationRepository {

    private static final String SELECT = """
            select id, dataset, provider, department, client, terms::text as terms, state, consents::text as consents,
                   renews, course::text as course, submitted_by, submitted_by_name, submitted_at, access_grant, version
              from hub.application
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ApplicationRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Application> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::application)
                .optional();
    }

    /** Holds off other requests with the same key until this transaction ends. */
    void lock(IdempotencyKey key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('application:' || :key, 0))")
                .param("key", key.key())
                .query(rs -> {});
    }

    /** What was handed in under an idempotency key before, if anything. */
    Optional<Submitted> submitted(String requestKey) {
        return jdbc.sql("select id, request_digest from hub.application where request_key = :key")
                .param("key", requestKey)
                .query((row, number) -> new Submitted(row.getObject("id", UUID.class), row.getString("request_digest")))
                .optional();
    }

    record Submitted(UUID id, String digest) {}

    /** Refuses with {@code CONFLICT} a second open or granted renewal of the same grant. */
    void add(Application application, @Nullable IdempotencyKey key) {
        try {
            insert(application, key);
        } catch (DuplicateKeyException another) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "A renewal of grant " + application.renews() + " is already under way or granted.");
        }
    }

    private void insert(Application application, @Nullable IdempotencyKey key) {
        jdbc.sql("""
                        insert into hub.application
                            (id, dataset, provider, department, client, renews, state, terms, consents, course, submitted_by,
                             submitted_by_name, submitted_at, version, request_key, request_digest)
                        values
                            (:id, :dataset, :provider, :department, :client, :renews, :state, :terms::jsonb,
                             :consents::jsonb, :course::jsonb, :submittedBy, :submittedByName, :submittedAt, :version, :key, :digest)
                        """)
                .param("id", application.id())
                .param("dataset", application.dataset())
                .param("provider", application.provider())
                .param("department", application.department())
                .param("client", application.client())
                .param("renews", application.renews())
                .param("course", json.writeValueAsString(application.course()))
                .param("state", application.state().name())
                .param("terms", json.writeValueAsString(application.terms()))
                .param("consents", json.writeValueAsString(application.consents()))
                .param("submittedBy", application.submittedBy())
                .param("submittedByName", application.submittedByName())
                .param("submittedAt", application.submittedAt().atOffset(ZoneOffset.UTC))
                .param("version", application.version())
                .param("key", key == null ? null : key.key())
                .param("digest", key == null ? null : key.digest())
                .update();
    }

    /** Writes a decided application over the version it was made from: of two concurrent decisions one wins. */
    void save(Application changed) {
        int rows = jdbc.sql("""
                        update hub.application
                           set state = :state, terms = :terms::jsonb, consents = :consents::jsonb, course = :course::jsonb,
                               access_grant = :grant, version = :version
                         where id = :id and version = :version - 1
                        """)
                .param("state", changed.state().name())
                .param("terms", json.writeValueAsString(changed.terms()))
                .param("course", json.writeValueAsString(changed.course()))
                .param("consents", json.writeValueAsString(changed.consents()))
                .param("grant", changed.grant())
                .param("version", changed.version())
                .param("id", changed.id())
                .update();
        Moves.requireFirst(rows, "Application " + changed.id());
    }

    /** Up to {@code limit} applications the reader may see, the newest first, after the cursor's. */
    List<Application> list(
            Visibility visibility,
            @Nullable String dataset,
            Application.@Nullable State state,
            @Nullable UUID after,
            int limit) {
        NewestFirst page = new NewestFirst(after, limit)
                .seenBy(visibility)
                .with("dataset", dataset)
                .with("state", state);
        return jdbc.sql(page.sql(SELECT))
                .params(page.parameters())
                .query(this::application)
                .list();
    }

    private Application application(ResultSet row, int number) throws SQLException {
        return new Application(
                row.getObject("id", UUID.class),
                row.getString("dataset"),
                row.getString("provider"),
                row.getString("department"),
                row.getString("client"),
                row.getObject("renews", UUID.class),
                json.readValue(row.getString("terms"), Terms.class),
                Application.State.valueOf(row.getString("state")),
                List.of(json.readValue(row.getString("consents"), Consent[].class)),
                json.readValue(row.getString("course"), Course.class),
                row.getString("submitted_by"),
                row.getString("submitted_by_name"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getObject("access_grant", UUID.class),
                row.getInt("version"));
    }
}
