package org.exchangehub.core.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.exchangehub.core.audit.LogFeed.Logged;
import org.exchangehub.core.audit.LogFeed.Unnamed;
import org.exchangehub.core.audit.Who;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T02:00:30Z");
    private static final Who WHO = new Who("service-x", "app-x", "market");

    private static Terms terms(int threshold, @Nullable Integer minutes, @Nullable Double share) {
        return new Terms(threshold, minutes, null, null, null, null, null, share, null, null, null, null, null, null);
    }

    private static Terms volume(Rule.Measure measure, int threshold, int newcomer) {
        return new Terms(threshold, null, measure, 5.0, 2.0, 840, newcomer, null, null, null, null, null, null, null);
    }

    private static Rule rule(Rule.Kind kind, Terms terms) {
        return new Rule(kind.name(), kind, true, terms, 1);
    }

    private static Logged verified(long index, String result) {
        return new Logged(
                index, MORNING.plusSeconds(index * 20), "RECORD_VERIFIED", WHO, 1, List.of("s"), null, result, 0, 0);
    }

    private static Logged read(long index, int rows, int adjacent) {
        return new Logged(
                index,
                MORNING.plusSeconds(index),
                "RECORD_READ",
                WHO,
                rows,
                List.of("s" + index),
                null,
                null,
                0,
                adjacent);
    }

    @Nested
    class AStreak {

        private final Rule rule = rule(Rule.Kind.VERIFY_STREAK, terms(10, 30, null));

        @Test
        void countsThoseInARowOnly() {
            List<Logged> guesses = LongStream.range(0, 25)
                    .mapToObj(i -> verified(i, i == 9 ? "MATCH" : i == 15 ? "NO_RECORD" : "NO_MATCH"))
                    .toList();

            assertThat(new Remembered(List.of(rule)).see(guesses))
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.first()).isEqualTo(10);
                        assertThat(found.last()).isEqualTo(24);
                        assertThat(found.counted()).isEqualTo(15);
                    });
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 3, 7, 40})
        void isTheSameHoweverTheEntriesAreGrouped(int size) {
            Random random = new Random(4);
            List<Logged> entries = LongStream.range(0, 400)
                    .mapToObj(i -> verified(i, random.nextInt(12) == 0 ? "MATCH" : "NO_MATCH"))
                    .toList();
            Remembered grouped = new Remembered(List.of(rule));
            List<Finding> found = new ArrayList<>();
            for (int from = 0; from < entries.size(); from += size) {
                found.addAll(grouped.see(entries.subList(from, Math.min(entries.size(), from + size))));
            }

            assertThat(joined(found)).isEqualTo(joined(new Remembered(List.of(rule)).see(entries)));
        }

        @Test
        void ofClaimsVerifiedTogetherIsAsLongAsItsLongestRow() {
            assertThat(new Remembered(List.of(rule)).see(List.of(together(0, "MATCH", 9), together(1, "NO_MATCH", 9))))
                    .isEmpty();
            assertThat(new Remembered(List.of(rule)).see(List.of(together(0, "MATCH", 10))))
                    .singleElement()
                    .satisfies(found -> assertThat(found.counted()).isEqualTo(10));
            assertThat(new Remembered(List.of(rule))
                            .see(List.of(
                                    together(0, "NO_MATCH", 6), verified(1, "NO_MATCH"), together(2, "NO_MATCH", 3))))
                    .singleElement()
                    .satisfies(found -> assertThat(found.counted()).isEqualTo(10));
        }

        private static Logged together(long index, String result, int streak) {
            return new Logged(
                    index,
                    MORNING.plusSeconds(index * 20),
                    "RECORDS_VERIFIED",
                    WHO,
                    1,
                    List.of("s"),
                    null,
                    result,
                    streak,
                    0);
        }

        /** As evidence is kept: what goes on in the next minute is one stretch. */
        private static List<List<Long>> joined(List<Finding> found) {
            List<Finding> stretches = new ArrayList<>();
            for (Finding each : found) {
                boolean on = !stretches.isEmpty()
                        && each.firstSlot() <= stretches.getLast().lastSlot() + 1;
                stretches.add(on ? stretches.removeLast().and(each) : each);
            }
            assertThat(stretches).hasSizeGreaterThan(3);
            return stretches.stream()
                    .map(each -> List.of(each.first(), each.last()))
                    .toList();
        }
    }

    @Nested
    class AnEnumeration {

        private final Rule rule = rule(Rule.Kind.ENUMERATION, terms(30, 10, .5));

        @Test
        void isSeenByMisses() {
            assertThat(seen(i -> read(i, i % 3 == 0 ? 1 : 0, 0), 30)).hasSize(1);
            assertThat(seen(i -> read(i, i % 3 == 0 ? 0 : 1, 0), 90)).isEmpty();
        }

        @Test
        void isSeenByKeysThatLieSideBySideThoughAllExist() {
            assertThat(seen(i -> read(i, 1, i < 16 ? 0 : 32), 46)).hasSize(1);
            assertThat(seen(i -> read(i, 1, 8), 90)).as("a few neighbours").isEmpty();
        }

        @Test
        void goesOnCollectingUntilTheMinuteIsOver() {
            Remembered memory = new Remembered(List.of(rule));
            List<Finding> first = memory.see(
                    LongStream.range(0, 30).mapToObj(i -> read(i, 0, 0)).toList());
            List<Finding> rest = memory.see(LongStream.range(30, 100)
                    .mapToObj(i ->
                            new Logged(i, MORNING.plusSeconds(29), "RECORD_READ", WHO, 1, List.of(), null, null, 0, 0))
                    .toList());

            assertThat(first).singleElement().extracting(Finding::last).isEqualTo(29L);
            assertThat(rest).singleElement().satisfies(found -> {
                assertThat(found.missed()).as("fewer than half by now").isEqualTo(30);
                assertThat(found.last()).isEqualTo(99);
            });
        }

        private List<Finding> seen(LongFunction<Logged> entry, int count) {
            return new Remembered(List.of(rule))
                    .see(LongStream.range(0, count).mapToObj(entry).toList());
        }
    }

    @Nested
    class AVolume {

        @Test
        void isHeldAgainstTheFullestHoursOfTheCallersOwnDays() {
            Terms terms = volume(Rule.Measure.ACCESSES, 100, 3_000);
            List<Long> even = LongStream.range(0, 20).mapToObj(i -> 90 + i % 20).toList();

            assertThat(Volume.limit(terms, past(even, 0, List.of()))).isBetween(180L, 250L);
            assertThat(Volume.limit(terms, past(even, 900, List.of())))
                    .as("what was explained once is accepted")
                    .isEqualTo(1_800);
        }

        @Test
        void ofANewcomerIsHeldAgainstOthersAndNeverAboveTheMost() {
            Terms terms = volume(Rule.Measure.ACCESSES, 100, 3_000);
            List<Long> peers = LongStream.range(0, 100).boxed().toList();
            List<Long> giants = LongStream.range(0, 100).mapToObj(i -> 9_000L).toList();

            assertThat(Volume.limit(terms, past(List.of(5L), 0, List.of()))).isEqualTo(3_000);
            assertThat(Volume.limit(terms, past(List.of(), 0, peers))).isEqualTo(196);
            assertThat(Volume.limit(terms, past(List.of(), 0, giants))).isEqualTo(3_000);
        }

        private Volume.Past past(List<Long> own, long accepted, List<Long> peers) {
            return new Volume.Past(own, accepted, peers);
        }

        @Test
        void ofSubjectsCountsEachOnceHoweverOftenItIsNamed() {
            Rule rule = rule(Rule.Kind.VOLUME, volume(Rule.Measure.SUBJECTS, 2_000, 4_000));
            List<String> thousand =
                    IntStream.range(0, 1_000).mapToObj(i -> "s" + i).toList();
            List<Logged> again = LongStream.range(0, 30)
                    .mapToObj(i -> listed(i, thousand, null))
                    .toList();
            List<Logged> feed = LongStream.range(0, 6)
                    .mapToObj(i -> listed(i, List.of(), new Unnamed("changes:d", i * 1_000, 1_000)))
                    .toList();
            List<Logged> feedAgain = LongStream.range(0, 30)
                    .mapToObj(i -> listed(i, List.of(), new Unnamed("changes:d", 0, 1_000)))
                    .toList();

            assertThat(new Remembered(List.of(rule)).see(again)).isEmpty();
            assertThat(new Remembered(List.of(rule)).see(feedAgain)).isEmpty();
            assertThat(new Remembered(List.of(rule)).see(feed))
                    .singleElement()
                    .satisfies(found -> assertThat(found.counted()).isBetween(5_500L, 6_500L));
        }

        private Logged listed(long index, List<String> subjects, @Nullable Unnamed unnamed) {
            return new Logged(
                    index, MORNING.plusSeconds(index), "RECORDS_LISTED", WHO, 1_000, subjects, unnamed, null, 0, 0);
        }
    }

    /** 2026-11-23 is a Monday; 00:30 UTC is 08:30 in Shanghai. */
    @Test
    void offHoursGoByTheJurisdictionsClockAndWeekAndLookAtPeopleOnly() {
        Terms terms = new Terms(
                5,
                60,
                null,
                null,
                null,
                null,
                null,
                null,
                "Asia/Shanghai",
                "06:00",
                "22:00",
                List.of(1, 2, 3, 4, 5),
                List.of("catalog-ui"),
                List.of("catalog-ui/night-watch"));
        Rule rule = rule(Rule.Kind.OFF_HOURS, terms);

        assertThat(rule.counts(at("2026-11-23T00:30:00Z", "catalog-ui", "clerk")))
                .isFalse();
        assertThat(rule.counts(at("2026-11-23T14:30:00Z", "catalog-ui", "clerk")))
                .isTrue();
        assertThat(rule.counts(at("2026-11-22T03:00:00Z", "catalog-ui", "clerk")))
                .isTrue();
        assertThat(rule.counts(at("2026-11-22T03:00:00Z", "app-nightly", "service")))
                .isFalse();
        assertThat(rule.counts(at("2026-11-22T03:00:00Z", "catalog-ui", "night-watch")))
                .isFalse();
    }

    private static Logged at(String time, String client, String account) {
        return new Logged(
                0,
                Instant.parse(time),
                "RECORD_READ",
                new Who(account, client, null),
                1,
                List.of("s"),
                null,
                null,
                0,
                0);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 20_000, 300_000})
    void aSketchCountsWithinATenth(int many) {
        Sketch sketch = new Sketch();
        IntStream.range(0, many).forEach(i -> sketch.add("2026:" + i));
        IntStream.range(0, many).forEach(i -> sketch.add("2026:" + i));

        assertThat((double) new Sketch(sketch.bytes()).count()).isBetween(many * .9, many * 1.1);
    }
}
