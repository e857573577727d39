package org.exchangehub.core.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Hold;
import org.exchangehub.core.audit.LogFeed;
import org.exchangehub.core.audit.LogHolds;
import org.exchangehub.core.audit.LongAnswer;
import org.exchangehub.core.audit.Outcome;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.insight.AnomalyCase.State;
import org.exchangehub.core.insight.CaseEvidence.Stretch;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.testing.HubTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Unusual use, as the watch finds it in the real log, and how its cases are handled. */
@HubTest
class AnomaliesTest {

    private static final Who AUDITOR = new Who("auditor", "catalog-ui", "data-bureau");

    private final AuditLog log;
    private final LogFeed feed;
    private final Watched watched;
    private final Cases cases;
    private final CaseEvidence evidence;
    private final CaseMoves moves;
    private final LogHolds holds;
    private final JdbcClient jdbc;

    AnomaliesTest(
            AuditLog log,
            LogFeed feed,
            ApplicationContext context,
            Cases cases,
            CaseEvidence evidence,
            CaseMoves moves,
            LogHolds holds,
            JdbcClient jdbc) {
        this.log = log;
        this.feed = feed;
        this.watched = new Watched(context);
        this.cases = cases;
        this.evidence = evidence;
        this.moves = moves;
        this.holds = holds;
        this.jdbc = jdbc;
    }

    private static Who caller(String name) {
        return new Who("service-" + name, "app-" + name, "market-supervision");
    }

    private long verified(String name, String result) {
        return log.append(AuditFact.of(Auditable.RECORD_VERIFIED, caller(name))
                        .rows(1)
                        .detail("result", result)
                        .build())
                .index();
    }

    private void denied(String name) {
        log.append(AuditFact.of(Auditable.ACCESS_DENIED, caller(name))
                .outcome(Outcome.DENIED)
                .build());
    }

    private AnomalyCase streak(String name) {
        IntStream.range(0, 10).forEach(i -> verified(name, "NO_MATCH"));
        watched.seen();
        return watched.of("app-" + name).getFirst();
    }

    private AnomalyCase moved(AnomalyCase about, State target) {
        return moves.move(about.id(), decision(target), cases.get(about.id()).version(), AUDITOR);
    }

    private static CaseMoves.Decision decision(State target) {
        return new CaseMoves.Decision(
                target, target == State.CLOSED ? AnomalyCase.Outcome.EXPLAINED : null, null, "looked into");
    }

    private List<Hold> held(AnomalyCase about) {
        return holds.of(about.id().toString()).stream()
                .filter(hold -> hold.releasedAt() == null)
                .toList();
    }

    @Nested
    class WhatACaseRestsOn {

        @Test
        void growsUntilTheMinuteIsOverAndIsHeldWholeAndNobodyElsesWithIt() {
            long first = verified("persistent", "NO_MATCH");
            IntStream.range(0, 4).forEach(i -> verified("persistent", "NO_MATCH"));
            verified("bystander", "NO_MATCH");
            IntStream.range(0, 5).forEach(i -> verified("persistent", "NO_MATCH"));
            watched.seen();
            verified("bystander", "NO_MATCH");
            long last = verified("persistent", "NO_MATCH");
            watched.seen();

            AnomalyCase found = watched.of("app-persistent").getFirst();
            assertThat(evidence.of(found.id())).singleElement().satisfies(stretch -> {
                assertThat(stretch.first()).isEqualTo(first);
                assertThat(stretch.last()).isEqualTo(last);
                assertThat(stretch.counted()).isEqualTo(11);
            });
            assertThat(held(found))
                    .extracting(Hold::scope)
                    .containsExactly(new Hold.Scope.Callers("app-persistent", "service-persistent", first, last));
        }

        @Test
        void isJudgedWhenItIsClosedAndWhatComesLaterOpensACaseOfItsOwn() {
            AnomalyCase opened = streak("returning");
            moved(opened, State.ASSIGNED);
            moved(opened, State.CLOSED);
            assertThat(held(opened)).isEmpty();
            watched.seen();
            assertThat(watched.of("app-returning")).hasSize(1);

            long later = verified("returning", "NO_MATCH");
            IntStream.range(0, 9).forEach(i -> verified("returning", "NO_MATCH"));
            watched.seen();

            assertThat(watched.of("app-returning")).hasSize(2);
            AnomalyCase next = watched.of("app-returning").getFirst();
            assertThat(next.state()).isEqualTo(State.OPEN);
            assertThat(evidence.of(next.id())).extracting(Stretch::first).containsExactly(later);
        }

        @Test
        void isHeldAgainWhenTheCaseIsOpenedAgainUnlessAnotherGoesOn() {
            AnomalyCase first = streak("reopened");
            List<Hold.Scope> before = held(first).stream().map(Hold::scope).toList();
            moved(first, State.ASSIGNED);
            moved(first, State.CLOSED);
            moved(first, State.OPEN);
            assertThat(held(first)).extracting(Hold::scope).isEqualTo(before);

            moved(first, State.ASSIGNED);
            moved(first, State.CLOSED);
            streak("reopened");
            assertThatThrownBy(() -> moved(first, State.OPEN)).hasMessageContaining("goes on already");
        }

        @Test
        void isInStretchesThatDoNotOverlap() {
            AnomalyCase opened = streak("walker");
            IntStream.range(0, 3).forEach(i -> {
                verified("walker", "MATCH");
                IntStream.range(0, 12).forEach(k -> verified("walker", "NO_MATCH"));
                watched.seen();
            });

            List<Stretch> stretches = evidence.of(opened.id());
            for (int i = 1; i < stretches.size(); i++) {
                assertThat(stretches.get(i).first())
                        .isGreaterThan(stretches.get(i - 1).last());
            }
            assertThat(held(opened)).hasSameSizeAs(stretches);
        }
    }

    @Nested
    class ALongAnswer {

        @Test
        void isCountedByWhatWasSentInTheEnd() throws IOException {
            LongAnswer answer = log.begin(AuditFact.of(Auditable.QUARANTINE_EXPORTED, caller("exporter"))
                    .rows(25_000)
                    .build());
            watched.seen();
            assertThat(watched.of("app-exporter")).isEmpty();
            answer.send(new ByteArrayOutputStream(), out -> 25_000);
            watched.seen();

            assertThat(watched.of("app-exporter")).extracting(AnomalyCase::rule).containsExactly("many-subjects");
            assertThat(evidence.of(watched.of("app-exporter").getFirst().id())
                            .getFirst()
                            .counted())
                    .isBetween(23_000L, 27_000L);
        }

        @Test
        void thatBrokeOffIsCountedAsAnnouncedUnlessNothingWasSent() {
            assertThat(brokenOff(0)).isNull();
            assertThat(brokenOff(3))
                    .isNotNull()
                    .extracting(LogFeed.Unnamed::count)
                    .isEqualTo(70L);
        }

        private LogFeed.@Nullable Unnamed brokenOff(int bytes) {
            LongAnswer answer = log.begin(AuditFact.of(Auditable.QUARANTINE_EXPORTED, caller("breaker"))
                    .rows(70)
                    .build());
            assertThatThrownBy(() -> answer.send(new ByteArrayOutputStream(), out -> {
                        out.write(new byte[bytes]);
                        throw new IllegalStateException("broken off");
                    }))
                    .hasMessage("broken off");
            return feed.from(answer.evidence().index(), 200).stream()
                    .filter(entry ->
                            entry.kind().equals("ANSWER_ENDED") && entry.who().equals(caller("breaker")))
                    .findFirst()
                    .orElseThrow()
                    .unnamed();
        }

        @Test
        void whoseListIsTooLongForAnEntryIsCountedByItsDigest() {
            List<String> many =
                    IntStream.range(0, 3_000).mapToObj(i -> "subject " + i).toList();
            long index = log.append(AuditFact.of(Auditable.RECORDS_LISTED, caller("lister"))
                            .rows(3_000)
                            .subjects(many)
                            .build())
                    .index();

            assertThat(feed.from(index, 1)).singleElement().satisfies(entry -> {
                assertThat(entry.subjects()).isEmpty();
                assertThat(entry.unnamed())
                        .isNotNull()
                        .extracting(LogFeed.Unnamed::count)
                        .isEqualTo(3_000L);
            });
        }
    }

    @Nested
    class AMove {

        @ParameterizedTest
        @EnumSource
        void isAllowedAsTheTableSaysAndNotOtherwise(State from) {
            AnomalyCase opened = streak("moved-" + from);
            UUID id = opened.id();
            for (State target : State.values()) {
                jdbc.sql("update hub.anomaly_case set state = :state, outcome = :outcome, assignee = 'auditor'"
                                + " where id = :id")
                        .param("state", from.name())
                        .param("outcome", from == State.CLOSED ? "EXPLAINED" : null)
                        .param("id", id)
                        .update();
                if (AnomalyCase.MOVES.getOrDefault(from, Set.of()).contains(target)) {
                    assertThat(moved(opened, target).state()).isEqualTo(target);
                } else {
                    assertThatThrownBy(() -> moved(opened, target))
                            .isInstanceOf(HubProblem.class)
                            .hasMessageContaining(from + " and cannot become " + target);
                }
            }
        }

        @Test
        void isMadeByOneOfThoseWhoDecideAtOnce() throws Exception {
            AnomalyCase opened = streak("disputed");
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                Callable<Boolean> decide = () -> {
                    try {
                        moves.move(opened.id(), decision(State.ASSIGNED), opened.version(), AUDITOR);
                        return true;
                    } catch (HubProblem refused) {
                        return false;
                    }
                };
                List<Future<Boolean>> made = both.invokeAll(List.of(decide, decide));
                assertThat(List.of(made.get(0).get(), made.get(1).get())).containsExactlyInAnyOrder(true, false);
            }
            assertThat(moves.of(opened.id())).hasSize(1);
        }

        @Test
        void isNotForAnyAccountOfTheClientTheCaseIsAbout() {
            AnomalyCase opened = streak("own-case");
            Who colleague = new Who("another-account", "app-own-case", null);

            assertThatThrownBy(() -> moves.move(opened.id(), decision(State.ASSIGNED), opened.version(), colleague))
                    .hasMessageContaining("is about you or your client");
        }
    }

    @Test
    void denialsTakeABurst() {
        IntStream.range(0, 20).forEach(i -> denied("prober"));
        IntStream.range(0, 5).forEach(i -> denied("beginner"));
        watched.seen();

        assertThat(watched.of("app-prober")).extracting(AnomalyCase::rule).containsExactly("denials");
        assertThat(watched.of("app-beginner")).isEmpty();
    }
}
