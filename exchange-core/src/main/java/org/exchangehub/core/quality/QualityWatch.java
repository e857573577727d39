package org.exchangehub.core.quality;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.lease.Lease;
import org.exchangehub.core.problem.HubProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes round the published datasets, on one instance at a time: whether they can be read, are up to date, and how good. */
@Component
class QualityWatch {

    private static final Logger LOG = LoggerFactory.getLogger(QualityWatch.class);
    private static final Duration TERM = Duration.ofMinutes(10);
    private static final int AT_ONCE = 200;

    private final Catalog catalog;
    private final QualityRepository batches;
    private final DatasetQuality quality;
    private final Accessibility accessibility;
    private final FreshnessAlerts alerts;
    private final ScoreList scores;
    private final Lease lease;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    QualityWatch(
            Catalog catalog,
            QualityRepository batches,
            DatasetQuality quality,
            Accessibility accessibility,
            FreshnessAlerts alerts,
            ScoreList scores,
            Lease lease,
            Clock clock) {
        this.catalog = catalog;
        this.batches = batches;
        this.quality = quality;
        this.accessibility = accessibility;
        this.alerts = alerts;
        this.scores = scores;
        this.lease = lease;
        this.clock = clock;
    }

    /** Twice in each of the slots that {@link Accessibility} counts. */
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT4M")
    void round() {
        String after = null;
        List<Dataset> page;
        do {
            if (lease.take("quality-watch", TERM).isEmpty()) {
                return;
            }
            page = catalog.published(after, AT_ONCE);
            page.forEach(this::look);
            after = page.isEmpty() ? null : page.getLast().code();
        } while (page.size() == AT_ONCE);
    }

    /** One dataset's trouble does not keep the round from the others. */
    private void look(Dataset dataset) {
        try {
            if (batches.lastUpdate(dataset.code()) != null) {
                accessibility.look(dataset.code());
            }
            alerts.look(dataset);
            scores.put(dataset, quality.current(dataset).scorecard(), clock.instant());
        } catch (HubProblem | DataAccessException failed) {
            LOG.warn("Dataset {} could not be watched this time: {}", dataset.code(), failed.toString());
        }
    }
}
