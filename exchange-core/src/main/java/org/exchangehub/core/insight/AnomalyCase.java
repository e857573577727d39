package org.exchangehub.core.insight;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/**
 * Something unusual that somebody has to look at.
 *
 * @param client and account: the caller it is about
 * @param outcome what it came to; null until it is closed
 * @param assignee account that handles it; null while nobody does
 * @param first log index of the first entry it rests on
 * @param version counts the moves and the minutes or hours that joined it, for If-Match
 */
record AnomalyCase(
        UUID id,
        String rule,
        String client,
        String account,
        @Nullable String department,
        State state,
        @Nullable Outcome outcome,
        @Nullable String assignee,
        long first,
        long last,
        long version,
        Instant openedAt,
        Instant changedAt) {

    /** Where a case is. */
    enum State {
        OPEN,
        ASSIGNED,
        CLOSED
    }

    /** What a case came to. */
    enum Outcome {
        CONFIRMED,
        EXPLAINED,
        FALSE_ALARM
    }

    /** A case is handled by somebody before it is closed; it may be handed on or back, and opened again. */
    static final Map<State, Set<State>> MOVES = Map.of(
            State.OPEN, Set.of(State.ASSIGNED),
            State.ASSIGNED, Set.of(State.OPEN, State.ASSIGNED, State.CLOSED),
            State.CLOSED, Set.of(State.OPEN));

    /** Client and account, with a slash between. */
    String caller() {
        return client + "/" + account;
    }

    /** Whether it is about this account, or about a service whose client the account uses. */
    boolean concerns(String client, String account) {
        return this.account.equals(account) || (this.client.equals(client) && Seen.service(client));
    }

    /** Refuses with {@code CONFLICT} a move that is not in the table. */
    void requireMove(State target) {
        if (!MOVES.getOrDefault(state, Set.of()).contains(target)) {
            throw new HubProblem(
                    ErrorCode.CONFLICT, "Case " + id + " is " + state + " and cannot become " + target + ".");
        }
    }
}
