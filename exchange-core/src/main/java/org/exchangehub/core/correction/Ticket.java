package org.exchangehub.core.correction;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
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
        PROVIDER_UPHOLDS(EnumSet.of(State.FLAGGED, State.NEGOTIATING), State.UPHELD),
        /** The provider finds it right. */
        PROVIDER_REJECTS(EnumSet.of(State.FLAGGED), State.REJECTED),
        /** First stage: the consumer does not accept that. */
        CONSUMER_DISPUTES(EnumSet.of(State.REJECTED), State.NEGOTIATING),
        /** Second stage: negotiation came to nothing. */
        ESCALATES(EnumSet.of(State.NEGOTIATING), State.WITH_AUTHORITY),
        AUTHORITY_UPHOLDS(EnumSet.of(State.WITH_AUTHORITY), State.UPHELD),
        AUTHORITY_REJECTS(EnumSet.of(State.WITH_AUTHORITY), State.REJECTED),
        /** Third stage: the authority's decision is not accepted. */
        APPEALS(EnumSet.of(State.REJECTED), State.WITH_GOVERNMENT),
        GOVERNMENT_UPHOLDS(EnumSet.of(State.WITH_GOVERNMENT), State.UPHELD),
        GOVERNMENT_REJECTS(EnumSet.of(State.WITH_GOVERNMENT), State.CLOSED),
        /** The consumer accepts that it is right. */
        CONSUMER_ACCEPTS(EnumSet.of(State.REJECTED), State.CLOSED),
        /** A release changed the field. */
        PUBLISHED(EnumSet.of(State.UPHELD), State.CORRECTED),
        CONSUMER_WITHDRAWS(
                EnumSet.of(State.FLAGGED, State.NEGOTIATING, State.WITH_AUTHORITY, State.WITH_GOVERNMENT),
                State.WITHDRAWN);

        @SuppressWarnings("ImmutableEnumChecker") // copied
        private final Set<State> from;

        private final State to;

        Move(Set<State> from, State to) {
            this.from = Set.copyOf(from);
            this.to = to;
        }

        boolean from(State state) {
            return from.contains(state);
        }

        State to() {
            return to;
        }
    }

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
        if (!move.from(state) || !stage) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Correction " + id + " is " + state + (authorityDecided ? ", decided by the authority," : "")
                            + " and cannot become " + move.to() + " (" + move + ").");
        }
        return with(move, by, words, correctedIn, now);
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

    private Ticket with(Move move, String by, @Nullable String words, @Nullable Long in, Instant now) {
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
                move.to(),
                authorityDecided || move == Move.AUTHORITY_REJECTS || move == Move.AUTHORITY_UPHOLDS,
                Stream.concat(course.stream(), Stream.of(new TicketStep(move, by, words, now)))
                        .toList(),
                release,
                in,
                flaggedAt,
                version + 1);
    }
}
