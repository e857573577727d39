package org.exchangehub.core.ingest;

import org.exchangehub.core.publication.BatchUndone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets quarantined rows wait for their correction again when the batch that had brought it is taken back. */
@Component
class UndoneBatches {

    private final BatchRepository batches;

    UndoneBatches(BatchRepository batches) {
        this.batches = batches;
    }

    @EventListener
    void on(BatchUndone undone) {
        batches.unresolve(undone.batch());
    }
}
