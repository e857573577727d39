package org.exchangehub.core.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.catalog.Entry.UpdateCycle;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Alerts about datasets that are overdue against their update cycle, raised and cleared once each. */
@Component
class FreshnessAlerts {

    private final DatasetQuality quality;
    private final QualityRepository batches;
    private final AuditOutbox outbox;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    FreshnessAlerts(
            DatasetQuality quality,
            QualityRepository batches,
            AuditOutbox outbox,
            TransactionOperations transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.quality = quality;
        this.batches = batches;
        this.outbox = outbox;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A dataset overdue, or once overdue.
     *
     * @param lastRelease when it was last brought up to date before; null when it never was
     * @param expectedBy when it was overdue from, grace among it
     * @param clearedAt null while it is overdue
     */
    record Alert(
            long id,
            String dataset,
            String department,
            UpdateCycle cycle,
            @Nullable Instant lastRelease,
            Instant expectedBy,
            Instant raisedAt,
            @Nullable Instant clearedAt) {}

    /** Raises or clears the dataset's alert as it is needed; nothing happens when it is as it should be. */
    void look(Dataset dataset) {
        Instant lastUpdate = batches.lastUpdate(dataset.code());
        Instant expectedBy = quality.expectedBy(dataset, lastUpdate);
        Instant overdueSince = expectedBy != null && !clock.instant().isBefore(expectedBy) ? expectedBy : null;
        Alert open = open(dataset.code()).orElse(null);
        Alert over = open != null && (overdueSince == null || updatedSince(open, lastUpdate)) ? open : null;
        if (over == null && (overdueSince == null || open != null)) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (over != null) {
                clear(over, lastUpdate);
            }
            if (overdueSince != null) {
                raise(dataset, lastUpdate, overdueSince);
            }
        });
    }

    /** Whether the alert is of an earlier time than now: the dataset was updated and is overdue again, unseen by any round. */
    private static boolean updatedSince(Alert open, @Nullable Instant lastUpdate) {
        return lastUpdate != null && lastUpdate.isAfter(open.expectedBy());
    }

    private void raise(Dataset dataset, @Nullable Instant lastUpdate, Instant expectedBy) {
        UpdateCycle cycle = dataset.entry().updateCycle();
        if (cycle == null) {
            throw new IllegalArgumentException("a dataset without an update cycle is never overdue");
        }
        int rows = jdbc.sql("""
                        insert into hub.freshness_alert (dataset, department, cycle, last_release, expected_by, raised_at)
                        values (:dataset, :department, :cycle, :last, :expected, :now) on conflict do nothing
                        """)
                .param("dataset", dataset.code())
                .param("department", dataset.department())
                .param("cycle", cycle.name())
                .param("last", QualityRepository.time(lastUpdate))
                .param("expected", QualityRepository.time(expectedBy))
                .param("now", QualityRepository.time(clock.instant()))
                .update();
        if (rows == 1) {
            outbox.add(AuditFact.of(Auditable.FRESHNESS_ALERT_RAISED, Who.HUB)
                    .dataset(dataset.code())
                    .detail("cycle", cycle)
                    .detail("lastRelease", lastUpdate)
                    .detail("expectedBy", expectedBy)
                    .build());
        }
    }

    private void clear(Alert alert, @Nullable Instant lastUpdate) {
        int rows = jdbc.sql("""
                        update hub.freshness_alert set cleared_at = :now where id = :alert and cleared_at is null
                        """)
                .param("now", QualityRepository.time(clock.instant()))
                .param("alert", alert.id())
                .update();
        if (rows == 1) {
            outbox.add(AuditFact.of(Auditable.FRESHNESS_ALERT_CLEARED, Who.HUB)
                    .dataset(alert.dataset())
                    .detail("lastRelease", lastUpdate)
                    .build());
        }
    }

    /** The alert about a dataset that is overdue now. */
    Optional<Alert> open(String dataset) {
        return jdbc.sql("select * from hub.freshness_alert where dataset = :dataset and cleared_at is null")
                .param("dataset", dataset)
                .query(FreshnessAlerts::alert)
                .optional();
    }

    /**
     * Newest first, from behind {@code before} on.
     *
     * @param department whose datasets; null for all
     * @param cleared whether those are wanted that are over
     */
    List<Alert> newest(@Nullable String department, boolean cleared, @Nullable Long before, int limit) {
        return jdbc.sql("""
                        select * from hub.freshness_alert
                         where (cast(:department as text) is null or department = :department)
                           and (cleared_at is not null) = :cleared
                           and id < coalesce(cast(:before as bigint), 9223372036854775807)
                         order by id desc limit :limit
                        """)
                .param("department", department)
                .param("cleared", cleared)
                .param("before", before)
                .param("limit", limit)
                .query(FreshnessAlerts::alert)
                .list();
    }

    private static Alert alert(ResultSet row, int n) throws SQLException {
        return new Alert(
                row.getLong("id"),
                row.getString("dataset"),
                row.getString("department"),
                UpdateCycle.valueOf(row.getString("cycle")),
                instant(row, "last_release"),
                row.getObject("expected_by", OffsetDateTime.class).toInstant(),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                instant(row, "cleared_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
