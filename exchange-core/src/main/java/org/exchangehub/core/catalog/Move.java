package org.exchangehub.core.catalog;

import java.util.EnumSet;
import java.util.Set;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.catalog.Dataset.State;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.life.Moves;
import org.exchangehub.core.life.Path;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/**
 * Every move in a catalog entry's life: from which states, into which, by whom, and whether it needs a reason. This is
 * the whole table; what is not in it cannot happen. A change of a published entry goes by the same moves from
 * {@link #CHANGE_OPENED} on, while the published one stays in force (Decree 809, Arts. 12, 13, 16, 17, 27).
 */
public enum Move {
    DRAFTED(Set.of(), State.DRAFT, Role.STEWARD, Reason.NONE, Auditable.DATASET_REGISTERED),
    CHANGE_OPENED(Set.of(), State.DRAFT, Role.STEWARD, Reason.NEEDED, Auditable.DATASET_CHANGE_OPENED),
    AMENDED(Set.of(State.DRAFT, State.RETURNED), null, Role.STEWARD, Reason.NONE, Auditable.DATASET_AMENDED),
    SUBMITTED(
            Set.of(State.DRAFT, State.RETURNED),
            State.SUBMITTED,
            Role.STEWARD,
            Reason.NONE,
            Auditable.DATASET_SUBMITTED),
    DISCARDED(
            Set.of(State.DRAFT, State.RETURNED),
            State.DISCARDED,
            Role.STEWARD,
            Reason.NEEDED,
            Auditable.DATASET_DISCARDED),
    CONSENTED(Set.of(State.SUBMITTED), State.CONSENTED, Role.SHARING_HEAD, Reason.FREE, Auditable.DATASET_CONSENTED),
    CONSENT_REFUSED(
            Set.of(State.SUBMITTED), State.RETURNED, Role.SHARING_HEAD, Reason.NEEDED, Auditable.DATASET_RETURNED),
    REGISTRATION_APPROVED(
            Set.of(State.CONSENTED),
            State.REGISTERED,
            Role.CATALOG_AUTHORITY,
            Reason.FREE,
            Auditable.DATASET_REGISTRATION_APPROVED),
    REGISTRATION_REFUSED(
            Set.of(State.CONSENTED), State.RETURNED, Role.CATALOG_AUTHORITY, Reason.NEEDED, Auditable.DATASET_RETURNED),
    PUBLISHED(
            Set.of(State.REGISTERED),
            State.PUBLISHED,
            Role.CATALOG_AUTHORITY,
            Reason.FREE,
            Auditable.DATASET_PUBLISHED),
    PUBLICATION_REFUSED(
            Set.of(State.REGISTERED),
            State.RETURNED,
            Role.CATALOG_AUTHORITY,
            Reason.NEEDED,
            Auditable.DATASET_RETURNED),
    WITHDRAWAL_PROPOSED(
            Set.of(State.PUBLISHED),
            State.WITHDRAWING,
            Role.SHARING_HEAD,
            Reason.NEEDED,
            Auditable.DATASET_WITHDRAWAL_PROPOSED),
    WITHDRAWAL_RECALLED(
            Set.of(State.WITHDRAWING),
            State.PUBLISHED,
            Role.SHARING_HEAD,
            Reason.NEEDED,
            Auditable.DATASET_WITHDRAWAL_ENDED),
    WITHDRAWN(
            Set.of(State.WITHDRAWING),
            State.WITHDRAWN,
            Role.CATALOG_AUTHORITY,
            Reason.FREE,
            Auditable.DATASET_WITHDRAWN);

    /** Whether whoever moves says why. */
    enum Reason {
        NONE,
        FREE,
        NEEDED
    }

    private static final Moves<State, Move> TABLE = Moves.of(Move.class, move -> new Path<>(move.from, move.to));

    private static final Set<Move> OF_THE_DATASET = EnumSet.of(WITHDRAWAL_PROPOSED, WITHDRAWAL_RECALLED, WITHDRAWN);

    /** By these hands an entry comes into being: whoever had a part does not decide on it. */
    static final Set<Move> COMPILING = EnumSet.of(DRAFTED, CHANGE_OPENED, AMENDED, SUBMITTED);

    /** Made by {@code Set.of}: never changes. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<State> from;

    private final @Nullable State to;
    private final Role role;
    private final Reason reason;
    private final Auditable kind;

    Move(Set<State> from, @Nullable State to, Role role, Reason reason, Auditable kind) {
        this.from = from;
        this.to = to;
        this.role = role;
        this.reason = reason;
        this.kind = kind;
    }

    /** Who makes this move. */
    Role role() {
        return role;
    }

    Reason reason() {
        return reason;
    }

    Auditable kind() {
        return kind;
    }

    /** The states this move starts from; none for those that begin a life. */
    Set<State> from() {
        return from;
    }

    /** Whether it moves the dataset itself, and not the edition that is being worked on. */
    boolean ofTheDataset() {
        return OF_THE_DATASET.contains(this);
    }

    /**
     * The state after this move from another.
     *
     * @throws HubProblem {@code CONFLICT} when the table has no such move, naming the moves it has
     */
    State from(State state, String code) {
        return TABLE.next(this, state, code);
    }

    /** The moves the table has from a state. */
    static Set<Move> possible(State state) {
        return TABLE.possible(state);
    }
}
