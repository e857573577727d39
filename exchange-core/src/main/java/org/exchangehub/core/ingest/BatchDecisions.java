package org.exchangehub.core.ingest;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.ingest.BatchOutcome.Counts;
import org.exchangehub.core.ingest.BatchOutcome.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a steward decides about a batch that is not published yet. Deciding the same again changes nothing. */
@Service
class BatchDecisions {

    private static final String CANCELLED = "BATCH_CANCELLED";

    private final BatchRepository batches;
    private final Spool spool;
    private final AuditOutbox outbox;
    private final Clock clock;

    BatchDecisions(BatchRepository batches, Spool spool, AuditOutbox outbox, Clock clock) {
        this.batches = batches;
        this.spool = spool;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Lets a held batch be published whatever it deletes. */
    @Transactional
    public Batch approve(UUID id, String opinion, Who who) {
        Batch held = batches.lock(id).orElseThrow();
        if (held.approved()) {
            return held;
        }
        Batch released = held.released();
        batches.hold(released);
        outbox.add(fact(Auditable.BATCH_APPROVED, held, who)
                .detail("hold", held.hold() == null ? null : held.hold().reason())
                .detail("opinion", opinion)
                .build());
        return released;
    }

    /** Calls a batch off; whoever works on it stops, and what it sent is thrown away. */
    @Transactional
    public Batch cancel(UUID id, String reason, Who who) {
        Batch batch = batches.lock(id).orElseThrow();
        if (batch.state() == Batch.State.CANCELLED) {
            return batch;
        }
        BatchOutcome outcome = new BatchOutcome(
                new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0),
                null,
                List.of(),
                new Problem(CANCELLED, reason),
                clock.instant());
        Batch cancelled = batch.cancelled(outcome);
        UUID fact = outbox.add(fact(Auditable.BATCH_CANCELLED, batch, who)
                .detail("reason", reason)
                .build());
        batches.finish(cancelled, outcome, fact);
        return cancelled;
    }

    /** Frees the spool of a cancelled batch; a part that is still being received goes with the abandoned ones. */
    void tidy(Batch cancelled) {
        spool.remove(cancelled.id());
    }

    private static AuditFact.Builder fact(Auditable kind, Batch batch, Who who) {
        return AuditFact.of(kind, who)
                .dataset(batch.dataset())
                .detail("batch", batch.id())
                .detail("batchKey", batch.key());
    }
}
