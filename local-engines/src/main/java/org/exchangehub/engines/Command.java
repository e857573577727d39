package org.exchangehub.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Short commands that an engine's set-up runs and waits for. */
final class Command {

    private static final long LIMIT_SECONDS = 900;

    private Command() {}

    static void run(Path directory, List<String> command, String otherwise) {
        run(directory, command, Map.of(), otherwise);
    }

    /** Runs to the end; a failure is explained by the sentence, followed by the last lines of what was printed. */
    static void run(Path directory, List<String> command, Map<String, String> environment, String otherwise) {
        Path out = null;
        try {
            out = Files.createTempFile("hub-command", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.redirectOutput(out.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Explained(otherwise + " It did not end within " + LIMIT_SECONDS + " s.");
            }
            if (process.exitValue() != 0) {
                throw new Explained(otherwise + " It said: " + tail(out));
            }
        } catch (IOException e) {
            throw new Explained(otherwise + " " + command.getFirst() + " could not be started.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Explained("Interrupted.", e);
        } finally {
            deleteQuietly(out);
        }
    }

    /** Engines that refuse to run as root are run under another identity of a user namespace; files stay root's. */
    static List<String> notAsRoot(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of("unshare", "--user", "--map-user=1000", "--map-group=1000"));
        all.addAll(command);
        return all;
    }

    static String tail(Path file) throws IOException {
        List<String> lines = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }

    private static void deleteQuietly(@org.jspecify.annotations.Nullable Path file) {
        if (file != null && !file.toFile().delete()) {
            file.toFile().deleteOnExit();
        }
    }
}
