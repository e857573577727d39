package org.exchangehub.core.query;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Lets long lists be read one for every two processors at once; others wait their turn. So those who ask for single records
 * never wait behind hundreds who ask for pages, and these take no longer than they would all together: to a list belongs the
 * database's work, too.
 */
@Component
class LongReads {

    /** A list of so many rows costs little more than one of a single row. */
    private static final int SHORT = 50;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Semaphore turns;
    private final Duration patience;

    @Autowired
    LongReads() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), PATIENCE);
    }

    LongReads(int atOnce, Duration patience) {
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * Reads a list in turn.
     *
     * @param rows how many it may have
     * @throws HubProblem {@code BUSY} when its turn has not come in time
     */
    <T> T inTurn(int rows, Supplier<T> reading) {
        if (rows <= SHORT) {
            return reading.get();
        }
        if (!admitted()) {
            throw new HubProblem(ErrorCode.BUSY, "Too many long lists are being read; ask again soon").retryAfter(SOON);
        }
        try {
            return reading.get();
        } finally {
            turns.release();
        }
    }

    private boolean admitted() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
