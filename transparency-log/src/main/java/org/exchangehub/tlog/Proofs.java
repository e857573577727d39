package org.exchangehub.tlog;

import java.util.List;
import org.exchangehub.tlog.LogRefused.Reason;

/** Checks inclusion and consistency proofs (RFC 6962 §2.1.1, §2.1.2; algorithms of RFC 9162 §2.1.3.2, §2.1.4.2). */
public final class Proofs {

    private Proofs() {}

    /**
     * Checks that a leaf is at an index of the tree with this size and root.
     *
     * @throws LogRefused when it is not: the index is outside the tree, the proof has the wrong length, or its root
     *     is another
     */
    public static void verifyInclusion(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            throw LogRefused.because(Reason.OUTSIDE_TREE, "Inclusion proof, leaf index", "0 to " + (size - 1), index);
        }
        int inner = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
        int border = Long.bitCount(index >>> inner);
        if (proof.size() != inner + border) {
            throw LogRefused.because(
                    Reason.PROOF_LENGTH, "Inclusion proof, number of hashes", inner + border, proof.size());
        }
        Hash hash = leaf;
        for (int level = 0; level < inner; level++) {
            boolean right = (index >>> level & 1) == 1;
            hash = right ? Hash.ofNode(proof.get(level), hash) : Hash.ofNode(hash, proof.get(level));
        }
        for (Hash left : proof.subList(inner, proof.size())) {
            hash = Hash.ofNode(left, hash);
        }
        if (!hash.equals(root)) {
            throw LogRefused.because(Reason.WRONG_ROOT, "Inclusion proof, root of the tree of " + size, root, hash);
        }
    }

    /**
     * Checks that the tree of {@code newer} leaves is the tree of {@code older} leaves with leaves added.
     *
     * @throws LogRefused when it is not: sizes out of order, a proof of the wrong length, or another root
     */
    public static void verifyConsistency(long older, long newer, Hash olderRoot, Hash newerRoot, List<Hash> proof) {
        if (older < 0 || newer < older) {
            throw LogRefused.because(Reason.OUTSIDE_TREE, "Consistency proof, older size", "0 to " + newer, older);
        }
        if (older == newer || older == 0) {
            verifyTrivial(older, newer, olderRoot, newerRoot, proof);
            return;
        }
        int shift = Long.numberOfTrailingZeros(older);
        int inner = Long.SIZE - Long.numberOfLeadingZeros((older - 1) ^ (newer - 1)) - shift;
        int border = Long.bitCount((older - 1) >>> (inner + shift));
        boolean whole = older == 1L << shift;
        int expected = inner + border + (whole ? 0 : 1);
        if (proof.size() != expected) {
            throw LogRefused.because(
                    Reason.PROOF_LENGTH, "Consistency proof, number of hashes", expected, proof.size());
        }
        Hash seed = whole ? olderRoot : proof.getFirst();
        List<Hash> path = whole ? proof : proof.subList(1, proof.size());
        long mask = (older - 1) >>> shift;
        requireRoot(older, olderRoot, olderRootOf(seed, path, inner, mask));
        requireRoot(newer, newerRoot, newerRootOf(seed, path, inner, mask));
    }

    private static void verifyTrivial(long older, long newer, Hash olderRoot, Hash newerRoot, List<Hash> proof) {
        if (!proof.isEmpty()) {
            throw LogRefused.because(Reason.PROOF_LENGTH, "Consistency proof, number of hashes", 0, proof.size());
        }
        if (older == 0) {
            requireRoot(0, olderRoot, Hash.OF_NOTHING);
        }
        if (older == newer) {
            requireRoot(newer, newerRoot, olderRoot);
        }
    }

    private static Hash olderRootOf(Hash seed, List<Hash> path, int inner, long mask) {
        Hash hash = seed;
        for (int level = 0; level < path.size(); level++) {
            boolean left = level >= inner || (mask >>> level & 1) == 1;
            hash = left ? Hash.ofNode(path.get(level), hash) : hash;
        }
        return hash;
    }

    private static Hash newerRootOf(Hash seed, List<Hash> path, int inner, long mask) {
        Hash hash = seed;
        for (int level = 0; level < path.size(); level++) {
            boolean left = level >= inner || (mask >>> level & 1) == 1;
            hash = left ? Hash.ofNode(path.get(level), hash) : Hash.ofNode(hash, path.get(level));
        }
        return hash;
    }

    private static void requireRoot(long size, Hash expected, Hash found) {
        if (!expected.equals(found)) {
            throw LogRefused.because(Reason.FORKED, "Consistency proof, root of the tree of " + size, expected, found);
        }
    }
}
