package org.exchangehub.journeys.faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.tlog.WitnessKey;

/** Witnesses as departments run them: processes of {@code ./hub witness}. */
final class WitnessProcesses implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path root;
    private final List<Process> processes = new ArrayList<>();
    private final List<WitnessKey> keys = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();

    WitnessProcesses(Path root) {
        this.root = root;
    }

    /**
     * Starts so many and waits until they answer.
     *
     * @param log file with the verifier key of the log they witness
     */
    void start(int count, Path log) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            String name = "witness-" + (i + 1) + ".example";
            Path home = root.resolve(name);
            Files.createDirectories(root);
            int port = free();
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.exchangehub.cli.HubCommand",
                            "witness",
                            "--directory",
                            home.toString(),
                            "--name",
                            name,
                            "--listen",
                            "127.0.0.1:" + port,
                            "--log",
                            log.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(root.resolve(name + ".log").toFile())
                    .start());
            URI url = URI.create("http://127.0.0.1:" + port + "/");
            awaitAnswer(url, name);
            WitnessKey key = WitnessKey.parse(Files.readString(home.resolve("witness.vkey")));
            keys.add(key);
            String prefix = "hub.audit.witnesses[" + i + "].";
            settings.put(prefix + "name", name);
            settings.put(prefix + "url", url.toString());
            settings.put(prefix + "vkey", key.vkey());
        }
    }

    private void awaitAnswer(URI url, String name) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding());
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("the witness does not start; see " + root.resolve(name + ".log"), notYet);
                }
                Thread.sleep(100);
            }
        }
    }

    /** The hub's configuration that names them. */
    Map<String, String> settings() {
        return settings;
    }

    List<WitnessKey> keys() {
        return List.copyOf(keys);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
    }
}
