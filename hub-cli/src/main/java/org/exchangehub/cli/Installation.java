package org.exchangehub.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.exchangehub.engines.Explained;
import org.exchangehub.engines.LocalStack;

/**
 * A checkout of the project and the state of what runs from it.
 *
 * @param checkout root of the project, where its parts have been built
 * @param state directory with ports, secrets, data and logs: {@code .hub}, or what {@code HUB_STATE} names
 */
public record Installation(Path checkout, Path state) {

    /** The checkout the hub script lies in, which it names by the system property {@code hub.root}. */
    static Installation ofThisCheckout() {
        Path checkout = Path.of(System.getProperty("hub.root", "")).toAbsolutePath();
        String named = System.getenv("HUB_STATE");
        return new Installation(
                checkout,
                named == null ? checkout.resolve(".hub") : Path.of(named).toAbsolutePath());
    }

    /** The engines of this installation; each is announced on a line of its own when it is ready. */
    public LocalStack stack(PrintWriter out) {
        return new LocalStack(state, checkout, false, (engine, millis) -> announce(out, engine, millis));
    }

    static void announce(PrintWriter out, String engine, long millis) {
        synchronized (out) {
            out.printf(Locale.ROOT, "  %-14s ready after %5.1f s%n", engine, millis / 1000.0);
            out.flush();
        }
    }

    /** Whether anything was ever started here. */
    public boolean exists() {
        return Files.exists(state.resolve("ports.json"));
    }

    /** Refuses when nothing was ever started here. */
    public LocalStack existing(PrintWriter out) {
        if (!exists()) {
            throw new Explained("Nothing has been started in " + state + " yet; ./hub up does it.");
        }
        return stack(out);
    }

    /** Does something that no other hub command may do with this installation at the same time. */
    public void exclusively(Runnable work) {
        try {
            Files.createDirectories(state);
            try (FileChannel channel = FileChannel.open(
                            state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    throw new OverlappingFileLockException();
                }
                work.run();
            }
        } catch (OverlappingFileLockException e) {
            throw new Explained(
                    "Another hub command is starting or stopping what is in " + state + "; wait until it has ended.",
                    e);
        } catch (IOException e) {
            throw new Explained("The directory " + state + " cannot be written; check its owner and free space.", e);
        }
    }
}
