package org.exchangehub.core.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Opens Parquet files from anyone; each is read in a process of its own (decision 0010). */
@Component
public final class ParquetFiles implements AutoCloseable {

    /** How the directories begin in which content lies while it is read, beside what they are made for. */
    public static final String ROOM = "parquet-";

    /** A process takes some 100 MB of memory and a processor. */
    private static final int LOOKS_AT_ONCE = 2;

    private static final Duration SOON = Duration.ofSeconds(5);

    private final ProgramStart start;
    private final Patience patience;
    private final Semaphore looks = new Semaphore(LOOKS_AT_ONCE, true);
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("parquet-patience").daemon().factory());

    @Autowired
    public ParquetFiles() {
        this(ProgramStart.PARQUET, Patience.STANDARD);
    }

    ParquetFiles(ProgramStart start, Patience patience) {
        this.start = start;
        this.patience = patience;
        clock.setRemoveOnCancelPolicy(true);
    }

    /**
     * Opens a file to read all of it; how many are open at once is the caller's to bound. Does not close the content.
     *
     * @param beside directory with room for a copy of the content, which is gone when the table is closed
     * @param longest bytes of all values together, in UTF-8
     * @throws ParquetRefused when it is no Parquet, damaged, or costs more than it may
     */
    public ParquetTable open(InputStream content, Path beside, Shape shape, long longest) throws IOException {
        return open(content, beside, shape, longest, () -> {});
    }

    /**
     * As {@link #open}, for a short look on someone's behalf: only a few at once.
     *
     * @throws HubProblem {@code BUSY} when there are too many
     */
    public ParquetTable look(InputStream content, Path beside, Shape shape, long longest) throws IOException {
        try {
            if (!looks.tryAcquire(SOON.toSeconds(), TimeUnit.SECONDS)) {
                throw new HubProblem(ErrorCode.BUSY, "Too many Parquet files are being looked at; try again soon")
                        .retryAfter(SOON);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting to look at a Parquet file", e);
        }
        boolean opened = false;
        try {
            ParquetTable table = open(content, beside, shape, longest, looks::release);
            opened = true;
            return table;
        } finally {
            if (!opened) {
                looks.release();
            }
        }
    }

    private ParquetTable open(InputStream content, Path beside, Shape shape, long longest, Runnable whenClosed)
            throws IOException {
        ReadingProcess process = ReadingProcess.start(content, beside, shape, start, clock, patience);
        try {
            return new ParquetTable(process, longest, whenClosed);
        } catch (IOException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
