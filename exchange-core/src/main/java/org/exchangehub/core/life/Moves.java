package org.exchangehub.core.life;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;

/**
 * The whole table of somebody's or something's moves: what is not in it cannot happen.
 *
 * @param paths of every move there is
 */
public record Moves<S extends Enum<S>, M extends Enum<M>>(Map<M, Path<S>> paths) {

    public Moves {
        paths = Collections.unmodifiableMap(new EnumMap<>(paths));
    }

    /** The table that says of each of the moves where it leads. */
    public static <S extends Enum<S>, M extends Enum<M>> Moves<S, M> of(Class<M> moves, Function<M, Path<S>> table) {
        Map<M, Path<S>> paths = new EnumMap<>(moves);
        for (M move : moves.getEnumConstants()) {
            paths.put(move, table.apply(move));
        }
        return new Moves<>(paths);
    }

    /** Whether a move starts from a state. */
    public boolean allows(M move, S state) {
        return path(move).from().contains(state);
    }

    /** The moves that start from a state, in the order they are declared. */
    public Set<M> possible(S state) {
        return paths.keySet().stream()
                .filter(move -> allows(move, state))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The state a move leads to from another.
     *
     * @param subject what moves, as a refusal names it
     * @throws HubProblem {@code CONFLICT} when the table has no such move: says where it is and what is possible
     */
    public S next(M move, S state, String subject) {
        if (!allows(move, state)) {
            Set<M> possible = possible(state);
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    subject + " is " + state + ", from where " + move + " is not possible; possible "
                            + (possible.isEmpty()
                                    ? "is nothing."
                                    : possible.stream()
                                            .map(Enum::name)
                                            .collect(Collectors.joining(", ", "are ", "."))));
        }
        S to = path(move).to();
        return to == null ? state : to;
    }

    private Path<S> path(M move) {
        return Objects.requireNonNull(paths.get(move));
    }

    /**
     * Requires that a move was written over the version it was made from.
     *
     * @param rows how many rows were written, 0 or 1
     * @throws HubProblem {@code CONFLICT} when there was none: somebody else moved first
     */
    public static void requireFirst(int rows, String subject) {
        if (rows == 0) {
            throw new HubProblem(
                    ErrorCode.CONFLICT, subject + " was changed by somebody else meanwhile; read it again.");
        }
    }
}
