package org.exchangehub.core.correction;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.exchangehub.core.life.Moves;
import org.exchangehub.core.life.Path;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/**
 * A consumer holds a field of a record to be wrong (校核; Decree 809, Art. 26); what the two sides cannot agree on goes through the
 * three stages of Art. 28: negotiation, the authority, the government.
 *
 * @param department the consumer that flagged it
 * @param grant under which it was seen
 * @param key values of all key fields by name
 * @param value what the field held when it was flagged, as text; null when nothing
 * @param release the dataset's release it was flagged in
 * @param correctedIn the release that changed the field; null until then
 */
record Ticket(
        UUID id,
        String dataset,
        String provider,
        String department,
        UUID grant,
        Map<String, String> key,
        String field,
        @Nullable String value,
        String reason,
        String evidence,
        State state,
        boolean authorityDecided,
        List<TicketStep> course,
        long release,
        @Nullable Long correctedIn,
        Instant flaggedAt,
        int version) {

    /** Where a ticket is. */
    enum State {
        FLAGGED,
        UPHELD,
        REJECTED,
        NEGOTIATING,
        WITH_AUTHORITY,
        WITH_GOVERNMENT,
        CORRECTED,
        CLOSED,
        WITHDRAWN
    }

    /** The moves there are, each from where to where. */
    enum Move {
        /** The provider finds it wrong, at once or in negotiation. */
        PROVIDER_UPHOLDS,
        /** The provider finds it right. */
        PROVIDER_REJECTS,
        /** First stage: the consumer does not accept that. */
        CONSUMER_DISPUTES,
        /** Second stage: negotiation came to nothing. */
        ESCALATES,
        AUTHORITY_UPHOLDS,
        AUTHORITY_REJECTS,
        /** Third stage: the authority's decision is not accepted. */
        APPEALS,
        GOVERNMENT_UPHOLDS,
        GOVERNMENT_REJECTS,
        /** The consumer accepts that it is right. */
        CONSUMER_ACCEPTS,
        /** A release changed the field. */
        PUBLISHED,
        CONSUMER_WITHDRAWS
    }

    static final Moves<State, Move> MOVES = Moves.of(Move.class, move -> switch (move) {
        case PROVIDER_UPHOLDS -> Path.from(State.FLAGGED, State.NEGOTIATING).to(State.UPHELD);
        case PROVIDER_REJECTS -> Path.from(State.FLAGGED).to(State.REJECTED);
        case CONSUMER_DISPUTES -> Path.from(State.REJECTED).to(State.NEGOTIATING);
        case ESCALATES -> Path.from(State.NEGOTIATING).to(State.WITH_AUTHORITY);
        case AUTHORITY_UPHOLDS -> Path.from(State.WITH_AUTHORITY).to(State.UPHELD);
        case AUTHORITY_REJECTS -> Path.from(State.WITH_AUTHORITY).to(State.REJECTED);
        case APPEALS -> Path.from(State.REJECTED).to(State.WITH_GOVERNMENT);
        case GOVERNMENT_UPHOLDS -> Path.from(State.WITH_GOVERNMENT).to(State.UPHELD);
        case GOVERNMENT_REJECTS -> Path.from(State.WITH_GOVERNMENT).to(State.CLOSED);
        case CONSUMER_ACCEPTS -> Path.from(State.REJECTED).to(State.CLOSED);
        case PUBLISHED -> Path.from(State.UPHELD).to(State.CORRECTED);
        case CONSUMER_WITHDRAWS ->
            Path.from(State.FLAGGED, State.NEGOTIATING, State.WITH_AUTHORITY, State.WITH_GOVERNMENT)
                    .to(State.WITHDRAWN);
    });

    /** One move as it was made, by whom and with what words. */
    record TicketStep(Move move, String by, @Nullable String words, Instant at) {}

    Ticket {
        key = Collections.unmodifiableMap(new TreeMap<>(key));
        course = List.copyOf(course);
    }

    /** Made by somebody; refuses with {@code CONFLICT} a move that is not in the table or not of this stage. */
    Ticket moved(Move move, String by, @Nullable String words, Instant now) {
        boolean stage =
                switch (move) {
                    case CONSUMER_DISPUTES -> !authorityDecided;
                    case APPEALS -> authorityDecided;
                    default -> true;
                };
        State next = MOVES.next(move, state, "Correction " + id);
        if (!stage) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Correction " + id + " is " + state + (authorityDecided ? ", decided by the authority: " : ": ")
                            + move + " is of another stage (Decree 809, Art. 28).");
        }
        return with(move, next, by, words, correctedIn, now);
    }

    /** The field changed with a release. */
    Ticket corrected(long in, Instant now) {
        return moved(Move.PUBLISHED, "hub", null, now).in(in);
    }

    private Ticket in(long changed) {
        return new Ticket(
                id,
                dataset,
                provider,
                department,
                grant,
                key,
                field,
                value,
                reason,
                evidence,
                state,
                authorityDecided,
                course,
                release,
                changed,
                flaggedAt,
                version);
    }

    private Ticket with(Move move, State next, String by, @Nullable String words, @Nullable Long in, Instant now) {
        return new Ticket(
                id,
                dataset,
                provider,
                department,
                grant,
                key,
                field,
                value,
                reason,
                evidence,
                next,
                authorityDecided || move == Move.AUTHORITY_REJECTS || move == Move.AUTHORITY_UPHOLDS,
                Stream.concat(course.stream(), Stream.of(new TicketStep(move, by, words, now)))
                        .toList(),
                release,
                in,
                flaggedAt,
                version + 1);
    }
}
