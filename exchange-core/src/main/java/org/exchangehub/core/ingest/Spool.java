package org.exchangehub.core.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The directory where parts wait for their batch: what it has acknowledged survives a power cut. */
@Component
class Spool {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    static final String INCOMING = ".incoming";
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final int BUFFER = 1 << 16;

    private final Path root;
    private final IngestSettings limits;
    private final Clock clock;

    Spool(SpoolSettings settings, IngestSettings limits, Clock clock) {
        this.limits = limits;
        this.root = settings.spoolDirectory().toAbsolutePath();
        this.clock = clock;
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException("The spool directory " + root + " cannot be made", e);
        }
    }

    /** A file on its way in, not acknowledged yet. */
    record Incoming(Path file, ContentDigest digest, long bytes) {}

    /** Streams a part to disk; refuses one that is longer than {@code limit} bytes. The caller keeps or discards it. */
    Incoming receive(UUID batch, InputStream body, long limit) throws IOException {
        Path directory = directory(batch);
        makeDurably(directory);
        Path file = directory.resolve(UUID.randomUUID() + INCOMING);
        MessageDigest sha256 = sha256();
        try (InputStream in = new DigestInputStream(body, sha256);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long bytes = copy(in, channel, limit);
            channel.force(true);
            return new Incoming(file, ContentDigest.of(sha256.digest()), bytes);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static long copy(InputStream in, FileChannel channel, long limit) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            if (bytes > limit) {
                throw new HubProblem(
                        ErrorCode.CONTENT_TOO_LARGE,
                        "A part is at most " + limit + " bytes long; send the rest as further parts");
            }
            ByteBuffer filled = ByteBuffer.wrap(buffer, 0, read);
            while (filled.hasRemaining()) {
                channel.write(filled);
            }
        }
        return bytes;
    }

    /** Gives an incoming file its name for good; durable when this returns. */
    void keep(Incoming incoming, Part part) throws IOException {
        Files.move(incoming.file(), path(part), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(directory(part.batch()));
    }

    void discard(Incoming incoming) throws IOException {
        Files.deleteIfExists(incoming.file());
    }

    private Path path(Part part) {
        return directory(part.batch()).resolve(part.file());
    }

    /** What is in a part, unpacked. */
    InputStream open(Part part) throws IOException {
        return unpacked(path(part), part.coding(), part.bytes());
    }

    /** What is in a file on its way in, unpacked. */
    InputStream open(Incoming incoming, ContentCoding coding) throws IOException {
        return unpacked(incoming.file(), coding, incoming.bytes());
    }

    private InputStream unpacked(Path file, ContentCoding coding, long bytes) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        return UnpackedContent.of(in, coding, bytes, limits);
    }

    /** Where there is room for what is only passed on to be read, for as long as that takes. */
    Path scratch() {
        return root;
    }

    /** Room left on the disk. */
    long usableBytes() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    /** Removes what is kept of a finished batch. */
    void remove(UUID batch) {
        Path directory = directory(batch);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (NoSuchFileException alreadyGone) {
            LOG.debug("Nothing spooled for batch {}", batch);
        } catch (IOException e) {
            LOG.warn("Cannot remove the spooled parts of batch {}: {}", batch, e.toString());
        }
    }

    /** Removes files whose upload broke off with the instance that received them. */
    void removeAbandoned() {
        Instant before = clock.instant().minus(ABANDONED);
        try (Stream<Path> files = Files.walk(root, 2)) {
            List<Path> incoming =
                    files.filter(file -> file.toString().endsWith(INCOMING)).toList();
            for (Path file : incoming) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Cannot look for abandoned uploads in {}: {}", root, e.toString());
        }
    }

    private Path directory(UUID batch) {
        return root.resolve(batch.toString());
    }

    private void makeDurably(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            force(root);
        }
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
