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
import org.jspecify.annotations.Nullable;

/**
 * A consumer holds a field of a record to be wrong (校核; Decree 809, Art. 26); what the two sides cannot agree on is a
 * dispute about it (Art. 28).
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
        DISPUTED,
        CORRECTED,
        CLOSED,
        WITHDRAWN
    }

    /** The moves there are, each from where to where. */
    enum Move {
        /** The provider finds it wrong. */
        PROVIDER_UPHOLDS,
        /** The provider finds it right. */
        PROVIDER_REJECTS,
        /** The consumer does not accept that, and opens a dispute. */
        CONSUMER_DISPUTES,
        DISPUTE_UPHOLDS,
        /** The provider's finding stands, or the consumer took the dispute back. */
        DISPUTE_REJECTS,
        /** The consumer accepts that it is right. */
        CONSUMER_ACCEPTS,
        /** A release changed the field. */
        PUBLISHED,
        CONSUMER_WITHDRAWS
    }

    static final Moves<State, Move> MOVES = Moves.of(Move.class, move -> switch (move) {
        case PROVIDER_UPHOLDS -> Path.from(State.FLAGGED).to(State.UPHELD);
        case PROVIDER_REJECTS -> Path.from(State.FLAGGED).to(State.REJECTED);
        case CONSUMER_DISPUTES -> Path.from(State.REJECTED).to(State.DISPUTED);
        case DISPUTE_UPHOLDS -> Path.from(State.DISPUTED).to(State.UPHELD);
        case DISPUTE_REJECTS -> Path.from(State.DISPUTED).to(State.CLOSED);
        case CONSUMER_ACCEPTS -> Path.from(State.REJECTED).to(State.CLOSED);
        case PUBLISHED -> Path.from(State.UPHELD).to(State.CORRECTED);
        case CONSUMER_WITHDRAWS -> Path.from(State.FLAGGED).to(State.WITHDRAWN);
    });

    /** One move as it was made, by whom and with what words. */
    record TicketStep(Move move, String by, @Nullable String words, Instant at) {}

    Ticket {
        key = Collections.unmodifiableMap(new TreeMap<>(key));
        course = List.copyOf(course);
    }

    /** Made by somebody; refuses with {@code CONFLICT} a move that is not in the table. */
    Ticket moved(Move move, String by, @Nullable String words, Instant now) {
        return with(move, MOVES.next(move, state, "Correction " + id), by, words, correctedIn, now);
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
                Stream.concat(course.stream(), Stream.of(new TicketStep(move, by, words, now)))
                        .toList(),
                release,
                in,
                flaggedAt,
                version + 1);
    }
}
