package org.exchangehub.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** exchange-core, the hub itself, as one instance with the configuration of this installation. */
final class HubEngine extends Engine {

    private final Path build;
    private final HubProperties properties;

    HubEngine(StateDirectory state, Ports ports, Cache cache, Path build, HubProperties properties) {
        super("exchange-core", state, ports, cache);
        this.build = build;
        this.properties = properties;
    }

    @Override
    int port() {
        return ports.of("hub", 8080);
    }

    @Override
    Duration patience() {
        return Duration.ofMinutes(2);
    }

    @Override
    void launch() {
        Path file = state.root().resolve("exchange-core.properties");
        StateDirectory.made(state.data("exchange-core"));
        StateDirectory.made(state.data("spool"));
        String text = properties.of("hub").entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .sorted()
                .collect(Collectors.joining("", "# Written by ./hub at each start.\n", ""));
        StateDirectory.write(file, text.getBytes(StandardCharsets.UTF_8));
        Path program = installed(jar());
        process.start(
                List.of(
                        java().toString(),
                        "-Xms256m",
                        "-Xmx768m",
                        "-XX:+UseG1GC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        // Classes as the first run left them when it ended: later starts take a fraction of the time.
                        "-XX:+AutoCreateSharedArchive",
                        "-Xlog:cds=off",
                        "-XX:SharedArchiveFile=" + classArchive(),
                        "-jar",
                        program.toString(),
                        "--spring.config.additional-location=file:" + file),
                state.data("exchange-core"),
                Map.of());
    }

    /** Puts the newest build in its place, so that the next start need not; a running hub of an older build is stopped. */
    synchronized void install() {
        if (running() && outdated()) {
            stop();
        }
        if (!running()) {
            installed(jar());
        }
    }

    /**
     * A running hub reads classes from its jars as it needs them, so it runs from a copy that no build replaces; unpacked,
     * because a jar within a jar is slow to start from and cannot share classes.
     *
     * @return the jar to start
     */
    private Path installed(Path built) {
        Path program = program();
        Path unpacked = state.data("exchange-core").resolve("program");
        Path start = unpacked.resolve(program.getFileName().toString());
        if (Files.exists(start) && !outdated()) {
            return start;
        }
        try {
            StateDirectory.delete(unpacked);
            Files.deleteIfExists(classArchive());
            Files.copy(built, program, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Path fresh = state.data("exchange-core").resolve("program.new");
            StateDirectory.delete(fresh);
            Command.run(
                    state.data("exchange-core"),
                    List.of(
                            java().toString(),
                            "-Djarmode=tools",
                            "-jar",
                            program.toString(),
                            "extract",
                            "--destination",
                            fresh.toString()),
                    "exchange-core cannot be unpacked in " + fresh + ".");
            Files.move(fresh, unpacked, StandardCopyOption.ATOMIC_MOVE);
            return start;
        } catch (IOException e) {
            throw new Explained("exchange-core cannot be copied to " + program + "; check free space and owner.", e);
        }
    }

    private Path classArchive() {
        return state.data("exchange-core").resolve("classes.jsa");
    }

    private Path program() {
        return StateDirectory.made(state.data("exchange-core")).resolve("exchange-core.jar");
    }

    /** Whether a build has made another program since this one was started. */
    @Override
    boolean outdated() {
        try {
            return Files.mismatch(jar(), program()) >= 0;
        } catch (IOException e) {
            return true;
        }
    }

    private Path jar() {
        try (Stream<Path> files = Files.list(build)) {
            return files.filter(file ->
                            file.getFileName().toString().matches("exchange-core-[0-9].*(?<!-sources|-exec)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no exchange-core jar"));
        } catch (IOException e) {
            throw new Explained("exchange-core has not been built in " + build + "; any ./hub command builds it.", e);
        }
    }

    @Override
    boolean ready() {
        return Http.answers("http://localhost:" + port() + "/actuator/health/readiness");
    }
}
