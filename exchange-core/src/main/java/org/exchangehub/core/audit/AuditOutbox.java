package org.exchangehub.core.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Facts about state changes, written in the transaction that makes the change and drained into the log in commit order.
 *
 * <p>Rows are inserted just before the commit, under an advisory lock that the commit releases: so positions are given
 * in commit order, and the lock is never held while a transaction works.
 */
@Component
public class AuditOutbox {

    /** Any fixed number: the first eight letters of "hub audit outbox". */
    private static final long ORDER_LOCK = 0x6875_6261_7564_6974L;

    private final JdbcTemplate jdbc;
    private final LogEntries entries;
    private final LogWriter writer;

    AuditOutbox(DataSource releaseDataSource, LogEntries entries, LogWriter writer) {
        this.jdbc = new JdbcTemplate(releaseDataSource);
        this.entries = entries;
        this.writer = writer;
    }

    /**
     * Adds a fact to the current transaction of the release data source; it reaches the log if and only if that
     * transaction commits.
     *
     * @return the fact's id, for {@link AuditLog#evidenceOf(UUID)}
     * @throws IllegalStateException when no transaction is active
     */
    public UUID add(AuditFact fact) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a state change and its fact are one transaction: none is active");
        }
        LogEntry entry = entries.of(fact);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                insert(entry);
            }

            @Override
            public void afterCommit() {
                writer.wake();
            }
        });
        return entry.fact();
    }

    private void insert(LogEntry entry) {
        LogEntry.Body body = entry.body();
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, ORDER_LOCK);
        jdbc.update(connection -> {
            var statement = connection.prepareStatement("""
                    insert into hub.audit_outbox (fact, at, entry, salt, body, tokens) values (?, ?, ?, ?, ?, ?)
                    """);
            statement.setObject(1, entry.fact());
            statement.setObject(2, OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
            statement.setBytes(3, entry.entry());
            statement.setBytes(4, salt(body));
            statement.setBytes(5, body == null ? null : body.json());
            statement.setArray(
                    6, connection.createArrayOf("text", entry.tokens().toArray()));
            return statement;
        });
    }

    private static byte @Nullable [] salt(LogEntry.@Nullable Body body) {
        return body == null ? null : body.salt();
    }

    /** What the log has taken is kept there; the outbox need not keep it too. */
    @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void removeTaken() {
        jdbc.update("delete from hub.audit_outbox where position <= (select outbox_position from hub.log_head)");
    }
}
