package org.exchangehub.journeys.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the hub's instances, as a process that can be ended, halted, given another clock and made to fail at its disk. */
final class Instance {

    private static final Path CLOCK_LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");
    /** Only when asked for: with that library every look at the clock costs so much that an instance starts in minutes. */
    private static final boolean CLOCKS = Boolean.getBoolean("hub.faults.clock") && Files.exists(CLOCK_LIBRARY);

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration ASK = Duration.ofSeconds(2);

    /** Every so many-th of these calls of each thread fails. */
    private static final List<String> DISK_ERRORS = List.of(
            "strace",
            "-f",
            "-q",
            "--seccomp-bpf",
            "-e",
            "trace=fsync,rename",
            "-e",
            "signal=none",
            "-e",
            "inject=fsync:error=EIO:when=2+4",
            "-e",
            "inject=rename:error=EIO:when=4+7");

    private final String name;
    private final int port;
    private final Path directory;
    private final Path program;
    private final Map<String, String> properties;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(ASK).build();
    private @Nullable Process process;
    private boolean misled;

    /**
     * An instance that does not run yet.
     *
     * @param directory its own: state, log, clock
     * @param program the unpacked jar
     * @param properties its whole configuration
     */
    Instance(String name, int port, Path directory, Path program, Map<String, String> properties) {
        this.name = name;
        this.port = port;
        this.directory = directory;
        this.program = program;
        this.properties = new TreeMap<>(properties);
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    /** @param failing whether its disk is to fail now and then while it runs */
    synchronized void start(boolean failing) {
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve("exchange-core.properties");
            List<String> lines = properties.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .toList();
            Files.write(file, lines);
            clock("+0");
            ProcessBuilder builder = new ProcessBuilder(command(failing, file))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            misled = CLOCKS && !failing;
            if (misled) {
                builder.environment().put("LD_PRELOAD", CLOCK_LIBRARY.toString());
                builder.environment().put("FAKETIME_TIMESTAMP_FILE", clockFile().toString());
                builder.environment().put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
                builder.environment().put("FAKETIME_CACHE_DURATION", "1");
            }
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("The instance " + name + " cannot be started", e);
        }
    }

    private List<String> command(boolean failing, Path file) {
        List<String> command = new ArrayList<>();
        if (failing) {
            command.addAll(DISK_ERRORS);
            command.addAll(List.of(
                    "-o",
                    directory.resolve("strace." + System.nanoTime() + ".log").toString()));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                // Classes as the first life left them when it ended in order: later ones start in a fraction of the
                // time.
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + program.resolveSibling("classes.jsa"),
                "-Xlog:cds=off",
                "-jar",
                program.toString(),
                "--spring.config.additional-location=file:" + file));
        return command;
    }

    Path log() {
        return directory.resolve("exchange-core.log");
    }

    /** Whether its clock is one that can be set off. */
    synchronized boolean misleads() {
        return misled;
    }

    private Path clockFile() {
        return directory.resolve("clock");
    }

    /** Sets the instance's clock off by an offset such as {@code +3600}; it notices within a second. */
    void clock(String offset) throws IOException {
        Files.writeString(clockFile(), offset + "\n");
    }

    /** Calls that failed on purpose so far. */
    long diskErrors() throws IOException {
        long errors = 0;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path trace : files.filter(file -> file.getFileName().toString().startsWith("strace."))
                    .toList()) {
                try (Stream<String> lines = Files.lines(trace, StandardCharsets.ISO_8859_1)) {
                    errors += lines.filter(line -> line.endsWith("(INJECTED)")).count();
                }
            }
        }
        return errors;
    }

    boolean running() {
        Process current = process;
        return current != null && current.isAlive();
    }

    boolean ready() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/actuator/health/readiness"))
                .timeout(ASK)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits until it is ready; false when it has ended, which it may while its database is gone. */
    boolean awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            if (!running() || System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(200);
        }
        return true;
    }

    /** Ends it in order. */
    void stop() throws InterruptedException {
        Process current = process;
        if (current != null) {
            current.destroy();
            if (!current.waitFor(90, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }

    /** SIGKILL to the hub and to what traces it. */
    void kill() throws InterruptedException {
        Process current = process;
        if (current != null) {
            List<ProcessHandle> family = Stream.concat(current.descendants(), Stream.of(current.toHandle()))
                    .toList();
            family.forEach(ProcessHandle::destroyForcibly);
            current.waitFor(20, TimeUnit.SECONDS);
        }
    }

    /** SIGSTOP, a while, SIGCONT. */
    void halt(Duration time) throws IOException, InterruptedException {
        Process current = process;
        if (current != null && current.isAlive()) {
            long pid = current.descendants().map(ProcessHandle::pid).findFirst().orElse(current.pid());
            Signal.send("STOP", pid);
            try {
                Thread.sleep(time);
            } finally {
                Signal.send("CONT", pid);
            }
        }
    }
}
