package org.exchangehub.tlog;

import java.io.IOException;
import java.util.List;
import org.exchangehub.tlog.LogRefused.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Checks a log offline, with nothing but its public key: the checkpoint's signature, every entry against its leaf hash,
 * every tile against the level below it, the root, receipts, and that it only grew. One verifier looks at one
 * checkpoint, the one that is published when it is first asked.
 */
public final class LogVerifier {

    private final NoteKey key;
    private final StoredTiles tiles;
    private @Nullable String note;

    public LogVerifier(NoteKey key, TileSource source) {
        this.key = key;
        this.tiles = new StoredTiles(source);
    }

    /**
     * The checkpoint as it is published, with all its signatures.
     *
     * @throws IOException when it cannot be read
     */
    public String note() throws IOException {
        String read = note;
        if (read == null) {
            read = tiles.checkpoint();
            note = read;
        }
        return read;
    }

    /**
     * The checkpoint, of which nothing but the log's signature has been checked.
     *
     * @throws LogRefused when the log did not sign it
     */
    public Checkpoint checkpoint() throws IOException {
        return Checkpoint.verified(note(), key);
    }

    /**
     * Checks the whole log.
     *
     * @return the checkpoint everything agrees with
     * @throws LogRefused at the first thing that is not as the checkpoint commits to it
     * @throws IOException when the log cannot be read
     */
    public Checkpoint verify() throws IOException {
        return verify(0, checkpoint().size());
    }

    /**
     * Checks the entries of a range, as a shard of the log holds them: every one is at its index of the one tree.
     * Entries outside the range need not be there, which is how a pruned log is checked.
     *
     * @param first index of the first one
     * @param end index after the last one
     */
    public Checkpoint verify(long first, long end) throws IOException {
        Checkpoint checkpoint = checkpoint();
        Hash root = new RangeReplay(tiles, checkpoint.size(), first, end).root();
        if (!root.equals(checkpoint.root())) {
            throw LogRefused.because(
                    Reason.WRONG_ROOT, "Root of the " + checkpoint.size() + " entries", checkpoint.root(), root);
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
        verifyReceipt(receipt);
        return checkpoint;
    }

    /** Checks that a checkpoint somebody kept is of this very log: the log only grew since. */
    public void verifyEarlier(String kept) throws IOException {
        Checkpoint now = checkpoint();
        Checkpoint earlier = Checkpoint.verified(kept, key);
        if (earlier.size() > now.size()) {
            throw LogRefused.because(
                    Reason.SHRUNK, "Log size since an earlier checkpoint", "at least " + earlier.size(), now.size());
        }
        ProofBuilder builder = new ProofBuilder(tiles, now.size());
        Hash root = builder.root(earlier.size());
        if (!root.equals(earlier.root())) {
            throw LogRefused.because(
                    Reason.FORKED, "Root of the first " + earlier.size() + " entries", earlier.root(), root);
        }
        List<Hash> proof = builder.consistency(earlier.size(), now.size());
        Proofs.verifyConsistency(earlier.size(), now.size(), earlier.root(), now.root(), proof);
    }

    /** Checks that a receipt proves the entry this log holds at its index, under a checkpoint of this very log. */
    public void verifyReceipt(String receipt) throws IOException {
        TlogProof proof = TlogProof.parse(receipt);
        Checkpoint checkpoint = checkpoint();
        if (proof.index() >= checkpoint.size()) {
            throw LogRefused.because(
                    Reason.OUTSIDE_TREE, "Receipt, index", "less than the log's " + checkpoint.size(), proof.index());
        }
        proof.verify(key, entry(proof.index()));
        verifyEarlier(proof.checkpoint());
    }

    /** An entry as it is published, not verified. */
    public byte[] entry(long index) throws IOException {
        Tile bundle = Tile.holding(Tile.ENTRIES, index, checkpoint().size());
        return tiles.entries(bundle).get((int) (index % Tile.WIDTH));
    }

    /** The entries of one bundle as they are published, not verified. */
    public List<byte[]> entries(Tile bundle) throws IOException {
        return tiles.entries(bundle);
    }
}
