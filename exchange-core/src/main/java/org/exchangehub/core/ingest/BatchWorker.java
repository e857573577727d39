package org.exchangehub.core.ingest;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.exchangehub.core.ingest.Leases.Cause;
import org.exchangehub.core.ingest.Leases.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes committed batches, whoever received them, and brings them to their end. A batch whose instance died is taken over
 * when its lease has run out and begins anew from the spool.
 */
@Component
class BatchWorker {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWorker.class);
    private static final int MOST_ATTEMPTS = 10;
    /** Of the pause in seconds: 2^9 are eight and a half minutes, all that a batch costs that causes outages itself. */
    private static final int LONGEST_PAUSE_EXPONENT = 9;

    private final Leases leases;
    private final BatchProcessing processing;
    private final SharedSpool sharing;
    private final Duration lease;
    private final String holder = UUID.randomUUID().toString();
    private final Semaphore slots;
    private final ExecutorService runs;
    private final ScheduledExecutorService heartbeats;
    private volatile boolean stopping;

    BatchWorker(Leases leases, BatchProcessing processing, SharedSpool sharing, IngestSettings settings) {
        this.leases = leases;
        this.processing = processing;
        this.sharing = sharing;
        this.lease = settings.lease();
        this.slots = new Semaphore(settings.workers());
        this.runs = Executors.newFixedThreadPool(
                settings.workers(), Thread.ofPlatform().name("hub-ingest-", 0).factory());
        this.heartbeats = Executors.newScheduledThreadPool(
                1, Thread.ofPlatform().name("hub-ingest-lease").daemon().factory());
    }

    /** Looks for work, on this instance's own commits at once and otherwise every second. */
    @Scheduled(fixedDelayString = "PT1S")
    void look() {
        while (!stopping && sharing.shared() && slots.tryAcquire()) {
            boolean found = false;
            try {
                Optional<Lease> claimed = leases.claim(holder);
                if (claimed.isPresent()) {
                    runs.execute(() -> work(claimed.get()));
                    found = true;
                }
            } finally {
                if (!found) {
                    slots.release();
                }
            }
            if (!found) {
                return;
            }
        }
    }

    private void work(Lease claimed) {
        try {
            run(claimed);
        } finally {
            slots.release();
        }
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("Cannot look for the next batch: {}", e.toString());
        }
    }

    private void run(Lease claimed) {
        AtomicBoolean ours = new AtomicBoolean(true);
        long period = lease.toMillis() / 3;
        ScheduledFuture<?> heartbeat =
                heartbeats.scheduleWithFixedDelay(() -> extend(claimed, ours), period, period, TimeUnit.MILLISECONDS);
        try {
            if (claimed.attempt() > MOST_ATTEMPTS) {
                processing.giveUp(claimed);
            } else {
                processing.process(claimed, () -> ours.get() && !stopping);
            }
        } catch (LeaseLost | BatchRun.Abandoned lost) {
            LOG.info(
                    "Left batch {} alone: {}", claimed.batch(), stopping ? "stopping" : "it is another instance's now");
            if (stopping) {
                release(claimed, Duration.ZERO, "stopped", Cause.STOPPED);
            }
        } catch (IOException | SQLException | RuntimeException failure) {
            Cause cause = Outage.isOne(failure) ? Cause.OUTAGE : Cause.FAILURE;
            int earlier = cause == Cause.OUTAGE ? claimed.outages() + 1 : claimed.attempt();
            Duration pause = Duration.ofSeconds(1L << Math.min(earlier, LONGEST_PAUSE_EXPONENT));
            LOG.error("Batch {} failed ({} {}); again in {}", claimed.batch(), cause, earlier, pause, failure);
            release(claimed, pause, failure.toString(), cause);
        } finally {
            heartbeat.cancel(false);
        }
    }

    private void extend(Lease claimed, AtomicBoolean ours) {
        try {
            if (!leases.extend(claimed)) {
                ours.set(false);
            }
        } catch (RuntimeException e) {
            LOG.warn("Cannot extend the lease on batch {}: {}", claimed.batch(), e.toString());
        }
    }

    private void release(Lease claimed, Duration pause, String why, Cause cause) {
        try {
            leases.release(claimed, pause, why, cause);
        } catch (RuntimeException e) {
            LOG.warn("Cannot give batch {} back, its lease will run out: {}", claimed.batch(), e.toString());
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        runs.shutdown();
        if (!runs.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("A batch is still being worked on; its lease will run out and another instance take it over");
        }
        heartbeats.shutdownNow();
    }
}
