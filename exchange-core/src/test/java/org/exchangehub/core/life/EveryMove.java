package org.exchangehub.core.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.junit.jupiter.params.provider.Arguments;

/** Every move of a table from every state, those it allows and those it forbids. */
public final class EveryMove {

    private EveryMove() {}

    public static <S extends Enum<S>, M extends Enum<M>> Stream<Arguments> of(Class<M> moves, Class<S> states) {
        return Arrays.stream(moves.getEnumConstants())
                .flatMap(move -> Arrays.stream(states.getEnumConstants()).map(state -> Arguments.of(move, state)));
    }

    /**
     * Asserts that a move was made or refused as the table says.
     *
     * @param made makes it, and gives the state reached
     */
    public static <S extends Enum<S>, M extends Enum<M>> void goesByTheTable(
            Moves<S, M> table, M move, S from, Supplier<S> made) {
        if (table.allows(move, from)) {
            assertThat(made.get()).isEqualTo(table.next(move, from, ""));
        } else {
            assertThatExceptionOfType(HubProblem.class)
                    .isThrownBy(made::get)
                    .withMessageContaining(from + ", from where " + move + " is not possible")
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFLICT));
        }
    }
}
