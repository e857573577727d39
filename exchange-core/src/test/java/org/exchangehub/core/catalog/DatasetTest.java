package org.exchangehub.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.exchangehub.core.catalog.Dataset.State;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DatasetTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private static Dataset in(State state) {
        return new Dataset(
                "207001-000001", "market-supervision", state, Entries.complete(), 3, NOW, NOW, NOW, "steward", NOW);
    }

    @Nested
    class Moves {

        private final Map<State, UnaryOperator<Dataset>> named = new EnumMap<>(Map.of(
                State.SUBMITTED, dataset -> dataset.submitted("steward", NOW),
                State.RETURNED, dataset -> dataset.returned(NOW),
                State.PUBLISHED, dataset -> dataset.published(NOW)));

        @Test
        void areThoseOfTheTableAndNoOther() {
            for (State from : State.values()) {
                named.forEach((to, move) -> {
                    if (Dataset.MOVES.getOrDefault(from, Set.of()).contains(to)) {
                        assertThat(move.apply(in(from)).state()).isEqualTo(to);
                        assertThat(move.apply(in(from)).version()).isEqualTo(4);
                    } else {
                        assertThatExceptionOfType(HubProblem.class)
                                .isThrownBy(() -> move.apply(in(from)))
                                .withMessageContaining(from + " and cannot become " + to)
                                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFLICT));
                    }
                });
            }
        }

        @Test
        void beginWithADraft() {
            assertThat(Dataset.draft("207001-000001", "market-supervision", Entries.complete(), NOW)
                            .state())
                    .isEqualTo(State.DRAFT);
        }
    }

    @Nested
    class AnEntry {

        @Test
        void isAmendedUntilItIsHandedInAndAfterItCameBack() {
            for (State state : List.of(State.DRAFT, State.RETURNED)) {
                assertThat(in(state).amended(Entries.complete(), NOW).version()).isEqualTo(4);
            }
            for (State state : List.of(State.SUBMITTED, State.PUBLISHED)) {
                assertThatExceptionOfType(HubProblem.class)
                        .isThrownBy(() -> in(state).amended(Entries.complete(), NOW));
            }
        }
    }

    @Test
    void goesByItsResourceCode() {
        assertThat(in(State.DRAFT).resourceCode()).isEqualTo("207001/000001");
    }
}
