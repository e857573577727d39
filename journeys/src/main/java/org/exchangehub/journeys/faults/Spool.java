package org.exchangehub.journeys.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The spool both instances share, on a small file system of its own in memory where this machine lets one be mounted, so that it
 * can be filled to the last byte without harming anybody else.
 */
record Spool(Path directory, boolean small) {

    private static final int BLOCK = 1 << 16;

    static Spool of(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=96m", "hub-faults", directory.toString());
        return new Spool(directory, mounted);
    }

    /** Takes a file system of an earlier run away. */
    static void release(Path directory) throws IOException, InterruptedException {
        if (Files.isDirectory(directory)) {
            run("umount", directory.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Leaves no byte free until {@link #empty}. */
    void fill() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream out =
                Files.newOutputStream(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            try (OutputStream out = Files.newOutputStream(ballast(), StandardOpenOption.APPEND)) {
                while (true) {
                    out.write(0);
                }
            } catch (IOException reallyFull) {
                return;
            }
        }
    }

    void empty() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return directory.resolve("ballast");
    }
}
