package org.exchangehub.core.ingest;

import java.time.Clock;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The policies stewards have set; datasets without one follow the configured defaults. */
@Service
class IngestPolicies {

    private final JdbcClient jdbc;
    private final IngestSettings settings;
    private final AuditOutbox outbox;
    private final Clock clock;

    IngestPolicies(JdbcClient jdbc, IngestSettings settings, AuditOutbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
    }

    IngestPolicy of(String dataset) {
        return jdbc.sql("""
                        select reject_above_share, reject_above_rows, hold_above_share, hold_above_rows, paused, version
                          from hub.ingest_policy where dataset = :dataset
                        """)
                .param("dataset", dataset)
                .query((row, n) -> new IngestPolicy(
                        row.getDouble("reject_above_share"),
                        row.getObject("reject_above_rows", Long.class),
                        row.getDouble("hold_above_share"),
                        row.getLong("hold_above_rows"),
                        row.getBoolean("paused"),
                        row.getInt("version")))
                .optional()
                .orElseGet(() -> new IngestPolicy(
                        settings.rejectAbove(), null, settings.holdAbove(), settings.holdAboveRows(), false, 0));
    }

    /** Sets a dataset's policy; refuses with {@code PRECONDITION_FAILED} when it is no longer the version that was read. */
    @Transactional
    public IngestPolicy set(String dataset, int read, IngestPolicy wanted, Who who) {
        IngestPolicy next = new IngestPolicy(
                wanted.rejectAboveShare(),
                wanted.rejectAboveRows(),
                wanted.holdAboveShare(),
                wanted.holdAboveRows(),
                wanted.paused(),
                read + 1);
        int written = jdbc.sql("""
                        insert into hub.ingest_policy as p (dataset, reject_above_share, reject_above_rows, hold_above_share,
                                                            hold_above_rows, paused, version, changed_by, changed_at)
                        select :dataset, :rejectShare, :rejectRows, :holdShare, :holdRows, :paused, :version, :by, :at
                         where :read = coalesce((select version from hub.ingest_policy where dataset = :dataset), 0)
                        on conflict (dataset) do update
                           set reject_above_share = excluded.reject_above_share,
                               reject_above_rows = excluded.reject_above_rows,
                               hold_above_share = excluded.hold_above_share, hold_above_rows = excluded.hold_above_rows,
                               paused = excluded.paused, version = excluded.version, changed_by = excluded.changed_by,
                               changed_at = excluded.changed_at
                         where p.version = :read
                        """)
                .param("dataset", dataset)
                .param("rejectShare", next.rejectAboveShare())
                .param("rejectRows", next.rejectAboveRows(), java.sql.Types.BIGINT)
                .param("holdShare", next.holdAboveShare())
                .param("holdRows", next.holdAboveRows())
                .param("paused", next.paused())
                .param("version", next.version())
                .param("by", who.subject())
                .param("at", BatchRepository.time(clock.instant()))
                .param("read", read)
                .update();
        if (written == 0) {
            throw new HubProblem(
                    ErrorCode.PRECONDITION_FAILED, "The policy was changed by somebody else; read it again.");
        }
        outbox.add(AuditFact.of(Auditable.INGEST_POLICY_CHANGED, who)
                .dataset(dataset)
                .detail("rejectAboveShare", next.rejectAboveShare())
                .detail("rejectAboveRows", next.rejectAboveRows())
                .detail("holdAboveShare", next.holdAboveShare())
                .detail("holdAboveRows", next.holdAboveRows())
                .detail("paused", next.paused())
                .build());
        return next;
    }
}
