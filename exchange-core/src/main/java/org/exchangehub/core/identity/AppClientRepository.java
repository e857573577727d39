package org.exchangehub.core.identity;

import com.nimbusds.jose.jwk.JWK;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AppClientRepository {

    private static final String SELECT = """
            select client, department, title, method, state, made_by, known_at, revoked_by, revoked_at, reason
              from hub.app_client
            """;

    private final JdbcClient jdbc;

    AppClientRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AppClient> find(String client) {
        return jdbc.sql(SELECT + " where client = ?")
                .param(client)
                .query(this::read)
                .optional();
    }

    AppClient get(String client) {
        return find(client)
                .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no client " + client + "."));
    }

    /** Those of a department, or all; by id, at most 1 000. */
    List<AppClient> list(@Nullable String department) {
        return jdbc.sql(
                        SELECT
                                + " where cast(:department as text) is null or department = :department order by client limit 1000")
                .param("department", department)
                .query(this::read)
                .list();
    }

    List<String> revoked() {
        return jdbc.sql("select client from hub.app_client where state = 'REVOKED'")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** One found in the identity provider. */
    void keep(String client, String department) {
        jdbc.sql("insert into hub.app_client (client, department) values (?, ?) on conflict do nothing")
                .param(client)
                .param(department)
                .update();
    }

    /** Refuses with {@code CONFLICT} a client that is there by now. */
    void add(String client, String department, String title, AppClient.Method method, String madeBy) {
        int rows = jdbc.sql("""
                        insert into hub.app_client (client, department, title, method, made_by)
                        values (:client, :department, :title, :method, :madeBy) on conflict do nothing
                        """)
                .param("client", client)
                .param("department", department)
                .param("title", title)
                .param("method", method.name())
                .param("madeBy", madeBy)
                .update();
        if (rows == 0) {
            throw new HubProblem(ErrorCode.CONFLICT, "There is a client " + client + " already; choose another code.");
        }
    }

    /** Adds keys; those there were end then, unless they end before. */
    void replaceKeys(String client, List<JWK> added, @Nullable Instant oldEnd) {
        jdbc.sql("select 1 from hub.app_client where client = ? for update")
                .param(client)
                .query(rs -> {});
        if (oldEnd != null) {
            jdbc.sql("""
                            update hub.app_client_key set ends_at = least(coalesce(ends_at, :end), :end)
                             where client = :client
                            """)
                    .param("end", oldEnd.atOffset(ZoneOffset.UTC))
                    .param("client", client)
                    .update();
        }
        for (JWK key : added) {
            jdbc.sql("insert into hub.app_client_key (client, id, jwk) values (?, ?, ?::jsonb)")
                    .param(client)
                    .param(key.getKeyID())
                    .param(key.toJSONString())
                    .update();
        }
    }

    void setMethod(String client, AppClient.Method method) {
        jdbc.sql("update hub.app_client set method = ? where client = ?")
                .param(method.name())
                .param(client)
                .update();
    }

    /** The set of keys that have not ended (RFC 7517). */
    String jwks(String client) {
        List<String> keys = jdbc.sql("""
                        select jwk::text from hub.app_client_key
                         where client = ? and (ends_at is null or ends_at > now()) order by added_at, id
                        """)
                .param(client)
                .query((row, number) -> row.getString(1))
                .list();
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    void revoke(String client, String by, String reason, Instant at) {
        int rows = jdbc.sql("""
                        update hub.app_client set state = 'REVOKED', revoked_by = :by, revoked_at = :at, reason = :reason
                         where client = :client and state = 'ACTIVE'
                        """)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("client", client)
                .update();
        if (rows == 0) {
            throw new HubProblem(ErrorCode.CONFLICT, "Client " + client + " is already revoked.");
        }
    }

    /** A revoked client the identity provider has not been told of yet; held until the transaction ends. */
    Optional<String> untold() {
        return jdbc.sql("""
                        select client from hub.app_client where state = 'REVOKED' and not provider_told
                         order by revoked_at limit 1 for update skip locked
                        """).query(String.class).optional();
    }

    void told(String client) {
        jdbc.sql("update hub.app_client set provider_told = true where client = ?")
                .param(client)
                .update();
    }

    /** A client in force with keys that have ended; held until the transaction ends. */
    Optional<String> withEndedKeys() {
        return jdbc.sql("""
                        select client from hub.app_client c
                         where state = 'ACTIVE' and exists
                               (select 1 from hub.app_client_key k where k.client = c.client and k.ends_at <= now())
                         order by client limit 1 for update skip locked
                        """).query(String.class).optional();
    }

    List<String> removeEndedKeys(String client) {
        return jdbc.sql("delete from hub.app_client_key where client = ? and ends_at <= now() returning id")
                .param(client)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private AppClient read(ResultSet row, int number) throws SQLException {
        String client = row.getString("client");
        String method = row.getString("method");
        return new AppClient(
                client,
                row.getString("department"),
                row.getString("title"),
                method == null ? null : AppClient.Method.valueOf(method),
                AppClient.State.valueOf(row.getString("state")),
                keys(client),
                row.getString("made_by"),
                row.getObject("known_at", OffsetDateTime.class).toInstant(),
                row.getString("revoked_by"),
                instant(row, "revoked_at"),
                row.getString("reason"));
    }

    private List<AppClient.ClientKey> keys(String client) {
        return jdbc.sql("select id, added_at, ends_at from hub.app_client_key where client = ? order by added_at, id")
                .param(client)
                .query((row, number) -> new AppClient.ClientKey(
                        row.getString("id"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant(),
                        instant(row, "ends_at")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
