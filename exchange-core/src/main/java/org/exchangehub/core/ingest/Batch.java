package org.exchangehub.core.ingest;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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
 * @param corrects the batch whose quarantined rows it brings again; null for any other
 * @param mapping how its parts become rows of the schema, in JSON; null where they are such rows
 * @param unresolved how many of its quarantined rows no later batch has published
 * @param hold why it waits for the steward; null when it does not
 * @param approved whether a steward has let it be published though it was held
 * @param commitment what the sender said it has sent; null while open
 * @param outcome what came of it; null until it is finished
 * @param retry that working on it failed and will be tried again; null otherwise
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
        @Nullable UUID corrects,
        @Nullable String mapping,
        long unresolved,
        @Nullable Hold hold,
        boolean approved,
        @Nullable Commitment commitment,
        @Nullable BatchOutcome outcome,
        @Nullable Receipt receipt,
        @Nullable Retry retry) {

    /** Where a batch is in its life. */
    enum State {
        /** Parts are received. */
        OPEN,
        /** All there; to be checked and merged. */
        COMMITTED,
        /** Checked; waits for a steward because of what it would delete, and those behind it with it. */
        HELD,
        /** Its good rows are visible. */
        PUBLISHED,
        /** None of its rows was taken. */
        REJECTED,
        /** Called off by a steward before it was published. */
        CANCELLED
    }

    private static final Map<State, Set<State>> MOVES = new EnumMap<>(Map.of(
            State.OPEN, Set.of(State.COMMITTED, State.CANCELLED),
            State.COMMITTED, Set.of(State.HELD, State.PUBLISHED, State.REJECTED, State.CANCELLED),
            State.HELD, Set.of(State.COMMITTED, State.CANCELLED),
            State.PUBLISHED, Set.of(),
            State.REJECTED, Set.of(),
            State.CANCELLED, Set.of()));

    /**
     * What the sender said it has sent.
     *
     * @param rows in parts and rejects together; null where the sender does not count what is mapped
     */
    record Commitment(int parts, int rejects, @Nullable Long rows, Who who, Instant at) {

        boolean sameAs(Commitment other) {
            return parts == other.parts && rejects == other.rejects && Objects.equals(rows, other.rows);
        }
    }

    /**
     * Why a batch waits for the steward.
     *
     * @param deleted how many of the current records it would delete
     * @param current how many there were when it was checked
     * @param reason the same as an English sentence, with the policy's limits
     */
    record Hold(long deleted, long current, String reason) {}

    /**
     * That a committed batch could not be worked on.
     *
     * @param failures how often, outages of the database or the spool included
     * @param nextAt when it is tried again, at the earliest
     */
    record Retry(int failures, Instant nextAt) {}

    /** The signed note both sides keep, and where the access log holds the fact. */
    record Receipt(String note, String evidence) {}

    /** Which mapping it is, for the log; null of a batch without. */
    @Nullable
    String mappingDigest() {
        return mapping == null ? null : ContentDigest.ofText(mapping).hex();
    }

    boolean finished() {
        return MOVES.getOrDefault(state, Set.of()).isEmpty();
    }

    Batch committed(Commitment made) {
        return moved(State.COMMITTED, made, null, null, approved);
    }

    Batch held(Hold why) {
        return moved(State.HELD, commitment, null, why, approved);
    }

    /** To be published whatever it deletes. */
    Batch released() {
        if (state != State.HELD) {
            throw new HubProblem(ErrorCode.CONFLICT, "Batch " + id + " is " + state + " and not held");
        }
        return moved(State.COMMITTED, commitment, null, null, true);
    }

    Batch cancelled(BatchOutcome result) {
        return moved(State.CANCELLED, commitment, result, null, approved);
    }

    Batch finished(BatchOutcome result) {
        return moved(result.release() == null ? State.REJECTED : State.PUBLISHED, commitment, result, null, approved);
    }

    private Batch moved(
            State next,
            @Nullable Commitment made,
            @Nullable BatchOutcome result,
            @Nullable Hold why,
            boolean approval) {
        if (!MOVES.getOrDefault(state, Set.of()).contains(next)) {
            throw new HubProblem(ErrorCode.CONFLICT, "Batch " + id + " is " + state + " and cannot become " + next);
        }
        return new Batch(
                id,
                dataset,
                sender,
                key,
                mode,
                schemaVersion,
                declaredRows,
                next,
                openedAt,
                corrects,
                mapping,
                unresolved,
                why,
                approval,
                made,
                result,
                receipt,
                null);
    }
}
