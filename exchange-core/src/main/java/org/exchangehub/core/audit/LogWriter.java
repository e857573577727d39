package org.exchangehub.core.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** This instance's queue before the log: one thread commits whatever waits, all of it at once. */
@Component
class LogWriter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
    private static final int GROUP = 512;
    private static final long OUTBOX_POLL_MILLIS = 200;
    private static final long PAUSE_MILLIS = 200;

    private record Waiting(LogEntry entry, CompletableFuture<Long> index) {}

    private final BlockingQueue<Waiting> queue;
    private final LogAppender appender;
    private final AuditSettings settings;
    private volatile boolean running;
    private Thread thread = new Thread(this::run);

    LogWriter(LogAppender appender, AuditSettings settings) {
        this.appender = appender;
        this.settings = settings;
        this.queue = new ArrayBlockingQueue<>(settings.queue());
    }

    /**
     * Waits until the entry is durable.
     *
     * @return its index
     * @throws HubProblem {@code AUDIT_UNAVAILABLE} when the queue is full or the log does not take it in time
     */
    long append(LogEntry entry) {
        Waiting waiting = new Waiting(entry, new CompletableFuture<>());
        if (!running || !queue.offer(waiting)) {
            throw unavailable("The access log takes no more entries now", null);
        }
        try {
            return waiting.index().get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unavailable("The request was ended before its entry was durable", interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw unavailable("The access log cannot be written now", failed);
        }
    }

    private void run() {
        while (running) {
            try {
                commitNextGroup();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void commitNextGroup() throws InterruptedException {
        List<Waiting> group = new ArrayList<>();
        Waiting first = queue.poll(OUTBOX_POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            group.add(first);
            queue.drainTo(group, GROUP - 1);
        }
        try {
            if (!group.isEmpty() || appender.outboxWaits()) {
                long index = appender.append(group.stream().map(Waiting::entry).toList());
                for (Waiting each : group) {
                    each.index().complete(index++);
                }
            }
        } catch (SQLException failed) {
            LOG.error("{} facts could not be written to the access log: {}", group.size(), failed.getMessage());
            group.forEach(each -> each.index().completeExceptionally(failed));
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    static HubProblem unavailable(String what, @Nullable Throwable cause) {
        HubProblem problem = new HubProblem(
                ErrorCode.AUDIT_UNAVAILABLE, what + ": without evidence nothing is released. Try again.");
        if (cause != null) {
            problem.initCause(cause);
        }
        return problem;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("audit-log").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(settings.patience().toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before the web server takes requests and stops after it has ended them. */
    @Override
    public int getPhase() {
        return 0;
    }
}
