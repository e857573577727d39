package org.exchangehub.core.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.exchangehub.tlog.EntryBundle;
import org.exchangehub.tlog.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A fact as the log stores it, before it has an index.
 *
 * @param entry the leaf's bytes: canonical JSON
 * @param leafHash RFC 6962 hash of the leaf, computed by whoever brings the fact and not while the log's head is held
 * @param body what the leaf's commitment covers; null when the fact holds nothing personal
 * @param tokens keyed tokens of the subjects
 * @param part whether it stands alone, announces a long answer or ends one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LogEntry(
        UUID fact,
        Instant at,
        byte[] entry,
        Hash leafHash,
        @Nullable Body body,
        List<String> tokens,
        Part part) {

    /**
     * Personal detail, erasable.
     *
     * @param salt 32 random bytes, so that the commitment cannot be guessed
     * @param json canonical JSON of the details
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Body(byte[] salt, byte[] json) {}

    /** What an entry is to a long answer. */
    sealed interface Part {

        /** The whole evidence of what it tells. */
        record Alone() implements Part {}

        /** An answer is about to begin on this instance. */
        record Intent(UUID instance) implements Part {}

        /** The answer that the entry with this index announced is over. */
        record Ending(long intent) implements Part {}
    }

    LogEntry {
        if (entry.length > EntryBundle.LONGEST_ENTRY) {
            throw new IllegalArgumentException(
                    "an entry has at most " + EntryBundle.LONGEST_ENTRY + " bytes, found " + entry.length);
        }
        tokens = List.copyOf(tokens);
    }

    LogEntry(UUID fact, Instant at, byte[] entry, @Nullable Body body, List<String> tokens, Part part) {
        this(fact, at, entry, Hash.ofLeaf(entry), body, tokens, part);
    }

    /** Bytes it adds to the log, about. */
    int weight() {
        return entry.length + (body == null ? 0 : body.json().length);
    }
}
