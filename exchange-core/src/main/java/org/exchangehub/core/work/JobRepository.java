package org.exchangehub.core.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.work.Job.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Jobs as they are stored. Whoever works on one holds its fence; a later holder's is higher, and only the highest may write. */
@Repository
class JobRepository {

    private static final String COLUMNS = """
            id, kind, owner_subject, owner_client, owner_department, parameters::text as parameters, state, cancelled, done,
            total, error, created_at, started_at, finished_at, expires_at, file_name, media_type, bytes, rows, digest,
            lease_fence, attempts
            """;

    private final JdbcClient jdbc;

    JobRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A job and the right to work on it. */
    record Claim(Job job, long fence, int attempt) {}

    /** Adds a job unless its owner has asked for it under this key before; empty then. */
    Optional<UUID> add(String kind, Who owner, String parameters, @Nullable String key) {
        return jdbc.sql("""
                        insert into hub.work_job (kind, owner_subject, owner_client, owner_department, parameters,
                            idempotency_key)
                        values (:kind, :subject, :client, :department, :parameters::jsonb, :key)
                        on conflict (owner_subject, kind, idempotency_key) do nothing returning id
                        """)
                .param("kind", kind)
                .param("subject", owner.subject())
                .param("client", owner.client())
                .param("department", owner.department())
                .param("parameters", parameters)
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    Optional<Job> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from hub.work_job where id = ?")
                .param(id)
                .query((row, number) -> job(row))
                .optional();
    }

    Optional<Job> find(String kind, String owner, String key) {
        return jdbc.sql("select " + COLUMNS
                        + " from hub.work_job where kind = ? and owner_subject = ? and idempotency_key = ?")
                .params(kind, owner, key)
                .query((row, number) -> job(row))
                .optional();
    }

    /** An owner's jobs, newest first. */
    List<Job> of(String owner, int most) {
        return jdbc.sql("select " + COLUMNS + " from hub.work_job where owner_subject = ? order by id desc limit ?")
                .params(owner, most)
                .query((row, number) -> job(row))
                .list();
    }

    int open(String owner) {
        return jdbc.sql("select count(*) from hub.work_job where owner_subject = ? and state in ('WAITING', 'RUNNING')")
                .param(owner)
                .query(Integer.class)
                .single();
    }

    /** Takes the job that has waited longest, or one whose instance gives no sign of life. */
    Optional<Claim> claim(String holder, Duration lease) {
        return jdbc.sql("""
                        update hub.work_job set state = 'RUNNING', lease_holder = :holder, lease_fence = lease_fence + 1,
                            attempts = attempts + 1, started_at = coalesce(started_at, now()),
                            lease_until = clock_timestamp() + make_interval(secs => :seconds)
                        where id = (
                            select id from hub.work_job
                            where state in ('WAITING', 'RUNNING') and not_before <= clock_timestamp()
                              and (lease_until is null or lease_until < clock_timestamp())
                            order by created_at limit 1 for update skip locked)
                        returning
                        """ + COLUMNS)
                .param("holder", holder)
                .param("seconds", lease.toMillis() / 1000.0)
                .query((row, number) -> new Claim(job(row), row.getLong("lease_fence"), row.getInt("attempts")))
                .optional();
    }

    /** Prolongs a claim and notes the progress; empty when the job is another's by now, else whether it was called off. */
    Optional<Boolean> extend(Claim claim, Duration lease, long done, @Nullable Long total) {
        return jdbc.sql("""
                        update hub.work_job set lease_until = clock_timestamp() + make_interval(secs => :seconds),
                            done = :done, total = :total
                        where id = :id and lease_fence = :fence and state = 'RUNNING' returning cancelled
                        """)
                .param("seconds", lease.toMillis() / 1000.0)
                .param("done", done)
                .param("total", total)
                .param("id", claim.job().id())
                .param("fence", claim.fence())
                .query(Boolean.class)
                .optional();
    }

    boolean succeed(Claim claim, Job.Result result) {
        return jdbc.sql("""
                        update hub.work_job set state = 'SUCCEEDED', finished_at = now(), expires_at = :expires,
                            file_name = :name, media_type = :type, bytes = :bytes, rows = :rows, digest = :digest,
                            done = coalesce(total, done), lease_holder = null, lease_until = null
                        where id = :id and lease_fence = :fence and state = 'RUNNING'
                        """)
                        .param("expires", OffsetDateTime.ofInstant(result.expiresAt(), ZoneOffset.UTC))
                        .param("name", result.fileName())
                        .param("type", result.mediaType())
                        .param("bytes", result.bytes())
                        .param("rows", result.rows())
                        .param("digest", result.digest())
                        .param("id", claim.job().id())
                        .param("fence", claim.fence())
                        .update()
                == 1;
    }

    /** Ends a claim's job without a result. */
    boolean end(Claim claim, State state, @Nullable String error) {
        return jdbc.sql("""
                        update hub.work_job set state = :state, error = :error, finished_at = now(), lease_holder = null,
                            lease_until = null
                        where id = :id and lease_fence = :fence and state = 'RUNNING'
                        """)
                        .param("state", state.name())
                        .param("error", error)
                        .param("id", claim.job().id())
                        .param("fence", claim.fence())
                        .update()
                == 1;
    }

    /** Gives a claim back, to be taken again after a pause. */
    void release(Claim claim, Duration pause, boolean counts) {
        jdbc.sql("""
                        update hub.work_job set state = 'WAITING', lease_holder = null, lease_until = null,
                            attempts = attempts - case when :counts then 0 else 1 end,
                            not_before = clock_timestamp() + make_interval(secs => :seconds)
                        where id = :id and lease_fence = :fence and state = 'RUNNING'
                        """)
                .param("counts", counts)
                .param("seconds", pause.toMillis() / 1000.0)
                .param("id", claim.job().id())
                .param("fence", claim.fence())
                .update();
    }

    /** Calls a job off: whoever works on it, or takes it next, ends it then. False when it is over. */
    boolean cancel(UUID id) {
        return jdbc.sql("update hub.work_job set cancelled = true where id = ? and state in ('WAITING', 'RUNNING')")
                        .param(id)
                        .update()
                == 1;
    }

    /** The result is no longer kept. */
    void expire(UUID id) {
        jdbc.sql("update hub.work_job set state = 'EXPIRED' where id = ? and state = 'SUCCEEDED'")
                .param(id)
                .update();
    }

    void expireOld() {
        jdbc.sql("update hub.work_job set state = 'EXPIRED' where state = 'SUCCEEDED' and expires_at < now()")
                .update();
        jdbc.sql("delete from hub.work_job where finished_at < now() - interval '90 days'")
                .update();
    }

    /** Whether a file of this job is, or may become, one to be fetched. */
    boolean needsFile(UUID id) {
        return jdbc.sql("select count(*) from hub.work_job where id = ? and state in ('RUNNING', 'SUCCEEDED')")
                        .param(id)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** The fence under which a job's result was written. */
    long fence(UUID id) {
        return jdbc.sql("select lease_fence from hub.work_job where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                new Who(
                        row.getString("owner_subject"),
                        row.getString("owner_client"),
                        row.getString("owner_department")),
                row.getString("parameters"),
                State.valueOf(row.getString("state")),
                row.getBoolean("cancelled"),
                row.getLong("done"),
                row.getObject("total", Long.class),
                row.getString("error"),
                instant(row, "created_at").orElseThrow(),
                instant(row, "started_at").orElse(null),
                instant(row, "finished_at").orElse(null),
                result(row));
    }

    private static Job.@Nullable Result result(ResultSet row) throws SQLException {
        byte[] digest = row.getBytes("digest");
        return digest == null
                ? null
                : new Job.Result(
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getLong("bytes"),
                        row.getLong("rows"),
                        HexFormat.of().formatHex(digest),
                        instant(row, "expires_at").orElseThrow());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
