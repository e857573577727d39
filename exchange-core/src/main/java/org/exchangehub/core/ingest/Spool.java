package org.exchangehub.core.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
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
import org.exchangehub.core.parquet.ParquetFiles;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** The directory where parts wait for their batch: what it has acknowledged survives a power cut. */
@Component
class Spool {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    static final String INCOMING = ".incoming";
    private static final String MARK = "spool-mark";
    private static final Duration LATER = Duration.ofSeconds(60);
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final int BUFFER = 1 << 16;
    /** So much of a part may wait to be written: a large part flushed at once would hold up every other write for seconds. */
    private static final int FLUSH_AT = 4 << 20;

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

    Path root() {
        return root;
    }

    /** What tells this directory from any other, whoever mounts it wherever: written into it by the first who comes. */
    String mark() {
        Path file = root.resolve(MARK);
        try {
            if (!Files.exists(file)) {
                Path fresh = Files.createTempFile(root, MARK, INCOMING);
                try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.wrap(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII)));
                    channel.force(true);
                }
                linkUnlessThere(file, fresh);
                Files.delete(fresh);
                force(root);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The spool directory " + root + " cannot be marked", e);
        }
    }

    /** A link appears whole or not at all, and only for one of those who try at the same time. */
    private static void linkUnlessThere(Path file, Path fresh) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException another) {
            LOG.debug("Another instance has marked {} just now", file);
        }
    }

    /** A file on its way in, not acknowledged yet. */
    record Incoming(Path file, ContentDigest digest, long bytes) {}

    /** Streams a part to disk; refuses one that is longer than {@code limit} bytes. The caller keeps or discards it. */
    Incoming receive(UUID batch, InputStream body, long limit) throws IOException {
        Path directory = directory(batch);
        Path file = directory.resolve(UUID.randomUUID() + INCOMING);
        MessageDigest sha256 = sha256();
        try (InputStream in = new DigestInputStream(body, sha256);
                FileChannel channel = onDisk(() -> {
                    makeDurably(directory);
                    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                })) {
            long bytes = copy(in, channel, limit);
            onDisk(() -> {
                channel.force(true);
                return file;
            });
            return new Incoming(file, ContentDigest.of(sha256.digest()), bytes);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static long copy(InputStream in, FileChannel channel, long limit) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        long flushed = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            if (bytes > limit) {
                throw new HubProblem(
                        ErrorCode.CONTENT_TOO_LARGE,
                        "A part is at most " + limit + " bytes long; send the rest as further parts");
            }
            ByteBuffer filled = ByteBuffer.wrap(buffer, 0, read);
            while (filled.hasRemaining()) {
                onDisk(() -> channel.write(filled));
            }
            if (bytes - flushed >= FLUSH_AT) {
                onDisk(() -> {
                    channel.force(false);
                    return channel;
                });
                flushed = bytes;
            }
        }
        return bytes;
    }

    /** Something done to the disk, which may be full or broken. */
    @FunctionalInterface
    private interface DiskWork<T> {
        T done() throws IOException;
    }

    /** What the disk refuses is no fault of the sender's, who may send it again: 503. */
    private static <T> T onDisk(DiskWork<T> work) {
        try {
            return work.done();
        } catch (IOException failed) {
            LOG.error("The spool cannot be written: {}", failed.toString());
            throw new HubProblem(
                            ErrorCode.SPOOL_UNAVAILABLE,
                            "The spool cannot take the part now, nothing of it is kept; send it again")
                    .retryAfter(LATER);
        }
    }

    /** Gives an incoming file its name for good; durable when this returns. */
    void keep(Incoming incoming, Part part) {
        onDisk(() -> {
            Path kept = Files.move(
                    incoming.file(), path(part), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(directory(part.batch()));
            return kept;
        });
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

    /** The batches of which something is kept. */
    List<UUID> batches() {
        try (Stream<Path> directories = Files.list(root)) {
            return directories
                    .map(directory -> directory.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                    .map(UUID::fromString)
                    .toList();
        } catch (IOException e) {
            LOG.warn("Cannot look into the spool {}: {}", root, e.toString());
            return List.of();
        }
    }

    /** Removes files whose upload broke off with the instance that received them, and what it had unpacked beside them. */
    void removeAbandoned() {
        Instant before = clock.instant().minus(ABANDONED);
        try (Stream<Path> found = Files.walk(root, 2)) {
            for (Path file : found.filter(Spool::passing).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    FileSystemUtils.deleteRecursively(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Cannot look for abandoned uploads in {}: {}", root, e.toString());
        }
    }

    private static boolean passing(Path file) {
        return file.toString().endsWith(INCOMING)
                || (file.getFileName().toString().startsWith(ParquetFiles.ROOM) && Files.isDirectory(file));
    }

    private Path directory(UUID batch) {
        return root.resolve(batch.toString());
    }

    private void makeDurably(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
        }
        // Even when it is there already: whoever has made it just now may not have come to this.
        force(root);
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
