package org.exchangehub.core.dispute;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.exchangehub.core.life.Moves;
import org.exchangehub.core.life.Path;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/**
 * A dispute between two departments (Decree 809, Art. 28): they negotiate, then the authority decides, and whom it decides against may
 * have the government of the same level decide. The government is no user of the hub: its decision is put on record.
 *
 * @param contested what it is about and who stand on which side
 * @param reason why the claimant holds the decision to be wrong
 * @param appealUntil last day on which the authority's decision can be taken to the government, in the jurisdiction's zone; null until
 *     the authority has decided
 */
record Dispute(
        UUID id,
        Contested contested,
        String reason,
        State state,
        List<DisputeStep> course,
        @Nullable LocalDate appealUntil,
        String openedBy,
        Instant openedAt,
        int version) {

    /** Where a dispute is. */
    enum State {
        NEGOTIATING,
        WITH_AUTHORITY,
        /** The authority upholds the claim; the respondent may appeal. */
        DECIDED_FOR,
        /** The authority rejects the claim; the claimant may appeal. */
        DECIDED_AGAINST,
        WITH_GOVERNMENT,
        UPHELD,
        REJECTED,
        WITHDRAWN,
        /** What was contested no longer is. */
        LAPSED;

        boolean open() {
            return !MOVES.possible(this).isEmpty();
        }
    }

    /** Who may make a move. */
    enum Part {
        CLAIMANT,
        RESPONDENT,
        EITHER,
        /** Whom the authority decided against. */
        LOSER,
        AUTHORITY,
        /** Nobody by a request. */
        HUB
    }

    /** The moves there are, each from where to where. */
    enum Move {
        /** First stage: the respondent explains its decision. */
        ANSWERS(Part.RESPONDENT),
        /** The respondent gives in, or accepts the authority's decision. */
        YIELDS(Part.RESPONDENT),
        /** Second stage: negotiation came to nothing. */
        ESCALATES(Part.EITHER),
        AUTHORITY_UPHOLDS(Part.AUTHORITY),
        AUTHORITY_REJECTS(Part.AUTHORITY),
        /** The claimant accepts that the authority rejects its claim. */
        ACCEPTS(Part.CLAIMANT),
        /** Third stage. */
        APPEALS(Part.LOSER),
        /** The government's decision is put on record by the authority, with its document. */
        GOVERNMENT_UPHOLDS(Part.AUTHORITY),
        GOVERNMENT_REJECTS(Part.AUTHORITY),
        WITHDRAWS(Part.CLAIMANT),
        /** Nobody appealed in time. */
        STANDS_FOR(Part.HUB),
        STANDS_AGAINST(Part.HUB),
        LAPSES(Part.HUB);

        private final Part part;

        Move(Part part) {
            this.part = part;
        }

        Part part() {
            return part;
        }

        boolean governments() {
            return this == GOVERNMENT_UPHOLDS || this == GOVERNMENT_REJECTS;
        }

        boolean authoritys() {
            return this == AUTHORITY_UPHOLDS || this == AUTHORITY_REJECTS;
        }
    }

    static final Moves<State, Move> MOVES = Moves.of(Move.class, move -> switch (move) {
        case ANSWERS -> Path.from(State.NEGOTIATING).staying();
        case YIELDS ->
            Path.from(State.NEGOTIATING, State.WITH_AUTHORITY, State.DECIDED_FOR, State.WITH_GOVERNMENT)
                    .to(State.UPHELD);
        case ESCALATES -> Path.from(State.NEGOTIATING).to(State.WITH_AUTHORITY);
        case AUTHORITY_UPHOLDS -> Path.from(State.WITH_AUTHORITY).to(State.DECIDED_FOR);
        case AUTHORITY_REJECTS -> Path.from(State.WITH_AUTHORITY).to(State.DECIDED_AGAINST);
        case ACCEPTS -> Path.from(State.DECIDED_AGAINST).to(State.REJECTED);
        case APPEALS -> Path.from(State.DECIDED_FOR, State.DECIDED_AGAINST).to(State.WITH_GOVERNMENT);
        case GOVERNMENT_UPHOLDS -> Path.from(State.WITH_GOVERNMENT).to(State.UPHELD);
        case GOVERNMENT_REJECTS -> Path.from(State.WITH_GOVERNMENT).to(State.REJECTED);
        case WITHDRAWS ->
            Path.from(State.NEGOTIATING, State.WITH_AUTHORITY, State.DECIDED_FOR, State.WITH_GOVERNMENT)
                    .to(State.WITHDRAWN);
        case STANDS_FOR -> Path.from(State.DECIDED_FOR).to(State.UPHELD);
        case STANDS_AGAINST -> Path.from(State.DECIDED_AGAINST).to(State.REJECTED);
        case LAPSES ->
            Path.from(
                            State.NEGOTIATING,
                            State.WITH_AUTHORITY,
                            State.DECIDED_FOR,
                            State.DECIDED_AGAINST,
                            State.WITH_GOVERNMENT)
                    .to(State.LAPSED);
    });

    /**
     * One move as it was made.
     *
     * @param document number and date of the document it rests on; only of the government's decision, and never null there
     */
    record DisputeStep(
            Move move,
            String by,
            @Nullable String words,
            @Nullable String document,
            Instant at) {}

    Dispute {
        course = List.copyOf(course);
    }

    /** The department that the authority's decision went against. */
    String loser() {
        return state == State.DECIDED_FOR ? contested.respondent() : contested.claimant();
    }

    boolean between(String department) {
        return contested.claimant().equals(department) || contested.respondent().equals(department);
    }

    /**
     * Moved by somebody; refuses with {@code CONFLICT} a move that is not in the table.
     *
     * @param until last day of an appeal against this move; null for any but the authority's decisions
     */
    Dispute moved(DisputeStep step, @Nullable LocalDate until) {
        State next = MOVES.next(step.move(), state, "Dispute " + id);
        return new Dispute(
                id,
                contested,
                reason,
                next,
                Stream.concat(course.stream(), Stream.of(step)).toList(),
                until == null ? appealUntil : until,
                openedBy,
                openedAt,
                version + 1);
    }

    /** Refuses with {@code CONFLICT} an appeal after its last day. */
    void requireInTime(LocalDate today) {
        if (appealUntil != null && today.isAfter(appealUntil)) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "The authority's decision on dispute " + id + " could be appealed against until " + appealUntil
                            + "; it stands.");
        }
    }
}
