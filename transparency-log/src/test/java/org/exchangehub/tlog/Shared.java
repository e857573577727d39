package org.exchangehub.tlog;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Public test vectors that are not part of the repository. */
final class Shared {

    private Shared() {}

    /** A file of the shared data; the test is skipped with a message where it is absent. */
    static Path vector(String name) {
        String configured = System.getenv("HUB_SHARED_DATA");
        Path data = configured != null ? Path.of(configured) : Path.of("..", "..", "shared", "data");
        Path file = data.resolve("vectors").resolve(name);
        assumeThat(Files.exists(file))
                .as(
                        "public vectors at %s (set HUB_SHARED_DATA)",
                        file.toAbsolutePath().normalize())
                .isTrue();
        return file;
    }
}
