package org.exchangehub.core.work;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.work.JobRepository.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes jobs, whoever they were handed to, and brings them to their end. A job whose instance died is taken over when its
 * lease has run out and begins anew; after {@value #MOST_ATTEMPTS} attempts it has failed.
 */
@Component
class JobWorker {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    /** Statuses from here on say that it is not the request's fault, so that another attempt may succeed (RFC 9110, 15.6). */
    private static final int SERVER_ERRORS = 500;

    private static final int MOST_ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final JobRepository repository;
    private final KnownKinds kinds;
    private final Results results;
    private final AuditLog log;
    private final WorkSettings settings;
    private final Clock clock;
    private final String holder = UUID.randomUUID().toString();
    private final Semaphore slots;
    private final ExecutorService runs = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("hub-work-", 0).factory());
    private volatile boolean stopping;

    JobWorker(
            JobRepository repository,
            KnownKinds kinds,
            Results results,
            AuditLog log,
            WorkSettings settings,
            Clock clock) {
        this.repository = repository;
        this.kinds = kinds;
        this.results = results;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
        this.slots = new Semaphore(settings.workers());
    }

    @Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT1S")
    void look() {
        while (!stopping && slots.tryAcquire()) {
            Optional<Claim> claimed = Optional.empty();
            try {
                claimed = repository.claim(holder, settings.lease());
                claimed.ifPresent(claim -> runs.execute(() -> work(claim)));
            } catch (DataAccessException unreachable) {
                LOG.debug("Cannot look for jobs: {}", unreachable.getMessage());
            } finally {
                if (claimed.isEmpty()) {
                    slots.release();
                }
            }
            if (claimed.isEmpty()) {
                return;
            }
        }
    }

    private void work(Claim claim) {
        try {
            if (claim.job().cancelled()) {
                end(claim, Job.State.CANCELLED, "called off");
            } else if (claim.attempt() > MOST_ATTEMPTS) {
                end(claim, Job.State.FAILED, "Its instance ended " + MOST_ATTEMPTS + " times while working on it.");
            } else {
                run(claim);
            }
        } catch (DataAccessException | HubProblem unreachable) {
            LOG.warn(
                    "Job {} stays as it is until its lease has run out: {}",
                    claim.job().id(),
                    unreachable.toString());
        } finally {
            slots.release();
        }
    }

    private void run(Claim claim) {
        Job job = claim.job();
        JobKind kind = kinds.known(job.kind());
        Heartbeat heartbeat = new Heartbeat(claim);
        try {
            Results.Written<JobKind.Product> written =
                    results.write(job.id(), claim.fence(), out -> kind.run(job, out, heartbeat));
            heartbeat.beat();
            JobKind.Product product = written.said();
            Job.Result result = new Job.Result(
                    product.fileName(),
                    product.mediaType(),
                    written.bytes(),
                    product.rows(),
                    written.sha256(),
                    clock.instant().plus(settings.keep()));
            log.append(kind.succeeded(job, result, product));
            if (!repository.succeed(claim, result)) {
                LOG.info("Job {} is another instance's now", job.id());
            }
        } catch (JobStopped stopped) {
            stopped(claim, heartbeat);
        } catch (IOException | RuntimeException failure) {
            if (failure instanceof HubProblem refusal && refusal.code().status() < SERVER_ERRORS) {
                end(claim, Job.State.FAILED, said(failure));
                return;
            }
            LOG.error("Job {} failed, attempt {}", job.id(), claim.attempt(), failure);
            if (claim.attempt() < MOST_ATTEMPTS) {
                repository.release(claim, PAUSE, true);
            } else {
                end(claim, Job.State.FAILED, said(failure));
            }
        }
    }

    private void stopped(Claim claim, Heartbeat heartbeat) {
        if (heartbeat.cancelled) {
            end(claim, Job.State.CANCELLED, "called off");
        } else if (stopping) {
            repository.release(claim, Duration.ZERO, false);
        } else {
            LOG.info("Job {} is another instance's now", claim.job().id());
        }
    }

    private void end(Claim claim, Job.State state, String why) {
        AuditFact fact = kinds.known(claim.job().kind()).failed(claim.job(), why);
        log.append(fact);
        repository.end(claim, state, state == Job.State.FAILED ? why : null);
    }

    /** What its owner may read: the hub's own refusals are written for callers, other failures for operators. */
    private static String said(Exception failure) {
        return failure instanceof HubProblem problem
                ? String.valueOf(problem.getMessage())
                : "Something went wrong in the hub; its operator finds it by the job's id.";
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void tidy() {
        try {
            repository.expireOld();
            results.removeUnless(repository::needsFile);
        } catch (DataAccessException unreachable) {
            LOG.debug("Cannot tidy: {}", unreachable.getMessage());
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        runs.shutdown();
        if (!runs.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("A job is still being worked on; its lease will run out and another instance take it over");
        }
    }

    /** Prolongs the lease whenever the run tells of its progress, every third of the lease at most. */
    private final class Heartbeat implements JobKind.Progress {

        private final Claim claim;
        private Instant next = Instant.MIN;
        private long done;
        private long total;
        private boolean cancelled;

        private Heartbeat(Claim claim) {
            this.claim = claim;
        }

        @Override
        public void at(long doneNow, long totalNow) throws JobStopped {
            done = doneNow;
            total = totalNow;
            if (stopping) {
                throw new JobStopped("the hub stops");
            }
            if (!clock.instant().isBefore(next)) {
                beat();
            }
        }

        private void beat() throws JobStopped {
            Optional<Boolean> held = repository.extend(claim, settings.lease(), done, total);
            cancelled = held.orElse(false);
            if (held.isEmpty() || cancelled) {
                throw new JobStopped(cancelled ? "called off" : "another instance's");
            }
            Duration third = settings.lease().dividedBy(3);
            Duration pause = third.compareTo(Duration.ofSeconds(1)) < 0 ? third : Duration.ofSeconds(1);
            next = clock.instant().plus(pause);
        }
    }
}
