package org.exchangehub.tlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.exchangehub.tlog.LogRefused.Reason;

/**
 * The root of a tree, computed from the entries of a range and from stored hashes outside it. Whatever those are, only
 * the true entries lead to the signed root. What is stored for the range itself is compared on the way, so that a
 * refusal says where.
 */
final class RangeReplay {

    private final StoredTiles tiles;
    private final ProofBuilder outside;
    private final long size;
    private final long first;
    private final long end;

    /**
     * A replay of the entries {@code first} to {@code end}, the latter excluded, of a tree of {@code size} leaves.
     *
     * @throws LogRefused when they are not within the tree
     */
    RangeReplay(StoredTiles tiles, long size, long first, long end) {
        if (first < 0 || end > size || first > end) {
            throw LogRefused.because(
                    Reason.OUTSIDE_TREE, "Range of entries", "within 0 to " + size, first + " to " + end);
        }
        this.tiles = tiles;
        this.outside = new ProofBuilder(tiles, size);
        this.size = size;
        this.first = first;
        this.end = end;
    }

    Hash root() throws IOException {
        return size == 0 ? Hash.OF_NOTHING : replay(0, size);
    }

    private Hash replay(long start, long stop) throws IOException {
        if (stop <= first || start >= end) {
            return outside.range(start, stop);
        }
        Hash hash;
        if (stop - start <= Tile.WIDTH) {
            hash = bundle(start);
        } else {
            long split = start + ProofBuilder.split(stop - start);
            hash = Hash.ofNode(replay(start, split), replay(split, stop));
        }
        requireStored(start, stop - start, hash);
        return hash;
    }

    private Hash bundle(long start) throws IOException {
        Tile bundle = Tile.holding(Tile.ENTRIES, start, size);
        List<Hash> leaves = new ArrayList<>(bundle.width());
        for (byte[] entry : tiles.entries(bundle)) {
            leaves.add(Hash.ofLeaf(entry));
        }
        Tile tile = new Tile(0, bundle.index(), bundle.width());
        List<Hash> stored = tiles.nodes(0, start, bundle.width());
        Frontier frontier = new Frontier();
        for (int i = 0; i < leaves.size(); i++) {
            if (!leaves.get(i).equals(stored.get(i))) {
                String what = tile.path() + ", hash of entry " + (start + i);
                throw LogRefused.because(Reason.CHANGED_ENTRY, what, stored.get(i), leaves.get(i));
            }
            frontier.append(leaves.get(i));
        }
        return frontier.root();
    }

    /** Complete subtrees of 256^level leaves are hashes of tiles. */
    private void requireStored(long start, long leaves, Hash hash) {
        int height = Long.numberOfTrailingZeros(leaves);
        if (Long.bitCount(leaves) != 1 || height == 0 || height % Tile.HEIGHT != 0) {
            return;
        }
        int level = height / Tile.HEIGHT;
        Hash stored = outside.stored(level, start / leaves);
        if (!stored.equals(hash)) {
            String what = Tile.holding(level, start / leaves, size).path() + ", hash " + start / leaves;
            throw LogRefused.because(Reason.CHANGED_TILE, what, stored, hash);
        }
    }
}
