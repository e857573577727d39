package org.exchangehub.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.exchangehub.tlog.LogRefused.Reason;

/** What a log publishes, read tile by tile; nothing here is verified but its form. */
final class StoredTiles implements NodeSource {

    private final TileSource source;

    /** What lies at a tile's path, or at that of the full tile that has taken its place. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Content(byte[] bytes, int width) {}

    StoredTiles(TileSource source) {
        this.source = source;
    }

    /** The signed checkpoint as it is published. */
    String checkpoint() throws IOException {
        byte[] note = source.read("checkpoint")
                .orElseThrow(() -> LogRefused.because(Reason.MISSING, "checkpoint", "a file", "nothing"));
        return SignedNote.utf8("checkpoint", note);
    }

    /** The entries of a bundle as it is in a tree of some size. */
    List<byte[]> entries(Tile bundle) throws IOException {
        Content content = content(bundle);
        List<byte[]> entries = EntryBundle.decode(content.bytes());
        if (entries.size() != content.width()) {
            throw LogRefused.because(
                    Reason.TRUNCATED, bundle.path() + ", number of entries", content.width(), entries.size());
        }
        return entries.subList(0, bundle.width());
    }

    @Override
    public List<Hash> nodes(int level, long first, int count) {
        try {
            return hashes(new Tile(level, first / Tile.WIDTH, count));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Hash> hashes(Tile tile) throws IOException {
        Content content = content(tile);
        int length = content.width() * Hash.LENGTH;
        if (content.bytes().length != length) {
            throw LogRefused.because(Reason.TRUNCATED, tile.path() + ", bytes", length, content.bytes().length);
        }
        List<Hash> hashes = new ArrayList<>(tile.width());
        for (int at = 0; at < tile.width() * Hash.LENGTH; at += Hash.LENGTH) {
            hashes.add(Hash.of(Arrays.copyOfRange(content.bytes(), at, at + Hash.LENGTH)));
        }
        return hashes;
    }

    /** A partial tile may have been removed once the full one is there (C2SP tlog-tiles). */
    private Content content(Tile tile) throws IOException {
        Optional<byte[]> exact = source.read(tile.path());
        if (exact.isPresent()) {
            return new Content(exact.get(), tile.width());
        }
        Tile full = new Tile(tile.level(), tile.index(), Tile.WIDTH);
        return source.read(full.path())
                .map(bytes -> new Content(bytes, Tile.WIDTH))
                .orElseThrow(() -> LogRefused.because(Reason.MISSING, tile.path(), "a file", "nothing"));
    }
}
