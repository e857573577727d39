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
 * @param body what the leaf's commitment covers; null when the fact holds nothing personal
 * @param tokens keyed tokens of the subjects
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LogEntry(
        UUID fact, Instant at, byte[] entry, @Nullable Body body, List<String> tokens) {

    /**
     * Personal detail, erasable.
     *
     * @param salt 32 random bytes, so that the commitment cannot be guessed
     * @param json canonical JSON of the details
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Body(byte[] salt, byte[] json) {}

    LogEntry {
        if (entry.length > EntryBundle.LONGEST_ENTRY) {
            throw new IllegalArgumentException(
                    "an entry has at most " + EntryBundle.LONGEST_ENTRY + " bytes, found " + entry.length);
        }
        tokens = List.copyOf(tokens);
    }

    Hash leafHash() {
        return Hash.ofLeaf(entry);
    }
}
