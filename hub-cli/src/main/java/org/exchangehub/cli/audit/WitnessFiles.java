package org.exchangehub.cli.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exchangehub.engines.Explained;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.CosignatureSigner;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.Witness;
import org.exchangehub.tlog.WitnessKey;
import org.jspecify.annotations.Nullable;

/**
 * A witness's directory: its key, and per log the last checkpoint it cosigned, each replaced in one step and on the disk
 * before anything is answered. One process at a time holds the directory.
 */
final class WitnessFiles implements Witness.Memory, Closeable {

    private static final int MOST_ACCUSATIONS = 100;
    private static final int PEM_LINE = 64;

    private final Path directory;
    private final FileChannel lockFile;

    private WitnessFiles(Path directory, FileChannel lockFile) {
        this.directory = directory;
        this.lockFile = lockFile;
    }

    /**
     * Opens, or makes, a witness's directory.
     *
     * @throws Explained when another process holds it
     */
    static WitnessFiles open(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new Explained("Another witness works with " + directory + "; two must never share one memory.");
        }
        return new WitnessFiles(directory, channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    /**
     * The witness's key, made at the first start.
     *
     * @param name the witness's name; needed at the first start, and the same or none later
     */
    CosignatureSigner signer(@Nullable String name) throws IOException {
        Path pem = directory.resolve("witness.key.pem");
        Path vkey = directory.resolve("witness.vkey");
        if (!Files.exists(pem)) {
            if (name == null) {
                throw new Explained("A new witness needs a name, such as --name witness.finance.example;"
                        + " it stands in every cosignature and cannot be changed later.");
            }
            if (Files.exists(vkey)) {
                throw new Explained(
                        vkey + " is there and its key is not: put " + pem + " back. A new key would be a new witness.");
            }
            makeKey(pem);
        }
        String named =
                Files.exists(vkey) ? WitnessKey.parse(Files.readString(vkey)).name() : name;
        if (named == null || (name != null && !name.equals(named))) {
            throw new Explained("The witness in " + directory + " is named " + named + ", found --name " + name + ".");
        }
        CosignatureSigner signer = CosignatureSigner.fromPem(named, pem);
        replace(vkey, signer.key().vkey() + "\n");
        return signer;
    }

    private static void makeKey(Path pem) throws IOException {
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            String text = "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
            Files.createFile(pem, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(pem, text, StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has Ed25519", impossible);
        }
    }

    @Override
    public Optional<String> last(String origin) throws IOException {
        Path file = fileOf(origin);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    @Override
    public void keep(String origin, String note) throws IOException {
        replace(fileOf(origin), note);
    }

    @Override
    public void accuse(String origin, String kept, String contradicting) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("contradictions"));
        try (Stream<Path> files = Files.list(folder)) {
            if (files.count() >= MOST_ACCUSATIONS) {
                return;
            }
        }
        Checkpoint other = Checkpoint.unverified(contradicting);
        String name = other.size() + "-" + other.root().hex().substring(0, 16) + ".txt";
        replace(
                folder.resolve(name),
                origin + " signed two heads of one size. Cosigned here:\n\n" + kept + "\nSigned too:\n\n"
                        + contradicting);
    }

    /** Origins may hold any character: files are named by their hash. */
    private Path fileOf(String origin) {
        String name = Hash.ofLeaf(origin.getBytes(StandardCharsets.UTF_8)).hex();
        return directory.resolve(name.substring(0, 32) + ".checkpoint");
    }

    private static void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Lines for people: what was last cosigned of these logs. */
    List<String> remembered(List<String> origins) throws IOException {
        Stream.Builder<String> lines = Stream.builder();
        for (String origin : origins) {
            Optional<String> last = last(origin);
            lines.add(origin + " "
                    + last.map(note -> "last cosigned at size "
                                    + Checkpoint.unverified(note).size())
                            .orElse("never cosigned"));
        }
        return lines.build().toList();
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
