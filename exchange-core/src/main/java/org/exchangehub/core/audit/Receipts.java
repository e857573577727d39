package org.exchangehub.core.audit;

import java.time.Duration;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.ProofBuilder;
import org.exchangehub.tlog.SignedNote;
import org.exchangehub.tlog.TlogProof;
import org.springframework.stereotype.Component;

/** Receipts that prove offline that an entry is in the log (C2SP tlog-proof). */
@Component
class Receipts {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final LogStore store;

    Receipts(LogStore store) {
        this.store = store;
    }

    /**
     * The receipt of an entry, under the newest checkpoint.
     *
     * @throws HubProblem {@code NOT_FOUND} when the log has no such entry, {@code AUDIT_UNAVAILABLE} when no checkpoint
     *     covers it within three seconds
     */
    String of(long index) {
        if (index < 0 || index >= store.head().size()) {
            throw new HubProblem(ErrorCode.NOT_FOUND, "The log has no entry " + index + " yet.");
        }
        for (long waited = 0; waited <= PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
            String note = store.checkpoint().orElse(null);
            Checkpoint checkpoint = note == null
                    ? null
                    : Checkpoint.parse(SignedNote.parse(note).text());
            if (note != null && checkpoint != null && checkpoint.size() > index) {
                long size = checkpoint.size();
                return new TlogProof(index, new ProofBuilder(store, size).inclusion(index, size), note).encode();
            }
            pause();
        }
        throw new HubProblem(ErrorCode.AUDIT_UNAVAILABLE, "No signed checkpoint covers entry " + index + " yet.");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new HubProblem(ErrorCode.AUDIT_UNAVAILABLE, "The request was ended.");
        }
    }
}
