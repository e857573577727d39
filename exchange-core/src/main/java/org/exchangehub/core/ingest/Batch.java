package org.exchangehub.core.ingest;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.publication.Release.Mode;
import org.jspecify.annotations.Nullable;

/**
 * Rows that arrive together and become visible together.
 *
 * @param sender the source's client, or the department whose steward sends
 * @param key the sender's own name for it, unique per dataset and sender
 * @param commitment what the sender said it has sent; null while open
 * @param outcome what came of it; null until it is finished
 */
record Batch(
        UUID id,
        String dataset,
        String sender,
        String key,
        Mode mode,
        int schemaVersion,
        @Nullable Long declaredRows,
        State state,
        Instant openedAt,
        @Nullable Commitment commitment,
        @Nullable BatchOutcome outcome,
        @Nullable Receipt receipt) {

    /** Where a batch is in its life. */
    enum State {
        /** Parts are received. */
        OPEN,
        /** All there; to be checked and merged. */
        COMMITTED,
        /** Its good rows are visible. */
        PUBLISHED,
        /** None of its rows was taken. */
        REJECTED
    }

    private static final Map<State, Set<State>> MOVES = new EnumMap<>(Map.of(
            State.OPEN, Set.of(State.COMMITTED),
            State.COMMITTED, Set.of(State.PUBLISHED, State.REJECTED),
            State.PUBLISHED, Set.of(),
            State.REJECTED, Set.of()));

    /**
     * What the sender said it has sent.
     *
     * @param rows in parts and rejects together
     */
    record Commitment(int parts, int rejects, long rows, Who who, Instant at) {

        boolean sameAs(Commitment other) {
            return parts == other.parts && rejects == other.rejects && rows == other.rows;
        }
    }

    /** The signed note both sides keep, and where the access log holds the fact. */
    record Receipt(String note, String evidence) {}

    boolean finished() {
        return state == State.PUBLISHED || state == State.REJECTED;
    }

    Batch committed(Commitment made) {
        return moved(State.COMMITTED, made, null);
    }

    Batch finished(BatchOutcome result) {
        return moved(result.release() == null ? State.REJECTED : State.PUBLISHED, commitment, result);
    }

    private Batch moved(State next, @Nullable Commitment made, @Nullable BatchOutcome result) {
        if (!MOVES.getOrDefault(state, Set.of()).contains(next)) {
            throw new HubProblem(ErrorCode.CONFLICT, "Batch " + id + " is " + state + " and cannot become " + next);
        }
        return new Batch(
                id, dataset, sender, key, mode, schemaVersion, declaredRows, next, openedAt, made, result, receipt);
    }
}
