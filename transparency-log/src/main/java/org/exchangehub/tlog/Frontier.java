package org.exchangehub.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: the roots of its complete subtrees, largest first, which is all that is needed to
 * append to it. Not safe for use by several threads.
 */
public final class Frontier {

    /** Told of every complete subtree as it comes into being. */
    @FunctionalInterface
    public interface NodeListener {

        /** The subtree of 2^{@code height} leaves that starts at leaf {@code index}·2^{@code height}. */
        void completed(int height, long index, Hash hash);
    }

    private final List<Hash> roots;
    private long size;

    /** The frontier of a tree of this size: as many roots as its size has one-bits. */
    public Frontier(long size, List<Hash> roots) {
        if (size < 0 || roots.size() != Long.bitCount(size)) {
            throw LogRefused.expected(
                    "Frontier of a tree of " + size + ", number of hashes", Long.bitCount(size), roots.size());
        }
        this.size = size;
        this.roots = new ArrayList<>(roots);
    }

    /** The frontier of the empty tree. */
    public Frontier() {
        this(0, List.of());
    }

    public void append(Hash leaf, NodeListener listener) {
        Hash hash = leaf;
        int height = 0;
        listener.completed(0, size, hash);
        for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
            hash = Hash.ofNode(roots.removeLast(), hash);
            height++;
            listener.completed(height, rest >>> 1, hash);
        }
        roots.add(hash);
        size++;
    }

    public void append(Hash leaf) {
        append(leaf, (height, index, hash) -> {});
    }

    public long size() {
        return size;
    }

    /** The roots of the complete subtrees, largest first. */
    public List<Hash> roots() {
        return List.copyOf(roots);
    }

    /** The tree's root hash. */
    public Hash root() {
        return rootOf(roots);
    }

    static Hash rootOf(List<Hash> roots) {
        if (roots.isEmpty()) {
            return Hash.OF_NOTHING;
        }
        Hash root = roots.getLast();
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = Hash.ofNode(roots.get(i), root);
        }
        return root;
    }
}
