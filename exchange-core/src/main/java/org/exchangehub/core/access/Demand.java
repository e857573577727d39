package org.exchangehub.core.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.life.Moves;
import org.exchangehub.core.life.Path;
import org.jspecify.annotations.Nullable;

/**
 * Data a department needs and nobody offers (供需对接): the authority names the department whose duty it is, and that department
 * offers a dataset or says why not.
 *
 * @param assigned the department that has to answer; null until the authority has named it
 * @param dataset what was offered
 * @param reason why it was declined or withdrawn
 */
record Demand(
        UUID id,
        String department,
        Statement statement,
        State state,
        @Nullable String assigned,
        @Nullable String dataset,
        @Nullable String reason,
        String postedBy,
        Instant postedAt,
        Instant changedAt,
        int version) {

    /**
     * What is needed.
     *
     * @param items the data items wanted
     * @param basis the law or duty the use rests on
     */
    record Statement(String title, String need, String basis, String scenario, List<String> items) {
        Statement {
            items = List.copyOf(items);
        }
    }

    /** Where a demand is. */
    enum State {
        POSTED,
        ASSIGNED,
        OFFERED,
        DECLINED,
        WITHDRAWN
    }

    /** The moves there are; what was declined can be assigned anew. */
    enum Move {
        ASSIGN,
        OFFER,
        DECLINE,
        WITHDRAW
    }

    static final Moves<State, Move> MOVES = Moves.of(Move.class, move -> switch (move) {
        case ASSIGN -> Path.from(State.POSTED, State.DECLINED).to(State.ASSIGNED);
        case OFFER -> Path.from(State.ASSIGNED).to(State.OFFERED);
        case DECLINE -> Path.from(State.ASSIGNED).to(State.DECLINED);
        case WITHDRAW -> Path.from(State.POSTED, State.ASSIGNED, State.DECLINED).to(State.WITHDRAWN);
    });

    Demand assigned(String to, Instant now) {
        return moved(Move.ASSIGN, to, null, null, now);
    }

    Demand offered(String code, Instant now) {
        return moved(Move.OFFER, assigned, code, null, now);
    }

    Demand declined(String why, Instant now) {
        return moved(Move.DECLINE, assigned, null, why, now);
    }

    Demand withdrawn(String why, Instant now) {
        return moved(Move.WITHDRAW, assigned, null, why, now);
    }

    private Demand moved(Move move, @Nullable String to, @Nullable String code, @Nullable String why, Instant now) {
        State next = MOVES.next(move, state, "Demand " + id);
        return new Demand(id, department, statement, next, to, code, why, postedBy, postedAt, now, version + 1);
    }
}
