package org.exchangehub.tlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a log's checkpoint, tiles and entry bundles are read, by their paths under the log's prefix. */
@FunctionalInterface
public interface TileSource {

    /** What lies at a path such as {@code checkpoint} or {@code tile/0/000}; empty when nothing does. */
    Optional<byte[]> read(String path) throws IOException;

    /** A log exported into a directory, one file per path. */
    static TileSource directory(Path root) {
        return path -> {
            Path file = root.resolve(path);
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        };
    }
}
