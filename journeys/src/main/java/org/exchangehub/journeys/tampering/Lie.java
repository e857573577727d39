package org.exchangehub.journeys.tampering;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A log, or a receipt alone, that somebody is shown, with what that somebody holds.
 *
 * @param how in a few words
 * @param files what is published; empty when a receipt is shown alone
 * @param earlier the checkpoint the outsider kept, if they rely on one
 * @param receipt a receipt they are shown or have kept
 * @param entry the entry the receipt is said to prove, when it is shown alone
 * @param quorum how many witnesses they demand
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Lie(
        Kind kind,
        String how,
        Map<String, byte[]> files,
        @Nullable String earlier,
        @Nullable String receipt,
        byte @Nullable [] entry,
        int quorum) {

    /** The rows of TARGETS R5, forged cosignatures and damage at random. */
    public enum Kind {
        EDIT("an entry edited"),
        DELETE("an entry deleted"),
        INSERT("an entry inserted"),
        SWAP("two entries swapped"),
        TRUNCATE("the end cut off"),
        FORK("another history after some entry"),
        ROLLBACK("an older state of the log, also grown on from there"),
        KEY_SWAP("signed with another key"),
        FORGED_RECEIPT("a receipt forged"),
        FORGED_COSIGNATURE("a witness's cosignature forged"),
        FLIPPED_BIT("one bit of a published file turned over");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    boolean alone() {
        return entry != null;
    }
}
