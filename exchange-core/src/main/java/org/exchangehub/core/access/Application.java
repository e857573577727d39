package org.exchangehub.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.exchangehub.core.access.Consent.Side;
import org.exchangehub.core.access.Course.Extension;
import org.exchangehub.core.access.Course.Supplement;
import org.exchangehub.core.access.Course.TakenBack;
import org.exchangehub.core.life.Moves;
import org.exchangehub.core.life.Path;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/**
 * A department's application to use a dataset.
 *
 * @param provider the department that owns the dataset
 * @param department the department that applies
 * @param renews the grant it asks to go on with after its last day; null for a new use
 * @param course what happened on the way beside the consents
 * @param submittedBy subject of the developer who handed it in: may not consent to it
 * @param grant what came of it; null unless granted
 */
record Application(
        UUID id,
        String dataset,
        String provider,
        String department,
        String client,
        @Nullable UUID renews,
        Terms terms,
        State state,
        List<Consent> consents,
        Course course,
        String submittedBy,
        String submittedByName,
        Instant submittedAt,
        @Nullable UUID grant,
        int version) {

    /** Where an application is. */
    enum State {
        SUBMITTED,
        APPLICANT_CONSENTED,
        SUPPLEMENTING,
        GRANTED,
        REFUSED,
        WITHDRAWN
    }

    /** The moves there are, each from where to where; what is not here is refused (Decree 809, Arts. 20 and 21). */
    enum Move {
        APPLICANT_CONSENTS,
        APPLICANT_REFUSES,
        PROVIDER_ASKS,
        APPLICANT_ANSWERS,
        APPLICANT_AMENDS,
        PROVIDER_ASKS_TIME,
        AUTHORITY_DECIDES_TIME,
        PROVIDER_CONSENTS,
        PROVIDER_REFUSES,
        APPLICANT_WITHDRAWS,
        /** The provider's refusal did not stand in a dispute (Art. 28): its reply is due anew. */
        DISPUTE_REOPENS
    }

    static final Moves<State, Move> MOVES = Moves.of(Move.class, move -> switch (move) {
        case APPLICANT_CONSENTS -> Path.from(State.SUBMITTED).to(State.APPLICANT_CONSENTED);
        case APPLICANT_REFUSES -> Path.from(State.SUBMITTED).to(State.REFUSED);
        case PROVIDER_ASKS -> Path.from(State.APPLICANT_CONSENTED).to(State.SUPPLEMENTING);
        case APPLICANT_ANSWERS -> Path.from(State.SUPPLEMENTING).to(State.APPLICANT_CONSENTED);
        case APPLICANT_AMENDS -> Path.from(State.SUPPLEMENTING).to(State.SUBMITTED);
        case PROVIDER_ASKS_TIME -> Path.from(State.APPLICANT_CONSENTED).to(State.APPLICANT_CONSENTED);
        case AUTHORITY_DECIDES_TIME -> Path.from(State.APPLICANT_CONSENTED).to(State.APPLICANT_CONSENTED);
        case PROVIDER_CONSENTS -> Path.from(State.APPLICANT_CONSENTED).to(State.GRANTED);
        case PROVIDER_REFUSES -> Path.from(State.APPLICANT_CONSENTED).to(State.REFUSED);
        case APPLICANT_WITHDRAWS ->
            Path.from(State.SUBMITTED, State.APPLICANT_CONSENTED, State.SUPPLEMENTING)
                    .to(State.WITHDRAWN);
        case DISPUTE_REOPENS -> Path.from(State.REFUSED).to(State.APPLICANT_CONSENTED);
    });

    Application {
        consents = List.copyOf(consents);
    }

    /** Whose word is awaited; refuses when it is nobody's. */
    Side awaited() {
        return switch (state) {
            case SUBMITTED -> Side.APPLICANT;
            case APPLICANT_CONSENTED -> Side.PROVIDER;
            case SUPPLEMENTING, GRANTED, REFUSED, WITHDRAWN ->
                throw conflict(" is " + state + " and awaits no decision.");
        };
    }

    /** The department of the side. */
    String department(Side side) {
        return side == Side.APPLICANT ? department : provider;
    }

    Application applicantConsented(Consent consent) {
        return moved(Move.APPLICANT_CONSENTS, terms, said(consent), course, null);
    }

    Application granted(Consent consent, UUID issued) {
        return moved(Move.PROVIDER_CONSENTS, terms, said(consent), course, issued);
    }

    Application refused(Consent refusal) {
        Move move = refusal.side() == Side.APPLICANT ? Move.APPLICANT_REFUSES : Move.PROVIDER_REFUSES;
        return moved(move, terms, said(refusal), course, null);
    }

    /** Asked for all that is missing; a second time it is refused (Art. 21). */
    Application asked(Supplement supplement) {
        next(Move.PROVIDER_ASKS);
        if (course.supplement() != null) {
            throw conflict(" was asked to be supplemented before; the law lets a provider ask once, for everything.");
        }
        return moved(Move.PROVIDER_ASKS, terms, consents, course.with(supplement), null);
    }

    /** Supplemented without a change of what is applied for. */
    Application answered(Supplement answered) {
        return moved(Move.APPLICANT_ANSWERS, terms, consents, course.with(answered), null);
    }

    /**
     * Supplemented, and other terms with it: the applicant's head has to consent to these anew, and no dispute about the old ones
     * binds the provider.
     */
    Application amended(Supplement answered, Terms changed) {
        return moved(
                Move.APPLICANT_AMENDS, changed, List.of(), course.with(answered).reopened(null), null);
    }

    /** The provider asks for more time, once. */
    Application timeAsked(Extension extension) {
        next(Move.PROVIDER_ASKS_TIME);
        if (course.extension() != null) {
            throw conflict(" had its time of reply extended, or asked to be, before.");
        }
        return moved(Move.PROVIDER_ASKS_TIME, terms, consents, course.with(extension), null);
    }

    Application timeDecided(Extension decided) {
        next(Move.AUTHORITY_DECIDES_TIME);
        Extension asked = course.extension();
        if (asked == null || asked.decision() != null) {
            throw conflict(" has no extension waiting for a decision.");
        }
        return moved(Move.AUTHORITY_DECIDES_TIME, terms, consents, course.with(decided), null);
    }

    Application withdrawn(TakenBack withdrawal) {
        return moved(Move.APPLICANT_WITHDRAWS, terms, consents, course.with(withdrawal), null);
    }

    /** The provider's refusal, which can be disputed; empty when there is none, or the applicant's own head refused. */
    Optional<Consent> refusal() {
        return consents.stream()
                .filter(said -> said.side() == Side.PROVIDER && said.decision() == Consent.Word.REFUSE)
                .findFirst();
    }

    /** With its provider again after a dispute; the refusal is kept by the dispute. */
    Application reopened(UUID dispute) {
        List<Consent> kept = consents.stream()
                .filter(said -> said.decision() == Consent.Word.CONSENT)
                .toList();
        return moved(Move.DISPUTE_REOPENS, terms, kept, course.reopened(dispute), null);
    }

    private List<Consent> said(Consent more) {
        return Stream.concat(consents.stream(), Stream.of(more)).toList();
    }

    private State next(Move move) {
        return MOVES.next(move, state, "Application " + id);
    }

    private HubProblem conflict(String why) {
        return new HubProblem(ErrorCode.CONFLICT, "Application " + id + why);
    }

    private Application moved(Move move, Terms wanted, List<Consent> said, Course taken, @Nullable UUID issued) {
        return new Application(
                id,
                dataset,
                provider,
                department,
                client,
                renews,
                wanted,
                next(move),
                said,
                taken,
                submittedBy,
                submittedByName,
                submittedAt,
                issued,
                version + 1);
    }
}
