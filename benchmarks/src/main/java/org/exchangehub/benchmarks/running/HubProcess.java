package org.exchangehub.benchmarks.running;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** exchange-core as {@code ./hub up} runs it, with the heap the targets allow; its program unpacked once. */
final class HubProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path directory;
    private final Path jar;
    private final Map<String, String> properties;
    private final @Nullable Class<?> driver;
    private @Nullable Process process;

    /**
     * A hub that is not started yet.
     *
     * @param build where exchange-core's jar lies
     * @param driver main class in place of exchange-core's own, which it is to start; its first argument is the hub's address
     */
    HubProcess(Path build, Path directory, Map<String, String> properties, @Nullable Class<?> driver) {
        this.driver = driver;
        this.directory = directory;
        this.properties = Map.copyOf(properties);
        this.jar = unpacked(built(build));
    }

    private static Path built(Path build) {
        try (Stream<Path> files = Files.list(build)) {
            return files.filter(
                            file -> file.getFileName().toString().matches("exchange-core-[0-9].*(?<!-sources)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("exchange-core has not been built in " + build));
        } catch (IOException e) {
            throw new UncheckedIOException("exchange-core has not been built in " + build, e);
        }
    }

    private Path unpacked(Path built) {
        Path program = directory.resolve("program");
        if (!Files.isDirectory(program)) {
            Tool.run(
                    List.of(
                            java(),
                            "-Djarmode=tools",
                            "-jar",
                            built.toString(),
                            "extract",
                            "--destination",
                            program.toString()),
                    Map.of());
        }
        return program.resolve(built.getFileName().toString());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @return seconds that took
     */
    double start() {
        try {
            Path file = directory.resolve("exchange-core.properties");
            Files.writeString(
                    file,
                    properties.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining("\n")));
            List<String> command = new ArrayList<>(List.of(
                    java(),
                    "-Xms256m",
                    "-Xmx768m",
                    "-XX:+UseG1GC",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+AutoCreateSharedArchive",
                    "-Xlog:cds=off",
                    "-XX:SharedArchiveFile=" + directory.resolve("classes.jsa")));
            String more = System.getenv("HUB_BENCH_JAVA_OPTIONS");
            if (more != null && !more.isBlank()) {
                command.addAll(List.of(more.split(" ")));
            }
            command.addAll(program());
            command.add("--spring.config.additional-location=file:" + file);
            long begun = System.nanoTime();
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("exchange-core.log").toFile())
                    .start();
            awaitReady(process, begun + PATIENCE.toNanos());
            return (System.nanoTime() - begun) / 1e9;
        } catch (IOException e) {
            throw new UncheckedIOException("exchange-core cannot be started", e);
        }
    }

    private List<String> program() {
        if (driver == null) {
            return List.of("-jar", jar.toString());
        }
        Path here = Path.of(
                driver.getProtectionDomain().getCodeSource().getLocation().getPath());
        return List.of("-cp", here + File.pathSeparator + jar, driver.getName(), url());
    }

    /** Tells the driver something, one line. */
    void tell(String line) {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("exchange-core does not run");
        }
        try {
            OutputStream in = running.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("exchange-core has ended; see " + directory, e);
        }
    }

    private void awaitReady(Process started, long deadline) {
        HttpRequest question = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                .build();
        while (true) {
            try {
                if (HTTP.send(question, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                if (!started.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "exchange-core did not become ready; see " + directory.resolve("exchange-core.log"),
                            notYet);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return "http://127.0.0.1:" + properties.get("server.port");
    }

    long pid() {
        return process == null ? -1 : process.pid();
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    void stop() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(40, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
