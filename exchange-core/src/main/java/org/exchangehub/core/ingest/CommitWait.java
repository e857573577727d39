package org.exchangehub.core.ingest;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Lets a commit wait for the end of its batch, whichever instance brings it there; not too many wait at once. */
@Component
class CommitWait {

    private static final int MOST_WAITING = 100;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private final BatchRepository batches;
    private final BatchWorker worker;
    private final BatchReceipts receipts;
    private final Duration patience;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    CommitWait(BatchRepository batches, BatchWorker worker, BatchReceipts receipts, IngestSettings settings) {
        this.batches = batches;
        this.worker = worker;
        this.receipts = receipts;
        this.patience = settings.commitWait();
    }

    /** The batch as it is once it is finished and receipted, or as far as it has come when patience ends. */
    Batch await(UUID id) {
        worker.look();
        if (!waiting.tryAcquire()) {
            return batches.find(id).orElseThrow();
        }
        try {
            return poll(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return batches.find(id).orElseThrow();
        } finally {
            waiting.release();
        }
    }

    private Batch poll(UUID id) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Duration pause = SHORTEST_PAUSE;
        while (true) {
            Batch batch = batches.find(id).orElseThrow();
            if (batch.receipt() != null || batch.state() == Batch.State.HELD || System.nanoTime() > end) {
                return batch;
            }
            if (batch.finished()) {
                receipts.sign();
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }
}
