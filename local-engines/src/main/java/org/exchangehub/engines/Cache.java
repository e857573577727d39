package org.exchangehub.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacked engines, shared by all state directories of a user: fetched through the user's own Maven, checked by digest,
 * unpacked once. Other processes wait at a file lock meanwhile.
 */
final class Cache {

    private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";

    private final Path root;

    Cache(Path root) {
        this.root = root.toAbsolutePath();
    }

    /** The cache named by HUB_CACHE, else {@code ~/.cache/exchange-hub}. */
    static Cache ofUser() {
        String named = System.getenv("HUB_CACHE");
        return new Cache(
                named == null ? Path.of(System.getProperty("user.home"), ".cache", "exchange-hub") : Path.of(named));
    }

    /**
     * The installation of an archive, fetched and unpacked when it is not there yet.
     *
     * @param prepare done once with a fresh installation before anybody sees it
     */
    Path unpacked(Archive archive, Consumer<Path> prepare) {
        Path home = root.resolve(archive.name());
        if (Files.isDirectory(home)) {
            return home;
        }
        StateDirectory.made(root);
        try (FileChannel channel = FileChannel.open(
                        root.resolve(archive.name() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(home)) {
                unpack(archive, home, prepare);
            }
            return home;
        } catch (IOException e) {
            throw new Explained(
                    "The engine " + archive.name() + " cannot be unpacked below " + root
                            + "; check free space and owner.",
                    e);
        }
    }

    private void unpack(Archive archive, Path home, Consumer<Path> prepare) throws IOException {
        Path work = Files.createTempDirectory(root, archive.name() + ".");
        try {
            Path file = fetched(archive, work);
            requireDigest(archive, file);
            Path tree = StateDirectory.made(work.resolve("tree"));
            extract(file, tree);
            Path installation = archive.root().isEmpty() ? tree : tree.resolve(archive.root());
            makeExecutable(installation.resolve("bin"));
            prepare.accept(installation);
            Files.move(installation, home, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            StateDirectory.delete(work);
        }
    }

    private static Path fetched(Archive archive, Path directory) throws IOException {
        String maven = System.getenv().getOrDefault("HUB_MAVEN", "mvn");
        Command.run(
                directory,
                List.of(
                        maven,
                        "-B",
                        "-q",
                        COPY,
                        "-Dartifact=" + archive.coordinates(),
                        "-DoutputDirectory=" + directory),
                "Maven could not fetch " + archive.coordinates()
                        + "; check the network and the mirror in Maven's settings.");
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".out"))
                    .findFirst()
                    .orElseThrow(() -> new Explained("Maven fetched " + archive.coordinates() + " but left no file."));
        }
    }

    static void requireDigest(Archive archive, Path file) throws IOException {
        String found = digest(file);
        if (!found.equals(archive.sha256())) {
            throw new Explained("The archive " + archive.coordinates()
                    + " is not the one that was tried: expected SHA-256 " + archive.sha256() + ", found " + found
                    + "; remove it from Maven's local repository and try again.");
        }
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Unpacks a zip, a tar.gz, or a jar that holds one tar.xz. */
    private static void extract(Path file, Path tree) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".zip")) {
            unzip(file, tree, "");
        } else if (name.endsWith(".jar")) {
            unzip(file, tree, ".txz");
            try (Stream<Path> inner = Files.list(tree)) {
                Path archive = inner.findFirst().orElseThrow(() -> new IOException("no .txz in " + file));
                untar(archive, tree);
                Files.delete(archive);
            }
        } else {
            untar(file, tree);
        }
    }

    private static void untar(Path archive, Path tree) {
        Command.run(
                tree,
                List.of("tar", "xf", archive.toString(), "-C", tree.toString()),
                "tar could not unpack " + archive.getFileName() + "; install tar and xz (package xz-utils).");
    }

    private static void unzip(Path file, Path tree, String suffix) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                Path target = tree.resolve(entry.getName()).normalize();
                if (entry.isDirectory() || !entry.getName().endsWith(suffix) || !target.startsWith(tree)) {
                    continue;
                }
                Files.createDirectories(target.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
    }

    private static void makeExecutable(Path bin) throws IOException {
        if (!Files.isDirectory(bin)) {
            return;
        }
        try (Stream<Path> files = Files.walk(bin)) {
            files.filter(Files::isRegularFile).forEach(file -> file.toFile().setExecutable(true));
        }
    }
}
