package org.exchangehub.core.audit;

import java.time.Duration;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.ProofBuilder;
import org.exchangehub.tlog.TlogProof;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Receipts that prove offline that an entry is in the log (C2SP tlog-proof); each carries the entry itself. */
@Component
class Receipts {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PATIENCE_WITH_WITNESSES = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final LogStore store;
    private final Witnesses witnesses;

    Receipts(LogStore store, Witnesses witnesses) {
        this.store = store;
        this.witnesses = witnesses;
    }

    /**
     * A receipt.
     *
     * @param text the tlog-proof
     * @param cosigned how many witnesses have cosigned its checkpoint
     * @param of how many witnesses the log has
     */
    record Receipt(String text, int cosigned, int of) {

        /** The value of the response header {@code Hub-Witnesses}: {@code cosigned/of}. */
        String witnesses() {
            return cosigned + "/" + of;
        }
    }

    /**
     * The receipt of an entry, under the checkpoint most witnesses cosigned of those signed last.
     *
     * @throws HubProblem {@code NOT_FOUND} when the log has no such entry, {@code AUDIT_UNAVAILABLE} when no checkpoint
     *     covers it within three seconds
     */
    Receipt of(long index) {
        if (index < 0 || index >= store.head().size()) {
            throw new HubProblem(ErrorCode.NOT_FOUND, "The log has no entry " + index + " yet.");
        }
        for (long waited = 0; waited <= PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
            Witnesses.Witnessed covering = witnesses.covering(index).orElse(null);
            if (covering != null && !worthWaiting(covering, waited)) {
                return receipt(index, covering);
            }
            pause();
        }
        throw new HubProblem(ErrorCode.AUDIT_UNAVAILABLE, "No signed checkpoint covers entry " + index + " yet.");
    }

    /** A missing witness does not hold a receipt up for longer than a moment. */
    private boolean worthWaiting(Witnesses.Witnessed covering, long waited) {
        return covering.cosigned() == 0
                && covering.of() > 0
                && waited < PATIENCE_WITH_WITNESSES.toMillis()
                && witnesses.answering();
    }

    private Receipt receipt(long index, Witnesses.Witnessed covering) {
        long size = Checkpoint.unverified(covering.note()).size();
        TlogProof proof = new TlogProof(index, new ProofBuilder(store, size).inclusion(index, size), covering.note());
        byte @Nullable [] entry = store.entries(index, 1).stream()
                .findFirst()
                .map(LogStore.Stored::entry)
                .orElse(null);
        TlogProof given = entry == null ? proof : proof.carrying(entry);
        return new Receipt(given.encode(), covering.cosigned(), covering.of());
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
