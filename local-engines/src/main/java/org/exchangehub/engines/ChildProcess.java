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

    /** Starts the process, after ending what an earlier run has left behind. */
    void start(List<String> command, Path directory, Map<String, String> environment) {
        kill();
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
        List<ProcessHandle> family = family();
        family.forEach(ProcessHandle::destroy);
        await(family, GRACE);
        family.forEach(ProcessHandle::destroyForcibly);
        await(family, Duration.ofSeconds(10));
        delete();
    }

    /** Ends the process at once, as a power cut would. */
    void kill() {
        List<ProcessHandle> family = family();
        family.forEach(ProcessHandle::destroyForcibly);
        await(family, Duration.ofSeconds(10));
        delete();
    }

    /** Sends the process and what it has started a signal Java has no word for, named as kill names it. */
    void signal(String signal) {
        List<String> kill = new ArrayList<>(List.of("kill", "-" + signal));
        family().forEach(process -> kill.add(Long.toString(process.pid())));
        try {
            new ProcessBuilder(kill)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Explained("No signal could be sent to " + engine + ": there is no program kill.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The process, what it has started, and what an earlier, half-dead run has left behind: whoever is still in the
     * session that the process once led. A number that another program has got since leads another session.
     */
    private List<ProcessHandle> family() {
        ObjectNode run = Json.read(state.run(engine));
        long pid = run.path("pid").asLong(-1);
        List<ProcessHandle> family = new ArrayList<>();
        running().ifPresent(process -> {
            process.descendants().forEach(family::add);
            family.add(process);
        });
        if (family.isEmpty()
                && pid > 0
                && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
            ProcessHandle.allProcesses()
                    .filter(process -> session(process) == pid)
                    .filter(process ->
                            startedAt(process) >= run.path("startedAt").asLong())
                    .forEach(family::add);
        }
        return family;
    }

    /** The session a process belongs to, as Linux tells it; -1 where it does not. */
    private static long session(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", 5)[3]);
        } catch (IOException | NumberFormatException elsewhere) {
            return -1;
        }
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
