package org.exchangehub.core.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.life.Moves;
import org.exchangehub.core.life.Path;
import org.jspecify.annotations.Nullable;

/**
 * A consumer asks to pass on to a third party what it was granted; without the provider's consent it may not (Decree 809, Art. 25).
 * The hub gives the third party nothing by it: it is the consumer's right on record, which ends with its grant.
 */
record Reshare(
        UUID id,
        UUID grant,
        String dataset,
        String provider,
        String department,
        ReshareStatement statement,
        State state,
        @Nullable String opinion,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        int version) {

    /**
     * Who is to get what for what.
     *
     * @param thirdParty 接收方: its full name
     * @param fields names of fields the grant shows
     * @param until the last day, not after the grant's
     */
    record ReshareStatement(
            String thirdParty, String purpose, String basis, String protection, List<String> fields, LocalDate until) {
        ReshareStatement {
            fields = List.copyOf(fields);
        }
    }

    /** Where it is. */
    enum State {
        ASKED,
        CONSENTED,
        REFUSED,
        REVOKED
    }

    /** The moves there are. */
    enum Move {
        CONSENT,
        REFUSE,
        REVOKE
    }

    static final Moves<State, Move> MOVES = Moves.of(Move.class, move -> switch (move) {
        case CONSENT -> Path.from(State.ASKED).to(State.CONSENTED);
        case REFUSE -> Path.from(State.ASKED).to(State.REFUSED);
        case REVOKE -> Path.from(State.CONSENTED).to(State.REVOKED);
    });

    Reshare consented(@Nullable String why, String by, Instant now) {
        return moved(Move.CONSENT, why, by, now);
    }

    Reshare refused(String why, String by, Instant now) {
        return moved(Move.REFUSE, why, by, now);
    }

    Reshare revoked(String why, String by, Instant now) {
        return moved(Move.REVOKE, why, by, now);
    }

    private Reshare moved(Move move, @Nullable String why, String by, Instant now) {
        return new Reshare(
                id,
                grant,
                dataset,
                provider,
                department,
                statement,
                MOVES.next(move, state, "Request " + id),
                why,
                askedBy,
                askedAt,
                by,
                now,
                version + 1);
    }
}
