package org.exchangehub.benchmarks.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exchangehub.benchmarks.running.HubUnderTest;
import org.exchangehub.benchmarks.running.Tool;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.EntryBundle;
import org.exchangehub.tlog.LogVerifier;
import org.exchangehub.tlog.NoteKey;
import org.exchangehub.tlog.SignedNote;
import org.exchangehub.tlog.Tile;
import org.exchangehub.tlog.TileSource;

/** The log as files, one for each tile and bundle (C2SP tlog-tiles), and how fast it is verified and merely digested. */
final class ExportedTiles {

    private static final double MEBI = 1 << 20;
    private static final int BUFFER = 1 << 16;
    private static final double SECOND = 1e9;

    private final Path root;
    private final NoteKey key;
    private final Path all;
    private final long size;
    private final long bytes;

    /** Exports what the newest checkpoint covers. */
    ExportedTiles(HubUnderTest engines, NoteKey key) {
        this.root = engines.directory().resolve("tiles");
        this.key = key;
        this.all = engines.directory().resolve("tiles.all");
        String note = engines.text("select note from hub.log_checkpoint order by size desc limit 1");
        this.size = Checkpoint.parse(SignedNote.parse(note).text()).size();
        try (Connection connection = engines.connection()) {
            write("checkpoint", note.getBytes(StandardCharsets.UTF_8));
            for (long first = 0; first < size; first += Tile.WIDTH) {
                entries(connection, Tile.holding(Tile.ENTRIES, first, size));
            }
            for (int level = 1; size >>> (Tile.HEIGHT * level) > 0; level++) {
                long nodes = size >>> (Tile.HEIGHT * level);
                for (long first = 0; first < nodes; first += Tile.WIDTH) {
                    nodes(connection, Tile.holding(level, first, size));
                }
            }
            this.bytes = concatenated();
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be exported", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void entries(Connection connection, Tile bundle) throws SQLException, IOException {
        List<byte[]> entries = new ArrayList<>(bundle.width());
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        try (PreparedStatement statement = connection.prepareStatement(
                "select entry, leaf_hash from hub.log_entry where index >= ? and index < ? order by index")) {
            long first = bundle.index() * Tile.WIDTH;
            statement.setLong(1, first);
            statement.setLong(2, first + bundle.width());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(rows.getBytes(1));
                    hashes.writeBytes(rows.getBytes(2));
                }
            }
        }
        write(bundle.path(), EntryBundle.encode(entries));
        write(new Tile(0, bundle.index(), bundle.width()).path(), hashes.toByteArray());
    }

    private void nodes(Connection connection, Tile tile) throws SQLException, IOException {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        try (PreparedStatement statement = connection.prepareStatement(
                "select hash from hub.log_node where level = ? and index >= ? and index < ? order by index")) {
            long first = tile.index() * Tile.WIDTH;
            statement.setInt(1, tile.level());
            statement.setLong(2, first);
            statement.setLong(3, first + tile.width());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    hashes.writeBytes(rows.getBytes(1));
                }
            }
        }
        write(tile.path(), hashes.toByteArray());
    }

    private void write(String path, byte[] content) throws IOException {
        Path file = root.resolve(path);
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, content);
    }

    /** All entry bundles in one file, for whoever only digests. */
    private long concatenated() throws IOException {
        try (var out = Files.newOutputStream(all)) {
            for (long first = 0; first < size; first += Tile.WIDTH) {
                Files.copy(root.resolve(Tile.holding(Tile.ENTRIES, first, size).path()), out);
            }
        }
        return Files.size(all);
    }

    long size() {
        return size;
    }

    double megabytes() {
        return bytes / MEBI;
    }

    /** Replays everything: each entry, each tile, the root, the signature. MiB of entries a second. */
    double replayed() {
        long begun = System.nanoTime();
        try {
            Checkpoint verified = new LogVerifier(key, TileSource.directory(root)).verify();
            if (verified.size() != size) {
                throw new IllegalStateException("expected " + size + " entries, verified " + verified.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rate(begun);
    }

    /** SHA-256 over the same entries by Java's own provider. MiB a second. */
    double digested() {
        long begun = System.nanoTime();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(all)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        return rate(begun);
    }

    /** SHA-256 over the same entries by OpenSSL. MiB a second. */
    double digestedByOpenssl() {
        long begun = System.nanoTime();
        Tool.run(List.of("openssl", "dgst", "-sha256", all.toString()), Map.of());
        return rate(begun);
    }

    private double rate(long begun) {
        return megabytes() * SECOND / (System.nanoTime() - begun);
    }
}
