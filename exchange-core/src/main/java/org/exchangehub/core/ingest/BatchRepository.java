package org.exchangehub.core.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.ingest.Batch.Commitment;
import org.exchangehub.core.ingest.Batch.Receipt;
import org.exchangehub.core.ingest.Batch.State;
import org.exchangehub.core.publication.Release.Mode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of batches and their parts. */
@Repository
class BatchRepository {

    private static final String SELECT = """
            select id, dataset, sender, batch_key, mode, schema_version, declared_rows, state, opened_at,
                   corrects, mapping, unresolved, hold::text as hold, approved, committed_at, parts, rejects, rows, who_subject, who_client, who_department, outcome::text as outcome,
                   receipt, evidence,
                   case when state = 'COMMITTED' and lease_holder is null then attempts + outages else 0 end as failures, lease_until
              from hub.ingest_batch
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BatchRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds an open batch; false when the sender has one with this key already. */
    boolean add(Batch batch) {
        return jdbc.sql("""
                        insert into hub.ingest_batch
                               (id, dataset, sender, batch_key, mode, schema_version, declared_rows, state, opened_at,
                                corrects, mapping)
                        values (:id, :dataset, :sender, :key, :mode, :schemaVersion, :declaredRows, :state, :openedAt,
                                :corrects, :mapping)
                        on conflict (dataset, sender, batch_key) do nothing
                        """)
                        .param("id", batch.id())
                        .param("dataset", batch.dataset())
                        .param("sender", batch.sender())
                        .param("key", batch.key())
                        .param("mode", batch.mode().name())
                        .param("schemaVersion", batch.schemaVersion())
                        .param("declaredRows", batch.declaredRows())
                        .param("state", batch.state().name())
                        .param("openedAt", time(batch.openedAt()))
                        .param("corrects", batch.corrects())
                        .param("mapping", batch.mapping())
                        .update()
                == 1;
    }

    Optional<Batch> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::batch)
                .optional();
    }

    /** Finds and holds the batch until this transaction ends. */
    Optional<Batch> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query(this::batch)
                .optional();
    }

    Optional<Batch> find(String dataset, String sender, String key) {
        return jdbc.sql(SELECT + " where dataset = :dataset and sender = :sender and batch_key = :key")
                .param("dataset", dataset)
                .param("sender", sender)
                .param("key", key)
                .query(this::batch)
                .optional();
    }

    /** Newest first, from behind {@code before} on. */
    List<Batch> newest(String dataset, @Nullable UUID before, int limit) {
        return jdbc.sql(SELECT + """
                         where dataset = :dataset and (cast(:before as uuid) is null or id < cast(:before as uuid))
                         order by id desc limit :limit
                        """)
                .param("dataset", dataset)
                .param("before", before)
                .param("limit", limit)
                .query(this::batch)
                .list();
    }

    /** Adds a part; false when the batch has one of this kind and number already. */
    boolean add(Part part, Instant now) {
        return jdbc.sql("""
                        insert into hub.ingest_part (batch, kind, number, format, coding, digest, bytes, received_at)
                        values (:batch, :kind, :number, :format, :coding, :digest, :bytes, :now)
                        on conflict (batch, kind, number) do nothing
                        """)
                        .param("batch", part.batch())
                        .param("kind", part.kind().name())
                        .param("number", part.number())
                        .param("format", part.format().name())
                        .param("coding", part.coding().name())
                        .param("digest", part.digest().bytes())
                        .param("bytes", part.bytes())
                        .param("now", time(now))
                        .update()
                == 1;
    }

    /** In the order of their numbers, rows before rejects. */
    List<Part> parts(UUID batch) {
        return jdbc.sql("""
                        select batch, kind, number, format, coding, digest, bytes from hub.ingest_part
                         where batch = :batch order by kind, number
                        """)
                .param("batch", batch)
                .query((row, n) -> new Part(
                        row.getObject("batch", UUID.class),
                        Part.Kind.valueOf(row.getString("kind")),
                        row.getInt("number"),
                        PartFormat.valueOf(row.getString("format")),
                        ContentCoding.valueOf(row.getString("coding")),
                        ContentDigest.of(row.getBytes("digest")),
                        row.getLong("bytes")))
                .list();
    }

    /**
     * Writes a commitment and puts the batch in its dataset's order; the order is that in which commits become visible
     * because they are made one at a time per dataset.
     */
    void commit(Batch batch, Commitment commitment) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('ingest:' || :dataset, 0))")
                .param("dataset", batch.dataset())
                .query(rs -> {});
        jdbc.sql("""
                        update hub.ingest_batch
                           set state = :state, commit_order = nextval('hub.ingest_commit_order'), committed_at = :at,
                               parts = :parts, rejects = :rejects, rows = :rows,
                               who_subject = :subject, who_client = :client, who_department = :department
                         where id = :id
                        """)
                .param("state", batch.state().name())
                .param("at", time(commitment.at()))
                .param("parts", commitment.parts())
                .param("rejects", commitment.rejects())
                .param("rows", commitment.rows())
                .param("subject", commitment.who().subject())
                .param("client", commitment.who().client())
                .param("department", commitment.who().department())
                .param("id", batch.id())
                .update();
    }

    /** Writes that a batch waits for its steward, or goes on. */
    void hold(Batch batch) {
        jdbc.sql("""
                        update hub.ingest_batch
                           set state = :state, hold = :hold::jsonb, approved = :approved,
                               lease_holder = null, lease_until = null, last_error = null, attempts = 0, outages = 0
                         where id = :id
                        """)
                .param("state", batch.state().name())
                .param("hold", batch.hold() == null ? null : json.writeValueAsString(batch.hold()))
                .param("approved", batch.approved())
                .param("id", batch.id())
                .update();
    }

    void finish(Batch batch, BatchOutcome outcome, UUID fact) {
        jdbc.sql("""
                        update hub.ingest_batch
                           set state = :state, finished_at = :at, release = :release, unresolved = :unresolved, outcome = :outcome::jsonb, fact = :fact,
                               lease_holder = null, lease_until = null, last_error = null
                         where id = :id
                        """)
                .param("state", batch.state().name())
                .param("at", time(outcome.at()))
                .param("release", outcome.release())
                .param("unresolved", outcome.counts().quarantined())
                .param("outcome", json.writeValueAsString(outcome))
                .param("fact", fact)
                .param("id", batch.id())
                .update();
    }

    /** Marks the quarantined rows of an earlier batch that this one has published, by their numbers. */
    void resolve(UUID earlier, UUID by, String rowNumbers) {
        int resolved = jdbc.sql("update hub.ingest_quarantine set resolved_by = :by where batch = :earlier"
                        + " and resolved_by is null and row_number in (" + rowNumbers + ")")
                .param("by", by)
                .param("earlier", earlier)
                .update();
        jdbc.sql("update hub.ingest_batch set unresolved = unresolved - :resolved where id = :earlier")
                .param("resolved", resolved)
                .param("earlier", earlier)
                .update();
    }

    /** Takes back what {@link #resolve} marked for a batch. */
    void unresolve(UUID by) {
        jdbc.sql("""
                        with waiting as (update hub.ingest_quarantine set resolved_by = null where resolved_by = :by returning batch),
                             counted as (select batch, count(*) as rows from waiting group by batch)
                        update hub.ingest_batch b set unresolved = b.unresolved + c.rows from counted c where b.id = c.batch
                        """).param("by", by).update();
    }

    /** How many batches of the dataset wait to be worked on or are held, counted up to {@code most}. */
    int waiting(String dataset, int most) {
        return jdbc.sql("""
                        select count(*) from (select 1 from hub.ingest_batch
                         where dataset = :dataset and state in ('COMMITTED', 'HELD') limit :most) w
                        """)
                .param("dataset", dataset)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** A finished batch without its receipt, and the fact the log was told of it. */
    record Unreceipted(UUID batch, UUID fact) {}

    List<Unreceipted> unreceipted(int limit) {
        return jdbc.sql("""
                        select id, fact from hub.ingest_batch
                         where finished_at is not null and receipt is null order by finished_at limit :limit
                        """)
                .param("limit", limit)
                .query((row, n) -> new Unreceipted(row.getObject("id", UUID.class), row.getObject("fact", UUID.class)))
                .list();
    }

    /** Keeps the first receipt made: instances may make it at the same time. */
    void receipt(UUID batch, Receipt receipt) {
        jdbc.sql("update hub.ingest_batch set receipt = :note, evidence = :evidence where id = :id and receipt is null")
                .param("note", receipt.note())
                .param("evidence", receipt.evidence())
                .param("id", batch)
                .update();
    }

    private Batch batch(ResultSet row, int n) throws SQLException {
        String outcome = row.getString("outcome");
        String note = row.getString("receipt");
        String hold = row.getString("hold");
        return new Batch(
                row.getObject("id", UUID.class),
                row.getString("dataset"),
                row.getString("sender"),
                row.getString("batch_key"),
                Mode.valueOf(row.getString("mode")),
                row.getInt("schema_version"),
                row.getObject("declared_rows", Long.class),
                State.valueOf(row.getString("state")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("corrects", UUID.class),
                row.getString("mapping"),
                row.getLong("unresolved"),
                hold == null ? null : json.readValue(hold, Batch.Hold.class),
                row.getBoolean("approved"),
                commitment(row),
                outcome == null ? null : json.readValue(outcome, BatchOutcome.class),
                note == null ? null : new Receipt(note, row.getString("evidence")),
                retry(row));
    }

    private static Batch.@Nullable Retry retry(ResultSet row) throws SQLException {
        int failures = row.getInt("failures");
        OffsetDateTime nextAt = row.getObject("lease_until", OffsetDateTime.class);
        return failures == 0 || nextAt == null ? null : new Batch.Retry(failures, nextAt.toInstant());
    }

    private static @Nullable Commitment commitment(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("committed_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Commitment(
                        row.getInt("parts"),
                        row.getInt("rejects"),
                        row.getObject("rows", Long.class),
                        new Who(
                                row.getString("who_subject"),
                                row.getString("who_client"),
                                row.getString("who_department")),
                        at.toInstant());
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
