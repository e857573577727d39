package org.exchangehub.schemas;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of real data beside the repository, where there is one. */
public final class SharedData {

    public static final String ABSENT =
            "skipped: no folder of shared data; name one by the environment variable HUB_SHARED_DATA";

    private SharedData() {}

    public static Optional<Path> file(String path) {
        String named =
                Optional.ofNullable(System.getProperty("HUB_SHARED_DATA")).orElse(System.getenv("HUB_SHARED_DATA"));
        Path folder = named == null ? Path.of("../../shared/data") : Path.of(named);
        return Optional.of(folder.resolve(path)).filter(Files::exists);
    }
}
