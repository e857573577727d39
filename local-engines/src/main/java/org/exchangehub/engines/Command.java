package org.exchangehub.engines;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Short commands that an engine's set-up runs and waits for. */
final class Command {

    private static final long LIMIT_SECONDS = 900;

    private Command() {}

    static void run(Path directory, List<String> command, String otherwise) {
        run(directory, command, Map.of(), otherwise);
    }

    static void run(Path directory, List<String> command, Map<String, String> environment, String otherwise) {
        runReading(null, directory, command, environment, otherwise);
    }

    /**
     * Runs to the end; a failure is explained by the sentence, followed by the last lines of what was printed.
     *
     * @param input what the command reads from its standard input, through a pipe, since it may not be allowed to open
     *     the file itself; nothing when null
     */
    static void runReading(
            @Nullable Path input,
            Path directory,
            List<String> command,
            Map<String, String> environment,
            String otherwise) {
        Path out = null;
        try {
            out = Files.createTempFile("hub-command", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.redirectOutput(out.toFile()).start();
            try (OutputStream in = process.getOutputStream()) {
                if (input != null) {
                    Files.copy(input, in);
                }
            }
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

    static String tail(Path file) throws IOException {
        List<String> lines = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }

    private static void deleteQuietly(@Nullable Path file) {
        if (file != null && !file.toFile().delete()) {
            file.toFile().deleteOnExit();
        }
    }
}
