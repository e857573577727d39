package org.exchangehub.journeys.tampering;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.MemoryLog;
import org.exchangehub.tlog.NoteKey;
import org.exchangehub.tlog.NoteSigner;
import org.exchangehub.tlog.WitnessKey;

/**
 * A log as it was exported, what outsiders hold of it, and the operator's own key: the strongest liar is the operator.
 *
 * @param entries all entries in order
 * @param checkpoint the newest checkpoint, cosigned by all witnesses
 * @param earlier a checkpoint an outsider kept, of a smaller size
 * @param older checkpoints the log published before that one
 * @param receipts receipts that were given, by index
 * @param operator signs whatever the operator likes
 */
public record TrueLog(
        List<byte[]> entries,
        String checkpoint,
        String earlier,
        List<String> older,
        Map<Long, String> receipts,
        NoteSigner operator,
        List<WitnessKey> witnesses) {

    public TrueLog {
        entries = List.copyOf(entries);
        older = List.copyOf(older);
        receipts = Map.copyOf(receipts);
        witnesses = List.copyOf(witnesses);
    }

    NoteKey key() {
        return operator.key();
    }

    long earlierSize() {
        return Checkpoint.unverified(earlier).size();
    }

    /** What the log publishes. */
    Map<String, byte[]> files() {
        return published(MemoryLog.of(entries), checkpoint);
    }

    static Map<String, byte[]> published(MemoryLog log, String checkpoint) {
        Map<String, byte[]> files = new TreeMap<>(log.files());
        files.put("checkpoint", checkpoint.getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
