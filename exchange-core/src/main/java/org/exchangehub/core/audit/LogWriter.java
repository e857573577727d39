package org.exchangehub.core.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.tlog.LogRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** This instance's queue before the log: one thread commits whatever waits, all of it at once. */
@Component
class LogWriter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    /** How often an idle writer looks for facts other instances have left in the outbox; its own wake it. */
    private static final long OUTBOX_POLL_MILLIS = 1_000;

    private static final long PAUSE_MILLIS = 200;

    /** Somebody who waits for an entry to be durable; or, without an entry, a sign that the outbox holds something. */
    private record Waiting(@Nullable LogEntry entry, CompletableFuture<Long> index) {}

    private final BlockingQueue<Waiting> queue;
    private final LogAppender appender;
    private final AuditSettings settings;
    private final GroupSize size = new GroupSize();
    private @Nullable Waiting left;
    private volatile boolean running;
    private volatile @Nullable String refusal;
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
        } catch (ExecutionException failed) {
            String why = failed.getCause() instanceof LogRefused refused
                    ? String.valueOf(refused.getMessage())
                    : "The access log cannot be written now";
            throw unavailable(why, failed);
        } catch (TimeoutException late) {
            throw unavailable("The access log cannot be written now", late);
        }
    }

    /** The outbox holds something new: it is drained with the next group, which is begun for it if nobody waits. */
    void wake() {
        // With a full queue the next group is near anyway.
        boolean unused = queue.offer(new Waiting(null, new CompletableFuture<>()));
    }

    /** Why the last group was refused, if what it found was not the log as it was left. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
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
        boolean woken = gather(group);
        try {
            if (woken || !group.isEmpty() || appender.outboxWaits()) {
                commit(group);
                refusal = null;
            }
        } catch (SQLException | RuntimeException failed) {
            refusal = failed instanceof LogRefused ? failed.getMessage() : null;
            LOG.error("{} facts could not be written to the access log: {}", group.size(), failed.getMessage());
            size.failed();
            group.forEach(each -> each.index().completeExceptionally(failed));
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /**
     * Takes what waits, within the limits of a group.
     *
     * @return whether the outbox is to be drained too
     */
    private boolean gather(List<Waiting> group) throws InterruptedException {
        boolean woken = false;
        int bytes = 0;
        Waiting next = left != null ? left : queue.poll(OUTBOX_POLL_MILLIS, TimeUnit.MILLISECONDS);
        left = null;
        while (next != null) {
            LogEntry entry = next.entry();
            if (entry == null) {
                woken = true;
            } else {
                bytes += entry.weight();
                if (!group.isEmpty() && (group.size() >= size.limit() || bytes > GroupSize.MOST_BYTES)) {
                    left = next;
                    return woken;
                }
                group.add(next);
            }
            next = queue.poll();
        }
        return woken;
    }

    private void commit(List<Waiting> group) throws SQLException {
        List<LogEntry> entries = new ArrayList<>(group.size());
        for (Waiting each : group) {
            LogEntry entry = each.entry();
            if (entry != null) {
                entries.add(entry);
            }
        }
        long begun = System.nanoTime();
        long index = appender.append(entries);
        size.committed(entries.size(), Duration.ofNanos(System.nanoTime() - begun));
        for (Waiting each : group) {
            each.index().complete(index++);
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
        wake();
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
