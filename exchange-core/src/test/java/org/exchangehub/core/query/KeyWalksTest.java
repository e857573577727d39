package org.exchangehub.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.exchangehub.core.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyWalksTest {

    private static final Caller CALLER =
            new Caller("4711", "service-account-app-x", "app-x", "market", Set.of(), Caller.Kind.APPLICATION);

    private final KeyWalks walks = new KeyWalks(Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC));

    private List<@Nullable Integer> asked(List<String> keys) {
        List<@Nullable Integer> measures = new ArrayList<>();
        keys.forEach(key -> measures.add(walks.asked(CALLER, "207001-000001", List.of(List.of(key)))));
        return measures;
    }

    @Nested
    class AWalk {

        @Test
        void isMeasuredInStepsOfEightOverTheLastThirtyTwoKeys() {
            List<@Nullable Integer> measures =
                    asked(IntStream.range(0, 60).mapToObj("L%05d"::formatted).toList());

            assertThat(measures.subList(0, 8)).containsOnlyNulls();
            assertThat(measures.get(8)).isEqualTo(8);
            assertThat(measures.get(16)).isEqualTo(16);
            assertThat(measures.subList(33, 60)).containsOnly(32);
        }

        @Test
        void isSeenInAnyOrderAndByEverySecondKey() {
            List<String> keys = new ArrayList<>(
                    IntStream.range(0, 200).mapToObj(i -> "A-" + 2 * i).toList());
            Collections.shuffle(keys, new Random(7));

            assertThat(asked(keys).subList(150, 200)).doesNotContainNull();
        }

        @Test
        void isNotOneWhenTheSameKeysAreAskedAgain() {
            List<String> few = IntStream.range(0, 8).mapToObj("L%d"::formatted).toList();
            IntStream.range(0, 20).forEach(i -> assertThat(asked(few)).containsOnlyNulls());
        }

        @Test
        void isNotOneWhenKeysLieAnywhere() {
            Random random = new Random(7);
            List<String> keys = IntStream.range(0, 500)
                    .mapToObj(i -> "L%08d".formatted(random.nextInt(10_000_000)))
                    .toList();

            assertThat(asked(keys)).containsOnlyNulls();
        }

        @Test
        void isTheCallersOwn() {
            Caller other = new Caller("12", "b", "app-y", "market", Set.of(), Caller.Kind.APPLICATION);
            for (int i = 0; i < 40; i++) {
                List<List<String>> key = List.of(List.of("L" + i));
                walks.asked(CALLER, "207001-000001", key);
                if (i % 10 == 0) {
                    assertThat(walks.asked(other, "207001-000001", key)).isNull();
                }
            }
        }
    }

    /** Numbers that follow one another, with the check characters that belong to them. */
    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 110105194912310038, true",
        "91310230MA1K314J7C, 91310230MA1K314K57, true",
        "JY13402020001234, JY13402020001235, true",
        "JY13402020001234, JY13402029999235, false",
        "11010519491231002X, 340202198001010015, false",
        "王小明, 王小红, false"
    })
    void checkCharactersDoNotHideNeighbours(String one, String other, boolean beside) {
        assertThat(KeyPlace.beside(List.of(KeyPlace.of(one)), List.of(KeyPlace.of(other))))
                .isEqualTo(beside);
    }
}
