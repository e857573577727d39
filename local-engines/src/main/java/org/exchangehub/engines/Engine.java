package org.exchangehub.engines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One engine of a local installation: started as a child process, ready when it answers. */
abstract class Engine {

    static final String LOOPBACK = "127.0.0.1";
    private static final Duration PAUSE = Duration.ofMillis(200);

    final StateDirectory state;
    final Ports ports;
    final Cache cache;
    final ChildProcess process;
    private final String name;

    Engine(String name, StateDirectory state, Ports ports, Cache cache) {
        this.name = name;
        this.state = state;
        this.ports = ports;
        this.cache = cache;
        this.process = new ChildProcess(state, name);
    }

    final String name() {
        return name;
    }

    /** The port people and other engines use. */
    abstract int port();

    /** How long a start may take on a slow, busy machine. */
    Duration patience() {
        return Duration.ofMinutes(4);
    }

    /** Makes configuration and starts the process. */
    abstract void launch();

    /** Whether the engine answers as it should; called every 200 ms. */
    abstract boolean ready();

    /** Whether a running engine is of an older build than the one that would be started now. */
    boolean outdated() {
        return false;
    }

    /** Done after each start once the engine is ready, before anybody uses it. */
    void settle() {}

    void stop() {
        process.stop();
    }

    /** Ends the engine at once, as a power cut would. */
    void kill() {
        process.kill();
    }

    /** Sends the engine's processes a signal, such as {@code STOP}. */
    void signal(String signal) {
        process.signal(signal);
    }

    final boolean running() {
        return process.running().isPresent();
    }

    /** Starts the engine unless it runs, and waits until it is ready. */
    final synchronized void up() {
        if (running() && outdated()) {
            stop();
        }
        if (!running()) {
            process.kill();
            ports.requireFree(name, port());
            launch();
        }
        long deadline = System.nanoTime() + patience().toNanos();
        while (!ready()) {
            if (!running()) {
                throw new Explained(name + " ended while starting; see " + state.log(name) + lastLine());
            }
            if (System.nanoTime() > deadline) {
                throw new Explained(
                        name + " was not ready after " + patience().toSeconds() + " s; see " + state.log(name));
            }
            pause();
        }
        settle();
    }

    private String lastLine() {
        try {
            return ": " + Command.tail(state.log(name));
        } catch (java.io.IOException unreadable) {
            return ".";
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Explained("Interrupted.", e);
        }
    }

    final Path secret(String relative) {
        return state.secrets().resolve(relative);
    }

    /** The java program this JVM runs on, so that engines never depend on what is on the PATH. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    static String javaHome() {
        return Optional.ofNullable(System.getProperty("java.home")).orElseThrow();
    }
}
