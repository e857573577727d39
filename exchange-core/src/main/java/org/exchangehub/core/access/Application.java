package org.exchangehub.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.exchangehub.core.access.Consent.Side;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/**
 * A department's application to use a dataset.
 *
 * @param provider the department that owns the dataset
 * @param department the department that applies
 * @param submittedBy subject of the developer who handed it in: may not consent to it
 * @param grant what came of it; null unless granted
 */
record Application(
        UUID id,
        String dataset,
        String provider,
        String department,
        String client,
        Terms terms,
        State state,
        List<Consent> consents,
        String submittedBy,
        String submittedByName,
        Instant submittedAt,
        @Nullable UUID grant,
        int version) {

    /** Where an application is. */
    enum State {
        SUBMITTED,
        APPLICANT_CONSENTED,
        GRANTED,
        REFUSED
    }

    static final Map<State, Set<State>> MOVES = Map.of(
            State.SUBMITTED, Set.of(State.APPLICANT_CONSENTED, State.REFUSED),
            State.APPLICANT_CONSENTED, Set.of(State.GRANTED, State.REFUSED),
            State.GRANTED, Set.of(),
            State.REFUSED, Set.of());

    Application {
        consents = List.copyOf(consents);
    }

    /** Whose word is awaited; refuses when it is decided. */
    Side awaited() {
        return switch (state) {
            case SUBMITTED -> Side.APPLICANT;
            case APPLICANT_CONSENTED -> Side.PROVIDER;
            case GRANTED, REFUSED ->
                throw new HubProblem(ErrorCode.CONFLICT, "Application " + id + " is already " + state + ".");
        };
    }

    /** The department of the side. */
    String department(Side side) {
        return side == Side.APPLICANT ? department : provider;
    }

    Application applicantConsented(Consent consent) {
        return moved(State.APPLICANT_CONSENTED, consent, null);
    }

    Application granted(Consent consent, UUID issued) {
        return moved(State.GRANTED, consent, issued);
    }

    Application refused(Consent refusal) {
        return moved(State.REFUSED, refusal, null);
    }

    private Application moved(State next, Consent said, @Nullable UUID issued) {
        Set<State> possible = MOVES.getOrDefault(state, Set.of());
        if (!possible.contains(next)) {
            throw new HubProblem(
                    ErrorCode.CONFLICT, "Application " + id + " is " + state + " and cannot become " + next + ".");
        }
        return new Application(
                id,
                dataset,
                provider,
                department,
                client,
                terms,
                next,
                Stream.concat(consents.stream(), Stream.of(said)).toList(),
                submittedBy,
                submittedByName,
                submittedAt,
                issued,
                version + 1);
    }
}
