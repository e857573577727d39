package org.exchangehub.core.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.life.Moves;
import org.exchangehub.core.life.Path;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/**
 * What a department's application may do with a dataset, under which both sides' heads have put their names.
 *
 * @param from its first day, in the jurisdiction's zone
 * @param until its last day
 * @param approvers the consents it rests on, the applicant's first
 * @param reason why it does not hold now; null while it is active and when it expired
 * @param haltedBy who suspended or ended it; null like {@code reason}
 */
record Grant(
        UUID id,
        UUID application,
        String dataset,
        String provider,
        String department,
        String client,
        Terms terms,
        List<Consent> approvers,
        LocalDate from,
        LocalDate until,
        State state,
        @Nullable String reason,
        @Nullable Party haltedBy,
        Instant issuedAt,
        Instant changedAt,
        int version) {

    /** Whether a grant holds; from the day after its last on it does not, whether or not it is said to be expired yet. */
    enum State {
        ACTIVE,
        SUSPENDED,
        TERMINATED,
        EXPIRED
    }

    /** Who may interfere with a grant (Decree 809, Art. 27). */
    enum Party {
        PROVIDER,
        CONSUMER,
        AUTHORITY
    }

    /** The moves there are, each from where to where. */
    enum Move {
        SUSPEND,
        RESUME,
        TERMINATE,
        EXPIRE
    }

    static final Moves<State, Move> MOVES = Moves.of(Move.class, move -> switch (move) {
        case SUSPEND -> Path.from(State.ACTIVE).to(State.SUSPENDED);
        case RESUME -> Path.from(State.SUSPENDED).to(State.ACTIVE);
        case TERMINATE -> Path.from(State.ACTIVE, State.SUSPENDED).to(State.TERMINATED);
        case EXPIRE -> Path.from(State.ACTIVE, State.SUSPENDED).to(State.EXPIRED);
    });

    Grant {
        approvers = List.copyOf(approvers);
    }

    /** Issued from today on, or from the day after the last of the grant it renews. */
    static Grant issued(UUID id, Application application, List<Consent> approvers, LocalDate first, Instant now) {
        return new Grant(
                id,
                application.id(),
                application.dataset(),
                application.provider(),
                application.department(),
                application.client(),
                application.terms(),
                approvers,
                first,
                application.terms().until(),
                State.ACTIVE,
                null,
                null,
                now,
                now,
                1);
    }

    Grant suspended(Party by, String why, Instant now) {
        return moved(Move.SUSPEND, why, by, now);
    }

    /** Resumed; what the authority suspended only the authority resumes. */
    Grant resumed(Party by, Instant now) {
        if (state == State.SUSPENDED && by != Party.AUTHORITY && by != haltedBy) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED, "Grant " + id + " was suspended by the " + haltedBy + ", who resumes it.");
        }
        return moved(Move.RESUME, null, null, now);
    }

    Grant terminated(Party by, String why, Instant now) {
        return moved(Move.TERMINATE, why, by, now);
    }

    /** Its last day is over. */
    Grant expired(Instant now) {
        return moved(Move.EXPIRE, null, null, now);
    }

    /** Its state on a day: after its last it is expired, whether or not it is said to be. */
    State stateOn(LocalDate day) {
        return open() && day.isAfter(until) ? State.EXPIRED : state;
    }

    /** Whether it is neither ended nor expired. */
    boolean open() {
        return state == State.ACTIVE || state == State.SUSPENDED;
    }

    /** Whether it is suspended by its provider, which its consumer can dispute (Decree 809, Art. 28). */
    boolean suspendedByProvider() {
        return state == State.SUSPENDED && haltedBy == Party.PROVIDER;
    }

    private Grant moved(Move move, @Nullable String why, @Nullable Party by, Instant now) {
        return new Grant(
                id,
                application,
                dataset,
                provider,
                department,
                client,
                terms,
                approvers,
                from,
                until,
                MOVES.next(move, state, "Grant " + id),
                why,
                by,
                issuedAt,
                now,
                version + 1);
    }
}
