package org.exchangehub.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** Everything an installation on one machine keeps: ports, secrets, data, logs and what runs. */
public record StateDirectory(Path root) {

    public StateDirectory {
        root = root.toAbsolutePath().normalize();
    }

    public Path data(String engine) {
        return root.resolve("data").resolve(engine);
    }

    public Path log(String engine) {
        return root.resolve("logs").resolve(engine + ".log");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    Path run(String engine) {
        return root.resolve("run").resolve(engine + ".json");
    }

    Path ports() {
        return root.resolve("ports.json");
    }

    public Path endpoints() {
        return root.resolve("endpoints.json");
    }

    /** Creates a directory and its parents; those with secrets are readable by their owner only. */
    static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new Explained("The directory " + directory + " cannot be created; make its parent writable.", e);
        }
    }

    /** The directory a file lies in, created when it is not there yet. */
    static Path madeParent(Path file) {
        return made(Objects.requireNonNull(file.getParent(), "a file of a state directory has a parent"));
    }

    static Path madePrivate(Path directory) {
        made(directory);
        try {
            if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
            return directory;
        } catch (IOException e) {
            throw new Explained("The directory " + directory + " cannot be made private; check its owner.", e);
        }
    }

    /** Writes a file so that it is seen whole or not at all. */
    static void write(Path file, byte[] content) {
        Path directory = madeParent(file);
        try {
            Path part = Files.createTempFile(directory, file.getFileName().toString(), ".part");
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Explained("The file " + file + " cannot be written; check free space and owner.", e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Explained("The file " + file + " cannot be read; run ./hub down --wipe to start afresh.", e);
        }
    }

    /** Removes everything; nothing may run any more. */
    void wipe() {
        delete(root);
    }

    static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new Explained("The directory " + tree + " cannot be removed; check who owns its files.", e);
        }
    }
}
