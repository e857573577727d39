package org.exchangehub.core.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.exchangehub.core.access.Consent.Word;
import org.exchangehub.core.life.Moves;
import org.exchangehub.core.life.Path;
import org.jspecify.annotations.Nullable;

/**
 * A provider changes how a dataset is served, or stops it: only after its consumers were told and heard and the authority has taken
 * it on file (协商、备案; Decree 809, Art. 27).
 *
 * @param effectiveOn the day it takes effect, in the jurisdiction's zone
 * @param answers what the consuming departments said, one each
 */
record ServiceChange(
        UUID id,
        String dataset,
        String provider,
        Kind kind,
        String description,
        String reason,
        LocalDate effectiveOn,
        State state,
        List<ChangeAnswer> answers,
        Filing filing,
        String announcedBy,
        Instant announcedAt,
        int version) {

    /** What becomes of the service. */
    enum Kind {
        CHANGE,
        STOP
    }

    /** Where it is. */
    enum State {
        ANNOUNCED,
        FILED,
        ACCEPTED,
        EFFECTIVE,
        CANCELLED
    }

    /** The moves there are. */
    enum Move {
        ANSWER,
        FILE,
        RETURN,
        ACCEPT,
        TAKE_EFFECT,
        CANCEL
    }

    static final Moves<State, Move> MOVES = Moves.of(Move.class, move -> switch (move) {
        case ANSWER -> Path.from(State.ANNOUNCED).to(State.ANNOUNCED);
        case FILE -> Path.from(State.ANNOUNCED).to(State.FILED);
        case RETURN -> Path.from(State.FILED).to(State.ANNOUNCED);
        case ACCEPT -> Path.from(State.FILED).to(State.ACCEPTED);
        case TAKE_EFFECT -> Path.from(State.ACCEPTED).to(State.EFFECTIVE);
        case CANCEL -> Path.from(State.ANNOUNCED, State.FILED, State.ACCEPTED).to(State.CANCELLED);
    });

    /** A consuming department's answer: consent or refusal, and why. */
    record ChangeAnswer(
            String department, Word word, @Nullable String opinion, String name, Instant at) {}

    /**
     * The filing with the authority.
     *
     * @param negotiation the provider's account of the negotiation
     * @param number 备案号, once the authority has taken it on file
     * @param opinion what the authority said to it
     */
    record Filing(
            @Nullable String negotiation,
            @Nullable String number,
            @Nullable String opinion,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static final Filing NONE = new Filing(null, null, null, null, null);
    }

    ServiceChange {
        answers = List.copyOf(answers);
    }

    /** Answered by a department, whose earlier answer no longer counts. */
    ServiceChange answered(ChangeAnswer answer) {
        List<ChangeAnswer> others = answers.stream()
                .filter(each -> !each.department().equals(answer.department()))
                .toList();
        return moved(
                Move.ANSWER, Stream.concat(others.stream(), Stream.of(answer)).toList(), filing);
    }

    ServiceChange filed(String negotiation) {
        return moved(Move.FILE, answers, new Filing(negotiation, null, null, null, null));
    }

    ServiceChange returned(String why, String by, Instant now) {
        return moved(Move.RETURN, answers, new Filing(filing.negotiation(), null, why, by, now));
    }

    ServiceChange accepted(String number, @Nullable String opinion, String by, Instant now) {
        return moved(Move.ACCEPT, answers, new Filing(filing.negotiation(), number, opinion, by, now));
    }

    ServiceChange inEffect() {
        return moved(Move.TAKE_EFFECT, answers, filing);
    }

    ServiceChange cancelled() {
        return moved(Move.CANCEL, answers, filing);
    }

    private ServiceChange moved(Move move, List<ChangeAnswer> said, Filing file) {
        return new ServiceChange(
                id,
                dataset,
                provider,
                kind,
                description,
                reason,
                effectiveOn,
                MOVES.next(move, state, "Service change " + id),
                said,
                file,
                announcedBy,
                announcedAt,
                version + 1);
    }
}
