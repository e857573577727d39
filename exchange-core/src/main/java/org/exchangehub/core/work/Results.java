package org.exchangehub.core.work;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The files that came of jobs, one per job, in the directory all instances share. */
@Component
class Results {

    private static final Logger LOG = LoggerFactory.getLogger(Results.class);
    private static final String UNFINISHED = ".unfinished";
    private static final int BUFFER = 1 << 16;

    private final Path directory;

    Results(WorkSpool spool) {
        this.directory = spool.jobs();
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + directory + " cannot be made", e);
        }
    }

    /** A file on its way. */
    @FunctionalInterface
    interface Writing<T> {
        T to(OutputStream out) throws IOException;
    }

    /**
     * A file written and durable.
     *
     * @param said what the writer said of it
     * @param sha256 64 hexadecimal digits
     */
    record Written<T>(T said, long bytes, String sha256) {}

    /** Writes a job's file: it has its name once it is whole and on disk, and whoever else writes it then writes another. */
    <T> Written<T> write(UUID job, long fence, Writing<T> writing) throws IOException {
        Path unfinished = directory.resolve(job + "-" + fence + UNFINISHED);
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            MessageDigest sha256 = sha256();
            OutputStream out =
                    new DigestOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), sha256);
            T said = writing.to(out);
            out.flush();
            channel.force(true);
            long bytes = channel.size();
            Files.move(unfinished, file(job, fence), StandardCopyOption.ATOMIC_MOVE);
            return new Written<>(said, bytes, HexFormat.of().formatHex(sha256.digest()));
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** A job's file, as the holder of this fence wrote it. */
    Path file(UUID job, long fence) {
        return directory.resolve(job + "-" + fence);
    }

    /** Removes the files of all jobs but those that are still needed. */
    void removeUnless(Predicate<UUID> needed) {
        try (Stream<Path> all = Files.list(directory)) {
            List<Path> files = all.toList();
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean ours = name.matches("[0-9a-f-]{36}-[0-9]+(\\" + UNFINISHED + ")?");
                if (ours && !needed.test(UUID.fromString(name.substring(0, 36)))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("Cannot tidy {}: {}", directory, e.toString());
        }
    }

    void remove(UUID job, long fence) {
        try {
            Files.deleteIfExists(file(job, fence));
        } catch (IOException e) {
            LOG.warn("Cannot remove the result of job {}: {}", job, e.toString());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
