package org.exchangehub.core.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds of open cases on entries: what is personal in them does not expire, and their shard is not pruned. */
@Component
public class LogHolds {

    /** Any fixed number: the first eight letters of "hub log holds". Held while a hold is placed, and while bodies are erased. */
    static final long LOCK = 0x6875_626c_6f67_686fL;

    private final JdbcClient jdbc;
    private final AuditOutbox outbox;
    private final TransactionTemplate transaction;

    LogHolds(DataSource releaseDataSource, AuditOutbox outbox, PlatformTransactionManager transactions) {
        this.jdbc = JdbcClient.create(releaseDataSource);
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Places a hold; in the caller's transaction if there is one. */
    public Hold place(Hold.Scope scope, String caseId, String reason, Who by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
            Hold hold = inserted(scope, caseId, reason, by);
            outbox.add(fact(Auditable.HOLD_PLACED, hold, by).build());
            return hold;
        }));
    }

    private Hold inserted(Hold.Scope scope, String caseId, String reason, Who by) {
        JdbcClient.StatementSpec insert =
                jdbc.sql("""
                        insert into hub.log_hold
                            (first_index, last_index, client, account, token, case_id, reason, placed_by)
                        values (:first, :last, :client, :account, :token, :case, :reason, :by) returning *
                        """).param("case", caseId).param("reason", reason).param("by", by.subject());
        return scoped(insert, scope).query(LogHolds::hold).single();
    }

    private static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec insert, Hold.Scope scope) {
        return switch (scope) {
            case Hold.Scope.Range(long first, long last) -> scoped(insert, first, last, null, null, null);
            case Hold.Scope.Callers(String client, String account, long first, long last) ->
                scoped(insert, first, last, client, account, null);
            case Hold.Scope.Subject(String token) -> scoped(insert, null, null, null, null, token);
        };
    }

    private static JdbcClient.StatementSpec scoped(
            JdbcClient.StatementSpec insert,
            @Nullable Long first,
            @Nullable Long last,
            @Nullable String client,
            @Nullable String account,
            @Nullable String token) {
        return insert.param("first", first)
                .param("last", last)
                .param("client", client)
                .param("account", account)
                .param("token", token);
    }

    /**
     * Lets a case's hold on a caller's entries reach further; in the caller's transaction if there is one. The log says what the hold
     * covered in the end when it is released.
     *
     * @throws HubProblem {@code NOT_FOUND} when the case has no such hold any more
     */
    public void extend(String caseId, long first, long last) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
            int extended = jdbc.sql("""
                            update hub.log_hold set last_index = greatest(last_index, :last)
                            where case_id = :case and first_index = :first and account is not null
                                and released_at is null
                            """)
                    .param("case", caseId)
                    .param("first", first)
                    .param("last", last)
                    .update();
            if (extended != 1) {
                throw new HubProblem(
                        ErrorCode.NOT_FOUND, "The case " + caseId + " has no hold from the entry " + first + " on.");
            }
        });
    }

    /**
     * Releases a hold; in the caller's transaction if there is one.
     *
     * @throws HubProblem {@code NOT_FOUND} when there is no such hold, or it is released already
     */
    public void release(UUID id, Who by) {
        transaction.executeWithoutResult(status -> {
            Hold hold = jdbc.sql("""
                            update hub.log_hold set released_by = :by, released_at = now()
                            where id = :id and released_at is null returning *
                            """)
                    .param("by", by.subject())
                    .param("id", id)
                    .query(LogHolds::hold)
                    .optional()
                    .orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no hold " + id + " any more."));
            outbox.add(fact(Auditable.HOLD_RELEASED, hold, by).build());
        });
    }

    /** A case's holds, also those released, in the order they were placed. */
    public List<Hold> of(String caseId) {
        return jdbc.sql("select * from hub.log_hold where case_id = ? order by placed_at, id")
                .param(caseId)
                .query(LogHolds::hold)
                .list();
    }

    private static AuditFact.Builder fact(Auditable kind, Hold hold, Who by) {
        AuditFact.Builder fact =
                AuditFact.of(kind, by).detail("hold", hold.id()).detail("case", hold.caseId());
        return switch (hold.scope()) {
            case Hold.Scope.Range range -> fact.detail("first", range.first()).detail("last", range.last());
            case Hold.Scope.Callers callers ->
                fact.detail("first", callers.first())
                        .detail("last", callers.last())
                        .detail("caller", callers.client() + "/" + callers.account());
            case Hold.Scope.Subject subject -> fact.detail("token", subject.token());
        };
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        return new Hold(
                row.getObject("id", UUID.class),
                scope(row),
                row.getString("case_id"),
                row.getString("reason"),
                row.getString("placed_by"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("released_at", OffsetDateTime.class)));
    }

    private static Hold.Scope scope(ResultSet row) throws SQLException {
        String token = row.getString("token");
        if (token != null) {
            return new Hold.Scope.Subject(token);
        }
        String client = row.getString("client");
        String account = row.getString("account");
        long first = row.getLong("first_index");
        long last = row.getLong("last_index");
        return client == null || account == null
                ? new Hold.Scope.Range(first, last)
                : new Hold.Scope.Callers(client, account, first, last);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
