package org.exchangehub.core.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.exchangehub.core.dispute.Dispute.DisputeStep;
import org.exchangehub.core.dispute.Dispute.Move;
import org.exchangehub.core.dispute.Dispute.State;
import org.exchangehub.core.life.EveryMove;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.work.Subject;
import org.exchangehub.schemas.value.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DisputeTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final LocalDate LAST = LocalDate.of(2026, 12, 8);
    private static final Contested CONTESTED = new Contested(
            new Subject("grant", new UUID(1, 3).toString(), new LocalizedText("法人", "Legal persons"), "/x"),
            4,
            "102001-000001",
            "approval",
            "market",
            "超范围使用");

    static Stream<Arguments> everyMove() {
        return EveryMove.of(Move.class, State.class);
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("everyMove")
    void movesAsItsTableSaysAndNoOtherWay(Move move, State from) {
        EveryMove.goesByTheTable(
                Dispute.MOVES,
                move,
                from,
                () -> in(from).moved(step(move), null).state());
    }

    @Test
    void goesThroughEachStageOnceAndToTheGovernmentLast() {
        Dispute dispute =
                in(State.NEGOTIATING).moved(step(Move.ESCALATES), null).moved(step(Move.AUTHORITY_REJECTS), LAST);

        assertThat(dispute.loser()).isEqualTo("approval");
        assertThat(dispute.appealUntil()).isEqualTo(LAST);
        Dispute appealed = dispute.moved(step(Move.APPEALS), null);
        assertThat(Dispute.MOVES.possible(appealed.state()))
                .doesNotContain(Move.ESCALATES, Move.AUTHORITY_UPHOLDS, Move.AUTHORITY_REJECTS, Move.APPEALS);
        assertThat(appealed.moved(step(Move.GOVERNMENT_UPHOLDS), null).state()).isEqualTo(State.UPHELD);
        assertThat(appealed.course()).hasSize(3);
    }

    @Test
    void isAppealedByWhomTheAuthorityDecidedAgainstUntilTheLastDay() {
        Dispute decided = in(State.WITH_AUTHORITY).moved(step(Move.AUTHORITY_UPHOLDS), LAST);

        assertThat(decided.loser()).isEqualTo("market");
        assertThatCode(() -> decided.requireInTime(LAST)).doesNotThrowAnyException();
        assertThatExceptionOfType(HubProblem.class).isThrownBy(() -> decided.requireInTime(LAST.plusDays(1)));
    }

    private static Dispute in(State state) {
        return new Dispute(new UUID(1, 2), CONTESTED, "unjust", state, List.of(), null, "head", NOW, 1);
    }

    private static DisputeStep step(Move move) {
        return new DisputeStep(move, "somebody", "words", null, NOW);
    }
}
