package org.exchangehub.core.audit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exchangehub.tlog.Frontier;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.LogRefused;

/**
 * Where the log stands.
 *
 * @param roots the tree's complete subtrees, largest first, 32 bytes each
 * @param outboxPosition the last outbox row taken into the log
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LogHead(long size, byte[] roots, long outboxPosition) {

    /** @throws LogRefused when there are not as many roots as a tree of this size has */
    Frontier frontier() {
        if (roots.length != Long.bitCount(size) * Hash.LENGTH) {
            throw new LogRefused("The access log's head row was changed by hand: a tree of " + size
                    + " entries has roots of " + Long.bitCount(size) * Hash.LENGTH + " bytes, found " + roots.length
                    + ".");
        }
        List<Hash> hashes = new ArrayList<>();
        for (int at = 0; at < roots.length; at += Hash.LENGTH) {
            hashes.add(Hash.of(Arrays.copyOfRange(roots, at, at + Hash.LENGTH)));
        }
        return new Frontier(size, hashes);
    }

    Hash root() {
        return frontier().root();
    }

    static LogHead of(Frontier frontier, long outboxPosition) {
        ByteArrayOutputStream roots = new ByteArrayOutputStream();
        frontier.roots().forEach(hash -> roots.writeBytes(hash.bytes()));
        return new LogHead(frontier.size(), roots.toByteArray(), outboxPosition);
    }
}
