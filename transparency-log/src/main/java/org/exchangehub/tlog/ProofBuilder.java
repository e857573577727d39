package org.exchangehub.tlog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds roots and proofs for any size the log ever had, from the nodes its tiles store. */
public final class ProofBuilder {

    /** Tiles kept so that neighbouring nodes are read once: 64 × 256 hashes of some 60 bytes. */
    private static final int TILES_KEPT = 64;

    private record TileKey(int level, long index) {}

    /** The tiles read last. */
    @SuppressWarnings("serial") // never written
    private static final class LatestRead extends LinkedHashMap<TileKey, List<Hash>> {

        LatestRead() {
            super(TILES_KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<TileKey, List<Hash>> eldest) {
            return size() > TILES_KEPT;
        }
    }

    private final NodeSource source;
    private final long size;
    private final Map<TileKey, List<Hash>> tiles = new LatestRead();

    /**
     * Builds for trees of at most {@code size} leaves.
     *
     * @param size how many leaves the source holds at least
     */
    public ProofBuilder(NodeSource source, long size) {
        this.source = source;
        this.size = size;
    }

    /** The root of the first {@code leaves} leaves. */
    public Hash root(long leaves) {
        requireHeld(leaves);
        return range(0, leaves);
    }

    /** The inclusion proof of a leaf in the tree of the first {@code leaves} leaves (RFC 6962 §2.1.1). */
    public List<Hash> inclusion(long index, long leaves) {
        requireHeld(leaves);
        if (index < 0 || index >= leaves) {
            throw LogRefused.because(
                    LogRefused.Reason.OUTSIDE_TREE, "Inclusion proof, leaf index", "0 to " + (leaves - 1), index);
        }
        List<Hash> proof = new ArrayList<>();
        path(index, 0, leaves, proof);
        return proof;
    }

    /** The consistency proof between the first {@code older} and the first {@code newer} leaves (RFC 6962 §2.1.2). */
    public List<Hash> consistency(long older, long newer) {
        requireHeld(newer);
        if (older < 0 || older > newer) {
            throw LogRefused.because(
                    LogRefused.Reason.OUTSIDE_TREE, "Consistency proof, older size", "0 to " + newer, older);
        }
        List<Hash> proof = new ArrayList<>();
        if (older > 0 && older < newer) {
            subproof(older, 0, newer, true, proof);
        }
        return proof;
    }

    private void path(long index, long start, long end, List<Hash> proof) {
        if (end - start == 1) {
            return;
        }
        long split = start + split(end - start);
        if (index < split) {
            path(index, start, split, proof);
            proof.add(range(split, end));
        } else {
            path(index, split, end, proof);
            proof.add(range(start, split));
        }
    }

    private void subproof(long older, long start, long end, boolean whole, List<Hash> proof) {
        if (older == end) {
            if (!whole) {
                proof.add(range(start, end));
            }
            return;
        }
        long split = start + split(end - start);
        if (older <= split) {
            subproof(older, start, split, whole, proof);
            proof.add(range(split, end));
        } else {
            subproof(older, split, end, false, proof);
            proof.add(range(start, split));
        }
    }

    /** The root of the leaves {@code start} to {@code end}, a subtree of the whole. */
    Hash range(long start, long end) {
        long leaves = end - start;
        if (leaves == 0) {
            return Hash.OF_NOTHING;
        }
        if (Long.bitCount(leaves) == 1) {
            return node(Long.numberOfTrailingZeros(leaves), start / leaves);
        }
        long split = start + split(leaves);
        return Hash.ofNode(range(start, split), range(split, end));
    }

    /** The complete subtree of 2^height leaves, from the nearest stored level below it. */
    private Hash node(int height, long index) {
        int inTile = height % Tile.HEIGHT;
        if (inTile == 0) {
            return stored(height / Tile.HEIGHT, index);
        }
        return Hash.ofNode(node(height - 1, index * 2), node(height - 1, index * 2 + 1));
    }

    Hash stored(int level, long index) {
        Tile tile = Tile.holding(level, index, size);
        TileKey key = new TileKey(level, tile.index());
        List<Hash> hashes = tiles.get(key);
        if (hashes == null) {
            hashes = source.nodes(level, tile.index() * Tile.WIDTH, tile.width());
            tiles.put(key, hashes);
        }
        int offset = (int) (index % Tile.WIDTH);
        if (offset >= hashes.size()) {
            throw LogRefused.because(
                    LogRefused.Reason.TRUNCATED, tile.path() + ", number of hashes", tile.width(), hashes.size());
        }
        return hashes.get(offset);
    }

    private void requireHeld(long leaves) {
        if (leaves < 0 || leaves > size) {
            throw LogRefused.because(LogRefused.Reason.OUTSIDE_TREE, "Tree size", "0 to " + size, leaves);
        }
    }

    /** The largest power of two smaller than the number of leaves. */
    static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
