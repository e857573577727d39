package org.exchangehub.tlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Checks a whole log offline, with nothing but its public key: the checkpoint's signature, every entry against its leaf
 * hash, every tile against the level below it, the root, and receipts.
 */
public final class LogVerifier {

    private final NoteKey key;
    private final TileSource source;

    public LogVerifier(NoteKey key, TileSource source) {
        this.key = key;
        this.source = source;
    }

    /**
     * Checks the whole log.
     *
     * @return the checkpoint everything agrees with
     * @throws LogRefused at the first thing that is not as the checkpoint commits to it
     * @throws IOException when the log cannot be read
     */
    public Checkpoint verify() throws IOException {
        String note = new String(required("checkpoint"), StandardCharsets.UTF_8);
        Checkpoint checkpoint = Checkpoint.verified(note, key);
        List<Hash> level = leaves(checkpoint.size());
        requireRoot(checkpoint, level);
        for (int height = 1; level.size() >= Tile.WIDTH; height++) {
            level = above(level);
            requireTiles(height, level);
        }
        return checkpoint;
    }

    /**
     * Checks the whole log and one receipt.
     *
     * @param receipt the text of a receipt for an entry of this log
     */
    public Checkpoint verify(String receipt) throws IOException {
        Checkpoint checkpoint = verify();
        verifyReceipt(receipt, checkpoint);
        return checkpoint;
    }

    /** Checks that a checkpoint somebody kept is of this very log: the log only grew since. */
    public void verifyEarlier(String note) throws IOException {
        Checkpoint now = verify();
        Checkpoint earlier = Checkpoint.verified(note, key);
        if (earlier.size() > now.size()) {
            throw LogRefused.expected("Log size since an earlier checkpoint", "at least " + earlier.size(), now.size());
        }
        Hash root = rootOf(leaves(now.size()).subList(0, Math.toIntExact(earlier.size())));
        if (!root.equals(earlier.root())) {
            throw LogRefused.expected("Root of the first " + earlier.size() + " entries", earlier.root(), root);
        }
    }

    private void verifyReceipt(String receipt, Checkpoint checkpoint) throws IOException {
        TlogProof proof = TlogProof.parse(receipt);
        if (proof.index() >= checkpoint.size()) {
            throw LogRefused.expected("Receipt, index", "less than the log's " + checkpoint.size(), proof.index());
        }
        Tile bundle = Tile.holding(Tile.ENTRIES, proof.index(), checkpoint.size());
        List<byte[]> entries = EntryBundle.decode(required(bundle.path()));
        proof.verify(key, entries.get((int) (proof.index() % Tile.WIDTH)));
    }

    private List<Hash> leaves(long size) throws IOException {
        List<Hash> leaves = new ArrayList<>(Math.toIntExact(size));
        for (long first = 0; first < size; first += Tile.WIDTH) {
            Tile bundle = Tile.holding(Tile.ENTRIES, first, size);
            List<byte[]> entries = EntryBundle.decode(required(bundle.path()));
            if (entries.size() != bundle.width()) {
                throw LogRefused.expected(bundle.path() + ", number of entries", bundle.width(), entries.size());
            }
            List<Hash> hashes = entries.stream().map(Hash::ofLeaf).toList();
            requireTile(new Tile(0, bundle.index(), bundle.width()), hashes);
            leaves.addAll(hashes);
        }
        return leaves;
    }

    private void requireTiles(int level, List<Hash> nodes) throws IOException {
        for (int first = 0; first < nodes.size(); first += Tile.WIDTH) {
            List<Hash> hashes = nodes.subList(first, Math.min(first + Tile.WIDTH, nodes.size()));
            requireTile(new Tile(level, first / Tile.WIDTH, hashes.size()), hashes);
        }
    }

    private void requireTile(Tile tile, List<Hash> expected) throws IOException {
        byte[] found = required(tile.path());
        if (found.length != expected.size() * Hash.LENGTH) {
            throw LogRefused.expected(tile.path() + ", bytes", expected.size() * Hash.LENGTH, found.length);
        }
        for (int i = 0; i < expected.size(); i++) {
            Hash hash = Hash.of(Arrays.copyOfRange(found, i * Hash.LENGTH, (i + 1) * Hash.LENGTH));
            if (!hash.equals(expected.get(i))) {
                long index = tile.index() * Tile.WIDTH + i;
                String what = tile.level() == 0 ? "hash of entry " + index : "hash " + index;
                throw LogRefused.expected(tile.path() + ", " + what, hash, expected.get(i));
            }
        }
    }

    private static void requireRoot(Checkpoint checkpoint, List<Hash> leaves) {
        Hash root = rootOf(leaves);
        if (!root.equals(checkpoint.root())) {
            throw LogRefused.expected("Root of the " + checkpoint.size() + " entries", checkpoint.root(), root);
        }
    }

    private static Hash rootOf(List<Hash> leaves) {
        Frontier frontier = new Frontier();
        leaves.forEach(frontier::append);
        return frontier.root();
    }

    private static List<Hash> above(List<Hash> level) {
        List<Hash> nodes = new ArrayList<>(level.size() / Tile.WIDTH);
        for (int first = 0; first + Tile.WIDTH <= level.size(); first += Tile.WIDTH) {
            nodes.add(rootOf(level.subList(first, first + Tile.WIDTH)));
        }
        return nodes;
    }

    private byte[] required(String path) throws IOException {
        return source.read(path).orElseThrow(() -> LogRefused.expected(path, "a file", "nothing"));
    }
}
