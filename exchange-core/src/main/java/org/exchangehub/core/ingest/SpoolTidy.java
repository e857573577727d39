package org.exchangehub.core.ingest;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes out of the spool what an instance that died, or could not be told of its success, has left there. */
@Component
class SpoolTidy {

    private final Spool spool;
    private final BatchRepository batches;

    SpoolTidy(Spool spool, BatchRepository batches) {
        this.spool = spool;
        this.batches = batches;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void tidy() {
        spool.removeAbandoned();
        spool.batches().stream()
                .filter(id -> batches.find(id).filter(Batch::finished).isPresent())
                .forEach(spool::remove);
    }
}
