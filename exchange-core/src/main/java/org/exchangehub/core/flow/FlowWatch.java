package org.exchangehub.core.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.exchangehub.core.lease.Lease;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Sees how the flows are and goes on with what was interrupted, on one instance at a time and a thread of its own. */
@Component
class FlowWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FlowWatch.class);

    /** A flow has to be missing this often in a row before it counts as lost: NiFi may be starting. */
    private static final int LOST_AFTER = 3;

    private final SourceRepository repository;
    private final Provisioner provisioner;
    private final NifiFlows flows;
    private final Lease lease;
    private final Duration every;
    private final Clock clock;
    private final Map<String, Integer> missing = new HashMap<>();
    private @Nullable Instant unreachableSince;
    private @Nullable Thread thread;

    FlowWatch(
            SourceRepository repository,
            Provisioner provisioner,
            NifiFlows flows,
            Lease lease,
            FlowProperties properties,
            Clock clock) {
        this.repository = repository;
        this.provisioner = provisioner;
        this.flows = flows;
        this.lease = lease;
        this.every = properties.watchInterval();
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().daemon().name("flow-watch").start(this::rounds);
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void rounds() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(every);
            } catch (InterruptedException e) {
                return;
            }
            round();
        }
    }

    private void round() {
        try {
            if (lease.take("flow-watch", every.multipliedBy(4)).isPresent()) {
                look();
                repository.claimUnfinished().forEach(provisioner::resume);
            }
        } catch (HubProblem | NifiRefused | DataAccessException e) {
            log.warn("Flows could not be watched this time: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("Watching flows failed; it goes on", e);
        }
    }

    private void look() {
        Map<String, FlowStatus> seen;
        try {
            seen = flows.watch();
            unreachableSince = null;
        } catch (HubProblem | NifiRefused down) {
            Instant since = unreachableSince == null ? clock.instant() : unreachableSince;
            unreachableSince = since;
            repository.all().stream()
                    .filter(source -> source.state() == Source.State.RUNNING)
                    .forEach(
                            source -> repository.watched(source.code(), source.queued(), Sentences.silentSince(since)));
            return;
        }
        for (Source source : repository.all()) {
            note(source, seen.get(source.processGroup() == null ? "" : source.processGroup()));
        }
    }

    private void note(Source source, @Nullable FlowStatus flow) {
        boolean running = source.state() == Source.State.RUNNING;
        if (!running && source.state() != Source.State.STOPPED) {
            missing.remove(source.code());
        } else if (flow == null) {
            if (missing.merge(source.code(), 1, Integer::sum) >= LOST_AFTER) {
                missing.remove(source.code());
                lost(source);
            }
        } else {
            missing.remove(source.code());
            LocalizedText error = running && !flow.running() ? Sentences.STOPPED : flow.lastError();
            if (flow.queued() != source.queued() || !Objects.equals(error, source.lastError())) {
                repository.watched(source.code(), flow.queued(), error);
            }
        }
    }

    private void lost(Source source) {
        repository.save(
                source.needsSecret()
                        ? source.failed(Sentences.enterAgain(Sentences.LOST))
                        : source.waiting(Sentences.LOST));
    }
}
