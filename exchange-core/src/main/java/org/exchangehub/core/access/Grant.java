package org.exchangehub.core.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/**
 * What a department's application may do with a dataset, under which both sides' heads have put their names.
 *
 * @param from its first day, in the jurisdiction's zone
 * @param until its last day
 * @param approvers the consents it rests on, the applicant's first
 * @param reason why it does not hold now; null while it is active
 * @param haltedBy who suspended or ended it; null while it is active
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

    /** Whether a grant holds; that its time is over is told by its last day. */
    enum State {
        ACTIVE,
        SUSPENDED,
        TERMINATED
    }

    /** Who may interfere with a grant (Decree 809, Art. 27). */
    enum Party {
        PROVIDER,
        CONSUMER,
        AUTHORITY
    }

    static final Map<State, Set<State>> MOVES = Map.of(
            State.ACTIVE, Set.of(State.SUSPENDED, State.TERMINATED),
            State.SUSPENDED, Set.of(State.ACTIVE, State.TERMINATED),
            State.TERMINATED, Set.of());

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
        return moved(State.SUSPENDED, why, by, now);
    }

    /** Resumed; what the authority suspended only the authority resumes. */
    Grant resumed(Party by, Instant now) {
        if (state == State.SUSPENDED && by != Party.AUTHORITY && by != haltedBy) {
            throw new HubProblem(
                    ErrorCode.ACCESS_DENIED, "Grant " + id + " was suspended by the " + haltedBy + ", who resumes it.");
        }
        return moved(State.ACTIVE, null, null, now);
    }

    Grant terminated(Party by, String why, Instant now) {
        return moved(State.TERMINATED, why, by, now);
    }

    private Grant moved(State next, @Nullable String why, @Nullable Party by, Instant now) {
        Set<State> possible = MOVES.getOrDefault(state, Set.of());
        if (!possible.contains(next)) {
            throw new HubProblem(
                    ErrorCode.CONFLICT, "Grant " + id + " is " + state + " and cannot become " + next + ".");
        }
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
                next,
                why,
                by,
                issuedAt,
                now,
                version + 1);
    }
}
