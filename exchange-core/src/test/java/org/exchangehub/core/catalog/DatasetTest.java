package org.exchangehub.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.exchangehub.core.catalog.Dataset.State;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatasetTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Withdrawal SAID =
            new Withdrawal("reason", "agreed", LocalDate.parse("2026-12-31"), "head", NOW, null, null);

    private static Dataset in(State state) {
        return dataset(state, null);
    }

    private static Dataset changing(State state) {
        Change change = new Change(
                2, state, Change.Cause.LAW, LocalDate.EPOCH, "reason", Entries.complete(), NOW, NOW, "steward");
        return dataset(State.PUBLISHED, change);
    }

    private static Dataset dataset(State state, @Nullable Change change) {
        return new Dataset(
                "207001-000001",
                "market-supervision",
                state,
                Entries.complete(),
                1,
                3,
                NOW,
                NOW,
                NOW,
                "steward",
                NOW,
                change,
                EnumSet.of(State.WITHDRAWING, State.WITHDRAWN).contains(state) ? SAID : null);
    }

    /** The dataset after a move, by the method that makes it. */
    private static Dataset moved(Dataset dataset, Move move) {
        return switch (move) {
            case DRAFTED, CHANGE_OPENED -> throw new AssertionError(move + " begins a life");
            case AMENDED -> dataset.amended(Entries.complete(), NOW);
            case SUBMITTED -> dataset.submitted("steward", NOW);
            case DISCARDED -> dataset.discarded(NOW);
            case PUBLISHED -> dataset.published(NOW);
            case CONSENTED, CONSENT_REFUSED, REGISTRATION_APPROVED, REGISTRATION_REFUSED, PUBLICATION_REFUSED ->
                dataset.decided(move, NOW);
            case WITHDRAWAL_PROPOSED, WITHDRAWAL_RECALLED, WITHDRAWN -> dataset.ending(move, SAID, NOW);
        };
    }

    static Stream<Arguments> everyStateAndMove() {
        return Arrays.stream(State.values())
                .flatMap(state -> Arrays.stream(Move.values())
                        .filter(move -> !move.from().isEmpty())
                        .map(move -> Arguments.of(state, move)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndMove")
    void movesAsTheTableSaysAndNotOtherwise(State state, Move move) {
        Dataset dataset = in(state);

        if (move.from().contains(state)) {
            Dataset after = moved(dataset, move);
            assertThat(after.state()).isEqualTo(move.from(state, ""));
            assertThat(after.version()).isEqualTo(4);
        } else {
            assertThatExceptionOfType(HubProblem.class)
                    .isThrownBy(() -> moved(dataset, move))
                    .withMessageContaining(state + ", from where " + move + " is not possible")
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFLICT));
        }
    }

    @ParameterizedTest
    @MethodSource("everyStateAndMove")
    void changesByTheSameTableWhileItStaysInForce(State state, Move move) {
        if (!EnumSet.range(State.DRAFT, State.RETURNED).contains(state)) {
            return;
        }
        Dataset dataset = changing(state);

        if (move.ofTheDataset() || !move.from().contains(state)) {
            assertThatExceptionOfType(HubProblem.class)
                    .isThrownBy(() -> moved(dataset, move))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFLICT));
        } else {
            Dataset after = moved(dataset, move);
            boolean over = Set.of(Move.PUBLISHED, Move.DISCARDED).contains(move);
            assertThat(after.state()).isEqualTo(State.PUBLISHED);
            assertThat(after.working()).isEqualTo(over ? State.PUBLISHED : move.from(state, ""));
            assertThat(after.edition()).isEqualTo(move == Move.PUBLISHED ? 2 : 1);
            assertThat(after.change() == null).isEqualTo(over);
        }
    }

    @Nested
    class TheTable {

        @Test
        void leadsFromADraftToEveryState() {
            Set<State> reached = EnumSet.of(State.DRAFT);
            int before;
            do {
                before = reached.size();
                EnumSet.copyOf(reached)
                        .forEach(state -> Move.possible(state).forEach(move -> reached.add(move.from(state, ""))));
            } while (reached.size() > before);

            assertThat(reached).containsExactlyInAnyOrder(State.values());
        }

        @Test
        void letsNothingBePublishedWithoutTheHeadAndBothReviews() {
            assertThat(Move.PUBLISHED.from()).containsExactly(State.REGISTERED);
            assertThat(into(State.REGISTERED)).containsExactly(Move.REGISTRATION_APPROVED);
            assertThat(Move.REGISTRATION_APPROVED.from()).containsExactly(State.CONSENTED);
            assertThat(into(State.CONSENTED)).containsExactly(Move.CONSENTED);
        }

        @Test
        void asksAReasonOfEveryRefusalAndEnd() {
            assertThat(Move.values())
                    .filteredOn(move -> move.name().endsWith("REFUSED")
                            || move == Move.DISCARDED
                            || move == Move.WITHDRAWAL_PROPOSED
                            || move == Move.WITHDRAWAL_RECALLED)
                    .hasSize(6)
                    .allMatch(move -> move.reason() == Move.Reason.NEEDED);
        }

        private static Set<Move> into(State state) {
            Set<Move> found = EnumSet.noneOf(Move.class);
            for (Move move : Move.values()) {
                for (State from : move.from()) {
                    if (from != state && move.from(from, "") == state) {
                        found.add(move);
                    }
                }
            }
            return found;
        }
    }

    @Test
    void goesByItsResourceCode() {
        assertThat(in(State.DRAFT).resourceCode()).isEqualTo("207001/000001");
    }

    @Test
    void isChangedOnlyInForceAndOnceAtATime() {
        Change next = new Change(
                2, State.DRAFT, Change.Cause.DATA, LocalDate.EPOCH, "reason", Entries.complete(), NOW, null, null);

        assertThat(in(State.PUBLISHED).changeOpened(next, NOW).working()).isEqualTo(State.DRAFT);
        assertThatExceptionOfType(HubProblem.class)
                .isThrownBy(() -> changing(State.DRAFT).changeOpened(next, NOW));
        for (State state : EnumSet.complementOf(EnumSet.of(State.PUBLISHED))) {
            assertThatExceptionOfType(HubProblem.class)
                    .isThrownBy(() -> in(state).changeOpened(next, NOW));
        }
    }
}
