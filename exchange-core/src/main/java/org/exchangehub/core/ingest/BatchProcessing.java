package org.exchangehub.core.ingest;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Outcome;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.ingest.Batch.Commitment;
import org.exchangehub.core.ingest.BatchObserver.Observation;
import org.exchangehub.core.ingest.BatchOutcome.Counts;
import org.exchangehub.core.ingest.BatchOutcome.Problem;
import org.exchangehub.core.ingest.Leases.Lease;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.publication.Release;
import org.exchangehub.core.publication.Release.Mode;
import org.exchangehub.core.publication.Releases;
import org.exchangehub.core.publication.Staging;
import org.exchangehub.core.publication.StagingArea;
import org.exchangehub.schemas.StandardReference;
import org.exchangehub.schemas.encoding.MalformedRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings a claimed batch to its end: decode, check, stage, then one transaction that merges, quarantines, writes the outcome
 * and tells the audit outbox. Whatever happens before that transaction can happen again.
 */
@Service
class BatchProcessing {

    private final BatchRepository batches;
    private final Leases leases;
    private final Spool spool;
    private final Contracts contracts;
    private final PartReading reading;
    private final StagingArea area;
    private final Releases releases;
    private final AuditOutbox outbox;
    private final IngestPolicies policies;
    private final BatchObserver observer;
    private final TransactionOperations transaction;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final ZoneId zone;

    @SuppressWarnings("TooManyParameters")
    BatchProcessing(
            BatchRepository batches,
            Leases leases,
            Spool spool,
            Contracts contracts,
            PartReading reading,
            StagingArea area,
            Releases releases,
            AuditOutbox outbox,
            IngestPolicies policies,
            BatchObserver observer,
            TransactionOperations transaction,
            JdbcTemplate jdbc,
            JsonMapper json,
            Clock clock,
            ZoneId zone) {
        this.batches = batches;
        this.leases = leases;
        this.spool = spool;
        this.contracts = contracts;
        this.reading = reading;
        this.area = area;
        this.releases = releases;
        this.outbox = outbox;
        this.policies = policies;
        this.observer = observer;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
    }

    /** Runs the batch to its end; what is wrong with its content rejects it, anything else is thrown. */
    void process(Lease lease, BooleanSupplier stillOurs) throws IOException, SQLException {
        Batch batch = batches.find(lease.batch()).orElseThrow();
        BoundSchema schema = contracts.version(batch.dataset(), batch.schemaVersion());
        try (Staging staging = area.open(schema, batch.id(), lease.fence())) {
            QuarantineStage quarantine = new QuarantineStage(jdbc, json, staging);
            RowCheck check = new RowCheck(schema.schema(), batch.mode(), LocalDate.now(clock.withZone(zone)));
            Observation seen = observer.begin(schema.schema());
            BatchRun run = new BatchRun(batch, schema.schema(), reading, check, staging, quarantine, seen, stillOurs);
            try {
                Tally tally = run.gather(spool, batches.parts(batch.id()));
                transaction.executeWithoutResult(status -> {
                    run.settleDuplicates();
                    run.settleReferences(contracts::current);
                });
                Problem problem = problem(batch, tally);
                if (problem == null && held(lease, batch, staging)) {
                    return;
                }
                finish(lease, batch, tally, seen, problem, problem == null ? staging : null, quarantine);
            } catch (MalformedRecords malformed) {
                reject(lease, batch, new Problem(ErrorCode.BATCH_MALFORMED.name(), malformed.sentence()));
            } catch (DataAccessException | SQLException refused) {
                if (!contentRefused(refused)) {
                    throw refused;
                }
                reject(
                        lease,
                        batch,
                        new Problem(
                                ErrorCode.BATCH_MALFORMED.name(),
                                "A value cannot be stored; the checks let it pass and the database did not"));
            }
        }
        spool.remove(batch.id());
    }

    /** Lets a snapshot that would delete too much wait for the steward; its parts stay in the spool. */
    private boolean held(Lease lease, Batch batch, Staging staging) {
        if (batch.mode() != Mode.SNAPSHOT || batch.approved()) {
            return false;
        }
        Releases.Deletion deletion = releases.deletion(staging);
        Optional<Batch.Hold> hold = policies.of(batch.dataset()).holds(deletion.deleted(), deletion.current());
        hold.ifPresent(why -> transaction.executeWithoutResult(status -> {
            if (!leases.holds(lease)) {
                throw new LeaseLost(lease);
            }
            batches.hold(batch.held(why));
            outbox.add(AuditFact.of(Auditable.BATCH_HELD, commitment(batch).who())
                    .dataset(batch.dataset())
                    .detail("batch", batch.id())
                    .detail("batchKey", batch.key())
                    .detail("hold", why.reason())
                    .build());
        }));
        return hold.isPresent();
    }

    /** Rejects a batch that cannot be brought to an end, so that those behind it can. */
    void giveUp(Lease lease) {
        Batch batch = batches.find(lease.batch()).orElseThrow();
        area.clear(batch.id());
        String detail = "The hub failed at this batch " + lease.attempt() + " times; its operator finds why in the log";
        reject(lease, batch, new Problem(ErrorCode.INTERNAL.name(), detail));
        spool.remove(batch.id());
    }

    /** Rejects a batch nothing of which could be counted. */
    private void reject(Lease lease, Batch batch, Problem problem) {
        Observation nothing = observer.begin(
                contracts.version(batch.dataset(), batch.schemaVersion()).schema());
        finish(lease, batch, new Tally(), nothing, problem, null, null);
    }

    private @Nullable Problem problem(Batch batch, Tally tally) {
        Long rows = commitment(batch).rows();
        Long declared = batch.declaredRows();
        Long expected = declared == null ? rows : declared;
        boolean differ = rows != null && declared != null && !rows.equals(declared);
        if (differ || (expected != null && tally.received() != expected)) {
            return new Problem(
                    ErrorCode.BATCH_MALFORMED.name(),
                    "Expected " + expected + " rows as declared, found " + tally.received());
        }
        return policies.of(batch.dataset()).rejects(tally).orElse(null);
    }

    private void finish(
            Lease lease,
            Batch batch,
            Tally tally,
            Observation seen,
            @Nullable Problem problem,
            @Nullable Staging staging,
            @Nullable QuarantineStage quarantine) {
        transaction.executeWithoutResult(status -> {
            if (!leases.holds(lease)) {
                throw new LeaseLost(lease);
            }
            Release release =
                    staging == null ? null : releases.merge(staging, batch.mode(), tally.superseded(), clock.instant());
            if (staging != null && batch.corrects() != null) {
                batches.resolve(batch.corrects(), batch.id(), staging.publishedRowNumbers());
            }
            if (quarantine != null) {
                quarantine.moveTo(batch.id());
            }
            BatchOutcome outcome = new BatchOutcome(
                    tally.counts(release),
                    release == null ? null : release.number(),
                    tally.topReasons(),
                    problem,
                    release == null ? clock.instant() : release.publishedAt());
            UUID fact = outbox.add(fact(batch, outcome));
            batches.finish(batch.finished(outcome), outcome, fact);
            seen.finished(new BatchObserver.Ending(batch.id(), batch.dataset(), release != null, outcome.at()));
        });
    }

    private AuditFact fact(Batch batch, BatchOutcome outcome) {
        Counts counts = outcome.counts();
        boolean published = outcome.release() != null;
        List<Part> parts = batches.parts(batch.id());
        return AuditFact.of(
                        published ? Auditable.BATCH_PUBLISHED : Auditable.BATCH_REJECTED,
                        commitment(batch).who())
                .outcome(published ? Outcome.ALLOWED : Outcome.FAILED)
                .dataset(batch.dataset())
                .rows(counts.received())
                .detail("batch", batch.id())
                .detail("batchKey", batch.key())
                .detail("corrects", batch.corrects())
                .detail("mode", batch.mode())
                .detail("schemaVersion", batch.schemaVersion())
                .detail("mapping", batch.mappingDigest())
                .detail("release", outcome.release())
                .detail("counts", json.writeValueAsString(counts))
                .detail("manifest", Manifest.digest(parts))
                .detail("references", references(batch))
                .detail(
                        "problem",
                        outcome.problem() == null ? null : outcome.problem().detail())
                .traceId(null)
                .build();
    }

    /** The datasets whose keys the batch was held against: what its sender may have learnt from; null when none. */
    private @Nullable String references(Batch batch) {
        List<StandardReference> references = contracts
                .version(batch.dataset(), batch.schemaVersion())
                .schema()
                .references();
        return references.isEmpty()
                ? null
                : references.stream().map(StandardReference::dataset).distinct().collect(Collectors.joining(", "));
    }

    private static Commitment commitment(Batch batch) {
        return Objects.requireNonNull(batch.commitment(), "only committed batches are worked on");
    }

    /** Whether the database refused the values (SQLSTATE classes 22, data exception, and 54, program limit exceeded). */
    private static boolean contentRefused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("54");
            }
        }
        return false;
    }
}
