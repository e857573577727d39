package org.exchangehub.core.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process that reads one file, what it writes, and the directory that is its own; all of it is gone once this is closed. */
final class ReadingProcess extends InputStream implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingProcess.class);

    private static final int SHOWN_ERRORS = 2_000;
    /** Status of a Java that ended for want of memory ({@code -XX:+ExitOnOutOfMemoryError}). */
    private static final int OUT_OF_MEMORY = 3;

    private final Path room;
    private final Process process;
    private final ScheduledExecutorService clock;
    private final Patience patience;
    private final int heapMebibytes;
    private final Future<?> end;
    private volatile boolean late;

    private ReadingProcess(
            Path room, Process process, ProgramStart start, ScheduledExecutorService clock, Patience patience) {
        this.room = room;
        this.process = process;
        this.clock = clock;
        this.patience = patience;
        this.heapMebibytes = start.heapMebibytes();
        this.end = clock.schedule(this::tooLate, patience.life().toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Starts it on a copy of the content.
     *
     * @param beside directory in which it gets one of its own
     */
    static ReadingProcess start(
            InputStream content,
            Path beside,
            Shape shape,
            ProgramStart start,
            ScheduledExecutorService clock,
            Patience patience)
            throws IOException {
        Path room = Files.createTempDirectory(beside, ParquetFiles.ROOM).toAbsolutePath();
        try {
            Path file = room.resolve("content");
            Files.copy(content, file);
            Process process = start.start(room, List.of(file.toString(), shape.name()));
            return new ReadingProcess(room, process, start, clock, patience);
        } catch (IOException | RuntimeException e) {
            remove(room);
            throw e;
        }
    }

    private void tooLate() {
        late = true;
        process.destroyForcibly();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Future<?> silence = clock.schedule(this::tooLate, patience.silence().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return process.getInputStream().read(buffer, offset, length);
        } finally {
            silence.cancel(false);
        }
    }

    /** Why it ended before it had said that it was at the end. */
    ParquetRefused broken() throws IOException {
        int status = status();
        String errors = errors();
        LOG.warn("A process that read a Parquet file ended with status {}: {}", status, errors);
        if (late) {
            return new ParquetRefused("expected a Parquet file that can be read with rows at least every "
                    + patience.silence().toSeconds() + " s and within "
                    + patience.life().toMinutes() + " min, found one that takes longer");
        }
        if (status == OUT_OF_MEMORY) {
            return new ParquetRefused("expected a Parquet file that can be read in " + heapMebibytes
                    + " MiB of memory, found one that takes more; write it with smaller pages and row groups");
        }
        return new ParquetRefused("the Parquet file is damaged: what reads it broke down (status " + status + ")");
    }

    private int status() throws IOException {
        try {
            if (!process.waitFor(patience.silence().toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return process.waitFor();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a Parquet file was read", e);
        }
    }

    private String errors() throws IOException {
        try (InputStream in = Files.newInputStream(ProgramStart.errors(room))) {
            return new String(in.readNBytes(SHOWN_ERRORS), StandardCharsets.UTF_8).strip();
        }
    }

    @Override
    public void close() throws IOException {
        end.cancel(false);
        process.destroyForcibly();
        try {
            status();
        } finally {
            process.getInputStream().close();
            process.getOutputStream().close();
            remove(room);
        }
    }

    private static void remove(Path room) throws IOException {
        try (Stream<Path> files = Files.list(room)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(room);
    }
}
