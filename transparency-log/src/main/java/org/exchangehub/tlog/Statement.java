package org.exchangehub.tlog;

import java.util.List;

/**
 * Entries of a log that somebody was given together, such as all that concern one person, each with the proof that it
 * is in the log. It proves that these entries are there, not that there are no others.
 *
 * @param checkpoint the signed checkpoint all proofs lead to
 */
public record Statement(String checkpoint, List<Entry> entries) {

    /**
     * One entry.
     *
     * @param bytes as in the log's entry bundles
     * @param proof the inclusion proof in the checkpoint's tree
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Entry(long index, byte[] bytes, List<Hash> proof) {

        public Entry {
            bytes = bytes.clone();
            proof = List.copyOf(proof);
        }
    }

    public Statement {
        entries = List.copyOf(entries);
    }

    /**
     * Verifies every entry with nothing but the log's public key.
     *
     * @return the checkpoint
     * @throws LogRefused at the first entry the log does not hold so, or one that is listed twice or out of order
     */
    public Checkpoint verify(NoteKey key) {
        Checkpoint signed = Checkpoint.verified(checkpoint, key);
        long before = -1;
        for (Entry entry : entries) {
            if (entry.index() <= before) {
                throw LogRefused.expected("Statement, index of an entry", "more than " + before, entry.index());
            }
            before = entry.index();
            try {
                Proofs.verifyInclusion(
                        entry.index(), signed.size(), Hash.ofLeaf(entry.bytes()), entry.proof(), signed.root());
            } catch (LogRefused refused) {
                throw LogRefused.because(
                        refused.reason(),
                        "Statement, entry " + entry.index() + ": " + refused.what(),
                        refused.expected(),
                        refused.found());
            }
        }
        return signed;
    }
}
