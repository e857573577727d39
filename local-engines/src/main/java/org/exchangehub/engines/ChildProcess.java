package org.exchangehub.engines;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A long-running process of ours, known by its id and the moment it started, so that a number that another program has
 * taken over since is never mistaken for it. It outlives the command that started it.
 */
final class ChildProcess {

    private static final Duration GRACE = Duration.ofSeconds(40);

    private final StateDirectory state;
    private final String engine;

    ChildProcess(StateDirectory state, String engine) {
        this.state = state;
        this.engine = engine;
    }

    Optional<ProcessHandle> running() {
        ObjectNode run = Json.read(state.run(engine));
        return ProcessHandle.of(run.path("pid").asLong(-1))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startedAt(process) == run.path("startedAt").asLong());
    }

    void start(List<String> command, Path directory, Map<String, String> environment) {
        List<String> detached = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            detached.add("/usr/bin/setsid");
        }
        detached.addAll(command);
        StateDirectory.madeParent(state.log(engine));
        StateDirectory.made(directory);
        ProcessBuilder builder = new ProcessBuilder(detached)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(state.log(engine).toFile()));
        builder.environment().putAll(environment);
        try {
            ProcessHandle process = builder.start().toHandle();
            ObjectNode run = Json.object().put("pid", process.pid()).put("startedAt", startedAt(process));
            Json.write(state.run(engine), run);
        } catch (IOException e) {
            throw new Explained(
                    engine + " could not be started: " + command.getFirst() + " is missing or not executable.", e);
        }
    }

    /** Ends the process and what it has started; waits until all are gone. */
    void stop() {
        running().ifPresent(process -> {
            List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
            family.add(process);
            process.destroy();
            await(family, GRACE);
            family.forEach(ProcessHandle::destroyForcibly);
            await(family, Duration.ofSeconds(10));
        });
        delete();
    }

    /** Ends the process at once, as a power cut would. */
    void kill() {
        running().ifPresent(process -> {
            List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
            family.add(process);
            family.forEach(ProcessHandle::destroyForcibly);
            await(family, Duration.ofSeconds(10));
        });
        delete();
    }

    private void delete() {
        if (Files.exists(state.run(engine))) {
            StateDirectory.delete(state.run(engine));
        }
    }

    private static void await(List<ProcessHandle> family, Duration limit) {
        try {
            CompletableFuture.allOf(family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            // whoever is left is ended forcibly by the caller
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long startedAt(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(java.time.Instant::toEpochMilli)
                .orElse(0L);
    }
}
