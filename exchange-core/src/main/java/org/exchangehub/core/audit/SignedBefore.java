package org.exchangehub.core.audit;

import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.LogRefused;
import org.exchangehub.tlog.NoteKey;
import org.exchangehub.tlog.ProofBuilder;
import org.exchangehub.tlog.Proofs;
import org.jspecify.annotations.Nullable;

/** Compares the log as the database has it with what was signed before. Every way to differ has a sentence of its own. */
final class SignedBefore {

    private static final String ANOTHER_LOG =
            "This is another log than the one signed before, under the same key: there is a second sequencer.";
    private static final String CHANGED_LEAF = "A leaf was changed under a signed checkpoint.";

    private final LogStore store;
    private final NoteKey key;

    SignedBefore(LogStore store, NoteKey key) {
        this.store = store;
        this.key = key;
    }

    /**
     * A checkpoint that the log's key must have signed.
     *
     * @param where where it was found
     * @throws LogRefused when another key signed it
     */
    @Nullable
    Checkpoint read(@Nullable String note, String where) {
        if (note == null) {
            return null;
        }
        try {
            return Checkpoint.verified(note, key);
        } catch (LogRefused refused) {
            throw new LogRefused("The signing key is not the one before: the checkpoint " + where
                    + " does not bear the key's signature. " + refused.getMessage());
        }
    }

    /** Refuses two checkpoints of one size and different roots. */
    static void requireOneLog(Checkpoint own, Checkpoint published) {
        if (own.size() == published.size() && !own.root().equals(published.root())) {
            throw new LogRefused("Two logs were signed with one key: of " + own.size()
                    + " entries this instance signed the root " + own.root() + ", the database holds a checkpoint with "
                    + published.root() + ". There is a second sequencer.");
        }
    }

    /** Refuses a head that says another number of entries than there is. */
    static void requireEntries(LogStore.Standing standing) {
        if (standing.highest() != standing.head().size() - 1) {
            throw new LogRefused("The head row was changed by hand, or entries were put past it: it says "
                    + standing.head().size() + " entries, the last there is has index " + standing.highest() + ".");
        }
    }

    /** Refuses a log that has not grown out of an earlier checkpoint. */
    void requireGrown(Checkpoint earlier, LogHead head) {
        if (earlier.size() > head.size()) {
            throw new LogRefused("A checkpoint of " + earlier.size() + " entries was signed, the database holds "
                    + head.size() + ": expected a log that only grows, found an older one, as a backup has it.");
        }
        ProofBuilder proofs = new ProofBuilder(store, head.size());
        Hash root = proofs.root(earlier.size());
        if (!root.equals(earlier.root())) {
            boolean whole = proofs.root(head.size()).equals(head.root());
            throw new LogRefused((whole ? ANOTHER_LOG : CHANGED_LEAF) + " The first " + earlier.size()
                    + " entries were signed with the root " + earlier.root() + ", now they have " + root + ".");
        }
    }

    /** Refuses a head whose root is not the one its own entries lead to. */
    void requireRoot(LogHead head) {
        Hash led = new ProofBuilder(store, head.size()).root(head.size());
        if (!led.equals(head.root())) {
            throw new LogRefused("The head row was changed by hand: its " + head.size() + " entries lead to the root "
                    + led + ", it says " + head.root() + ".");
        }
    }

    /** The proof an outsider will ask for (RFC 6962 §2.1.2), verified before the newer checkpoint is signed. */
    void requireConsistent(Checkpoint earlier, LogHead head) {
        Proofs.verifyConsistency(
                earlier.size(),
                head.size(),
                earlier.root(),
                head.root(),
                new ProofBuilder(store, head.size()).consistency(earlier.size(), head.size()));
    }
}
