package org.exchangehub.core.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The jurisdiction's limits. A change holds for what is opened afterwards. */
@Component
class DeadlineLimits {

    private static final String SELECT =
            "select kind, days, extension_days, reminder_days, version from hub.deadline_limit";

    private final JdbcClient jdbc;
    private final AuditOutbox outbox;
    private final Clock clock;

    DeadlineLimits(JdbcClient jdbc, AuditOutbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** All, in the order of the kinds. */
    List<DeadlineLimit> all() {
        return jdbc.sql(SELECT).query(DeadlineLimits::limit).list().stream()
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .toList();
    }

    DeadlineLimit of(DeadlineKind kind) {
        return jdbc.sql(SELECT + " where kind = :kind")
                .param("kind", kind.name())
                .query(DeadlineLimits::limit)
                .single();
    }

    /**
     * Stores a limit over the version it was made from.
     *
     * @throws HubProblem {@code REQUEST_INVALID} above the decree's ceiling, {@code PRECONDITION_FAILED} when it has changed since
     */
    @Transactional
    public DeadlineLimit put(DeadlineLimit wanted, Who by) {
        DeadlineLimit checked = wanted.checked();
        DeadlineLimit before = of(checked.kind());
        int rows = jdbc.sql("""
                        update hub.deadline_limit
                           set days = :days, extension_days = :extension, reminder_days = :reminder,
                               version = version + 1, changed_by = :by, changed_at = :at
                         where kind = :kind and version = :version
                        """)
                .param("days", checked.days())
                .param("extension", checked.extensionDays())
                .param("reminder", checked.reminderDays())
                .param("by", by.subject())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kind", checked.kind().name())
                .param("version", checked.version())
                .update();
        if (rows == 0) {
            throw new HubProblem(
                    ErrorCode.PRECONDITION_FAILED, "The limit of " + checked.kind() + " has changed; read it again.");
        }
        outbox.add(AuditFact.of(Auditable.DEADLINE_LIMIT_CHANGED, by)
                .basis(checked.kind().article())
                .detail("kind", checked.kind())
                .detail("days", checked.days())
                .detail("daysBefore", before.days())
                .detail("extensionDays", checked.extensionDays())
                .detail("extensionDaysBefore", before.extensionDays())
                .detail("reminderDays", checked.reminderDays())
                .detail("reminderDaysBefore", before.reminderDays())
                .build());
        return of(checked.kind());
    }

    private static DeadlineLimit limit(ResultSet row, int number) throws SQLException {
        return new DeadlineLimit(
                DeadlineKind.valueOf(row.getString("kind")),
                row.getInt("days"),
                row.getInt("extension_days"),
                row.getInt("reminder_days"),
                row.getInt("version"));
    }
}
