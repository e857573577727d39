package org.exchangehub.core.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How much a department's senders may upload on one day of the jurisdiction. Only parts that were taken in count, once each,
 * with the bytes they came as.
 */
@Service
class UploadQuota {

    private final JdbcClient jdbc;
    private final AuditOutbox outbox;
    private final IngestSettings settings;
    private final Clock clock;
    private final ZoneId zone;

    UploadQuota(JdbcClient jdbc, AuditOutbox outbox, IngestSettings settings, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A department's quota as it stands.
     *
     * @param bytesPerDay what it may upload on one day
     * @param used of it, today
     * @param resetsIn time until the next day begins
     * @param version 0 while the usual holds
     */
    record Standing(long bytesPerDay, long used, Duration resetsIn, int version) {

        long remaining() {
            return Math.max(0, bytesPerDay - used);
        }
    }

    Standing of(String department) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Duration resetsIn =
                Duration.between(now, today.plusDays(1).atStartOfDay(zone).toInstant());
        long used = jdbc.sql("select bytes from hub.ingest_upload where department = :department and day = :day")
                .param("department", department)
                .param("day", today)
                .query(Long.class)
                .optional()
                .orElse(0L);
        return own(department, used, resetsIn)
                .orElseGet(() -> new Standing(settings.uploadPerDay().toBytes(), used, resetsIn, 0));
    }

    private Optional<Standing> own(String department, long used, Duration resetsIn) {
        return jdbc.sql("select bytes_per_day, version from hub.ingest_upload_quota where department = :department")
                .param("department", department)
                .query((row, n) -> new Standing(row.getLong(1), used, resetsIn, row.getInt(2)))
                .optional();
    }

    /** What is left today; refuses with {@code QUOTA_EXCEEDED} and the time to wait when nothing is. */
    long remaining(String department) {
        Standing standing = of(department);
        if (standing.remaining() == 0) {
            throw exceeded(department, standing);
        }
        return standing.remaining();
    }

    HubProblem exceeded(String department) {
        return exceeded(department, of(department));
    }

    private static HubProblem exceeded(String department, Standing standing) {
        return new HubProblem(
                        ErrorCode.QUOTA_EXCEEDED,
                        "Department " + department + " may upload " + standing.bytesPerDay() + " bytes a day and has"
                                + " uploaded " + standing.used() + " today; what was taken in stays, go on tomorrow")
                .retryAfter(standing.resetsIn());
    }

    /** Counts a part within the transaction that takes it in. */
    void count(String department, long bytes) {
        jdbc.sql("""
                        insert into hub.ingest_upload (department, day, bytes) values (:department, :day, :bytes)
                        on conflict (department, day) do update set bytes = ingest_upload.bytes + excluded.bytes
                        """)
                .param("department", department)
                .param("day", LocalDate.ofInstant(clock.instant(), zone))
                .param("bytes", bytes)
                .update();
    }

    /**
     * Gives a department a quota of its own.
     *
     * @param version the one that was read, 0 for the usual
     * @throws HubProblem {@code PRECONDITION_FAILED} when it has been changed since
     */
    @Transactional
    public Standing set(String department, int version, long bytesPerDay, Who who) {
        OffsetDateTime now = clock.instant().atZone(zone).toOffsetDateTime();
        int changed = jdbc.sql(version == 0 ? """
                                  insert into hub.ingest_upload_quota (department, bytes_per_day, version, changed_by, changed_at)
                                  values (:department, :bytes, :version + 1, :who, :now) on conflict do nothing
                                  """ : """
                                  update hub.ingest_upload_quota set bytes_per_day = :bytes, version = version + 1,
                                         changed_by = :who, changed_at = :now
                                   where department = :department and version = :version
                                  """)
                .param("department", department)
                .param("bytes", bytesPerDay)
                .param("version", version)
                .param("who", who.subject())
                .param("now", now)
                .update();
        if (changed == 0) {
            throw new HubProblem(
                    ErrorCode.PRECONDITION_FAILED, "The quota of " + department + " has been changed; read it again");
        }
        outbox.add(AuditFact.of(Auditable.UPLOAD_QUOTA_CHANGED, who)
                .detail("department", department)
                .detail("bytesPerDay", bytesPerDay)
                .build());
        return of(department);
    }
}
