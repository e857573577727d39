package org.exchangehub.core.quality;

import java.time.LocalDate;
import java.time.ZoneId;
import org.exchangehub.core.ingest.BatchObserver;
import org.exchangehub.core.publication.BatchUndone;
import org.exchangehub.schemas.StandardSchema;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Measures batches while they are worked on, and writes what it counted in the transaction that finishes them. */
@Component
class BatchQuality implements BatchObserver {

    private final QualityRepository quality;
    private final ZoneId zone;

    BatchQuality(QualityRepository quality, ZoneId zone) {
        this.quality = quality;
        this.zone = zone;
    }

    @Override
    public Observation begin(StandardSchema schema) {
        return new RowMeasure(
                schema, (ending, measured) -> quality.add(ending, LocalDate.ofInstant(ending.at(), zone), measured));
    }

    /** What was taken back does not count as an update; what it was like still counts. */
    @EventListener
    void on(BatchUndone undone) {
        quality.undo(undone.batch());
    }
}
