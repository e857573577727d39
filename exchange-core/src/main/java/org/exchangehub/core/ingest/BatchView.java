package org.exchangehub.core.ingest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.ingest.Batch.State;
import org.exchangehub.core.ingest.BatchOutcome.Counts;
import org.exchangehub.core.ingest.BatchOutcome.Problem;
import org.exchangehub.core.ingest.BatchOutcome.Reason;
import org.exchangehub.core.publication.Release.Mode;
import org.jspecify.annotations.Nullable;

/**
 * A batch as the API shows it.
 *
 * @param corrects the batch whose quarantined rows it brings again
 * @param unresolved how many of its quarantined rows no later batch has published
 * @param hold why it waits for the steward
 * @param retry that the hub could not work on it and will try again
 * @param problem why it was rejected as a whole or cancelled
 * @param receipt the signed note both sides keep; there once the access log holds the outcome
 * @param evidence where the access log holds it: {@code origin/index}
 */
record BatchView(
        UUID id,
        String batchKey,
        String dataset,
        String sender,
        Mode mode,
        int schemaVersion,
        @Nullable Long declaredRows,
        State state,
        @Nullable UUID corrects,
        long unresolved,
        Batch.@Nullable Hold hold,
        Batch.@Nullable Retry retry,
        Instant createdAt,
        @Nullable Instant committedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant publishedAt,
        @Nullable Counts counts,
        @Nullable Long release,
        List<Reason> topReasons,
        @Nullable Problem problem,
        @Nullable String receipt,
        @Nullable String evidence) {

    BatchView {
        topReasons = List.copyOf(topReasons);
    }

    static BatchView of(Batch batch) {
        BatchOutcome outcome = batch.outcome();
        Batch.Receipt receipt = batch.receipt();
        return new BatchView(
                batch.id(),
                batch.key(),
                batch.dataset(),
                batch.sender(),
                batch.mode(),
                batch.schemaVersion(),
                batch.declaredRows(),
                batch.state(),
                batch.corrects(),
                batch.unresolved(),
                batch.hold(),
                batch.retry(),
                batch.openedAt(),
                batch.commitment() == null ? null : batch.commitment().at(),
                outcome == null ? null : outcome.at(),
                outcome == null || outcome.release() == null ? null : outcome.at(),
                outcome == null ? null : outcome.counts(),
                outcome == null ? null : outcome.release(),
                outcome == null ? List.of() : outcome.topReasons(),
                outcome == null ? null : outcome.problem(),
                receipt == null ? null : receipt.note(),
                receipt == null ? null : receipt.evidence());
    }
}
