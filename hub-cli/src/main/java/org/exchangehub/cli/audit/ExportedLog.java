package org.exchangehub.cli.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.exchangehub.tlog.TileSource;

/** A log that is copied into a directory as it is read; tiles never change, so those already there are not fetched. */
final class ExportedLog implements TileSource {

    static final String CHECKPOINT = "checkpoint";

    private final TileSource log;
    private final Path directory;
    private int fetched;

    ExportedLog(TileSource log, Path directory) {
        this.log = log;
        this.directory = directory;
    }

    /** How many tiles and bundles were not there before. */
    int fetched() {
        return fetched;
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        if (path.equals(CHECKPOINT)) {
            return log.read(path);
        }
        Path file = directory.resolve(path);
        if (Files.isRegularFile(file)) {
            return Optional.of(Files.readAllBytes(file));
        }
        Optional<byte[]> content = log.read(path);
        if (content.isPresent()) {
            write(file, content.get());
            fetched++;
        }
        return content;
    }

    /** Writes a file so that it is there whole or not at all. */
    static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
