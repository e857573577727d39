package org.exchangehub.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.core.work.Deadline.State;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Deadlines in the database and over HTTP. */
@HubTest
class DeadlinesHttpTest {

    private static final Who BY = new Who("somebody", "catalog-ui", "market-supervision");
    private static final DeadlineKind KIND = DeadlineKind.REPLY_CONDITIONAL;

    private final HubClient hub;
    private final Deadlines deadlines;
    private final DeadlineWatch watch;
    private final TransactionTemplate transaction;
    private final JdbcClient owner;

    DeadlinesHttpTest(
            HubClient hub,
            Deadlines deadlines,
            DeadlineWatch watch,
            TransactionTemplate transaction,
            @Qualifier("ownerDataSource") DataSource owner) {
        this.hub = hub;
        this.deadlines = deadlines;
        this.watch = watch;
        this.transaction = transaction;
        this.owner = JdbcClient.create(owner);
    }

    private static Subject subject() {
        String id = UUID.randomUUID().toString();
        return new Subject("application", id, new LocalizedText("申请", "application"), "/applications/" + id);
    }

    private <T> T in(Supplier<T> move) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> move.get()));
    }

    private Deadline opened(Subject subject, String department, String when) {
        return in(() -> deadlines.open(KIND, subject, department, Instant.parse(when), BY));
    }

    private static void refused(Callable<?> move, ErrorCode code) {
        assertThatExceptionOfType(HubProblem.class)
                .isThrownBy(move::call)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private List<@Nullable String> facts(Deadline deadline) {
        return owner.sql("""
                        select distinct convert_from(entry, 'UTF8')
                          from (select entry from hub.audit_outbox union all select entry from hub.log_entry) as told
                         where convert_from(entry, 'UTF8') like '%' || :id || '%'
                        """)
                .param("id", deadline.id().toString())
                .query(String.class)
                .list();
    }

    @Nested
    class Moving {

        @Test
        void needsTheTransactionOfTheMoveItBelongsTo() {
            assertThatExceptionOfType(IllegalTransactionStateException.class)
                    .isThrownBy(() -> deadlines.open(KIND, subject(), "data-bureau", Instant.EPOCH, BY));
        }

        @Test
        void goesThroughPauseExtensionAndEndAndIsToldToTheLog() {
            Subject subject = subject();
            Deadline opened = opened(subject, "market-supervision", "2026-11-20T02:00:00Z");
            assertThat(opened.term()).satisfies(term -> assertThat(term.dueOn()).isEqualTo("2026-12-04"));

            in(() -> deadlines.pause(KIND, subject, Instant.parse("2026-11-24T02:00:00Z"), BY));
            refused(
                    () -> in(() -> deadlines.meet(KIND, subject, Instant.parse("2026-11-25T02:00:00Z"), BY)),
                    ErrorCode.CONFLICT);
            in(() -> deadlines.resume(KIND, subject, Instant.parse("2026-11-30T02:00:00Z"), BY));
            refused(
                    () -> in(() -> deadlines.extend(KIND, subject, 11, Instant.parse("2026-12-01T02:00:00Z"), BY)),
                    ErrorCode.REQUEST_INVALID);
            Deadline extended = in(() -> deadlines.extend(KIND, subject, 5, Instant.parse("2026-12-01T02:00:00Z"), BY));
            assertThat(extended.term())
                    .satisfies(term -> assertThat(term.dueOn())
                            .as("Monday 23 is used, fourteen more after Monday 30")
                            .isEqualTo("2026-12-18"));
            Deadline met = in(() -> deadlines.meet(KIND, subject, Instant.parse("2026-12-18T15:59:00Z"), BY));

            assertThat(met.state()).isEqualTo(State.MET);
            assertThat(deadlines.last(KIND, subject)).contains(met);
            assertThat(facts(opened)).hasSize(5);
        }

        @Test
        void isRefusedWhereNoneIsOpenAndWhereOneIsAlready() {
            Subject subject = subject();
            refused(() -> in(() -> deadlines.pause(KIND, subject, Instant.EPOCH, BY)), ErrorCode.CONFLICT);
            opened(subject, "market-supervision", "2026-11-20T02:00:00Z");
            refused(() -> opened(subject, "market-supervision", "2026-11-20T02:00:00Z"), ErrorCode.CONFLICT);
            in(() -> deadlines.cancel(KIND, subject, Instant.parse("2026-11-21T02:00:00Z"), BY));

            assertThat(opened(subject, "market-supervision", "2026-11-22T02:00:00Z")
                            .state())
                    .as("a second round")
                    .isEqualTo(State.RUNNING);
        }

        @Test
        void atOnceIsWonByOne() throws Exception {
            for (int i = 0; i < 10; i++) {
                Subject subject = subject();
                opened(subject, "market-supervision", "2026-11-20T02:00:00Z");
                Instant when = Instant.parse("2026-11-23T02:00:00Z");
                List<Callable<Deadline>> rivals = List.of(
                        () -> in(() -> deadlines.meet(KIND, subject, when, BY)),
                        () -> in(() -> deadlines.cancel(KIND, subject, when, BY)));
                int won = 0;
                CountDownLatch start = new CountDownLatch(1);
                try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                    List<Future<Optional<Deadline>>> made = new ArrayList<>();
                    for (Callable<Deadline> rival : rivals) {
                        made.add(threads.submit(() -> {
                            start.await();
                            try {
                                return Optional.of(rival.call());
                            } catch (HubProblem refused) {
                                assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT);
                                return Optional.empty();
                            }
                        }));
                    }
                    start.countDown();
                    for (Future<Optional<Deadline>> each : made) {
                        won += each.get().isPresent() ? 1 : 0;
                    }
                }

                assertThat(won).isEqualTo(1);
                assertThat(deadlines.last(KIND, subject).orElseThrow().course()).hasSize(1);
            }
        }
    }

    @Nested
    class TheWatch {

        @Test
        void marksWhatIsOverdueOnce() {
            Subject subject = subject();
            Deadline opened = opened(subject, "market-supervision", "2026-01-05T02:00:00Z");

            watch.run();
            watch.run();

            Deadline overdue = deadlines.last(KIND, subject).orElseThrow();
            assertThat(overdue.state()).isEqualTo(State.OVERDUE);
            assertThat(overdue.overdueAt()).isEqualTo("2026-01-19T16:00:00Z");
            assertThat(facts(opened).stream()
                            .filter(fact -> String.valueOf(fact).contains("DEADLINE_OVERDUE")))
                    .hasSize(1);
        }
    }

    @Nested
    class TheList {

        @Test
        void showsADepartmentItsOwnAndTheAuthorityAll() {
            List<String> own = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                own.add(opened(subject(), "list-department", "2026-01-0" + (7 - i) + "T02:00:00Z")
                        .id()
                        .toString());
            }
            String token = hub.tokens().person("list-steward", List.of("list-department"), List.of("steward"));

            Answer first = hub.with(token).get("/api/v1/deadlines?standing=OVERDUE&limit=2");
            assertThat(first.status()).as(first.text()).isEqualTo(200);
            String next = first.header("Link").orElseThrow().replaceAll("<(.*)>.*", "$1");
            Answer second = hub.with(token).get(next);

            assertThat(ids(first)).containsExactly(own.get(2), own.get(1));
            assertThat(ids(second)).containsExactly(own.get(0));
            assertThat(second.header("Link")).isEmpty();
            JsonNode shown = first.json().at("/items/0");
            assertThat(shown.get("state").asString()).isEqualTo("OVERDUE");
            assertThat(shown.get("workingDaysOver").asInt()).isPositive();
            assertThat(shown.get("provisional").asBoolean()).isFalse();
            assertThat(hub.with(token)
                            .get("/api/v1/deadlines?department=market-supervision")
                            .status())
                    .isEqualTo(403);
            assertThat(hub.as("market-steward")
                            .get("/api/v1/deadlines/" + own.getFirst())
                            .status())
                    .isEqualTo(403);
            assertThat(ids(hub.as("authority")
                            .get("/api/v1/deadlines?department=list-department&kind=REPLY_CONDITIONAL&standing=OPEN")))
                    .hasSize(3);
            assertThat(hub.with(token).get("/api/v1/deadlines?cursor=bm8").status())
                    .isEqualTo(422);
        }

        private static List<String> ids(Answer answer) {
            return answer.json().get("items").values().stream()
                    .map(item -> item.get("id").asString())
                    .toList();
        }
    }

    @Nested
    class TheCalendar {

        private static final String YEAR = "/api/v1/working-days/2041";
        private static final String HOLIDAY = """
                {"source": "通知", "days": [
                  {"day": "2041-03-06", "working": false, "name": {"zh": "节", "en": "Holiday"}},
                  {"day": "2041-03-09", "working": true, "name": {"zh": "调休", "en": "Made up"}},
                  {"day": "2041-03-07", "working": false, "name": {"zh": "节", "en": "Holiday"}}]}
                """;

        @Test
        void isEditedByTheAuthorityAndReckonsOpenDeadlinesAnew() {
            Subject subject = subject();
            Deadline opened = opened(subject, "market-supervision", "2041-03-04T02:00:00Z");
            Subject untouched = subject();
            opened(untouched, "market-supervision", "2042-03-04T02:00:00Z");
            Answer before = hub.as("market-steward").get(YEAR);
            assertThat(before.json().get("provisional").asBoolean()).isTrue();
            String tag = before.header("ETag").orElseThrow();

            assertThat(hub.as("system-admin")
                            .header("If-Match", tag)
                            .put(YEAR, HOLIDAY)
                            .status())
                    .isEqualTo(403);
            assertThat(hub.as("authority").put(YEAR, HOLIDAY).status()).isEqualTo(428);
            Answer changed = hub.as("authority").header("If-Match", tag).put(YEAR, HOLIDAY);
            assertThat(changed.status()).as(changed.text()).isEqualTo(200);
            assertThat(changed.json().get("provisional").asBoolean()).isFalse();
            assertThat(hub.as("authority")
                            .header("If-Match", tag)
                            .put(YEAR, HOLIDAY)
                            .status())
                    .isEqualTo(412);

            assertThat(opened.term()).satisfies(term -> assertThat(term.dueOn()).isEqualTo("2041-03-18"));
            Deadline anew = deadlines.last(KIND, subject).orElseThrow();
            assertThat(anew.term()).satisfies(term -> assertThat(term.dueOn()).isEqualTo("2041-03-19"));
            assertThat(deadlines.last(KIND, untouched).orElseThrow().course()).isEmpty();
            assertThat(hub.as("market-steward")
                            .get("/api/v1/working-days/end?received=2041-03-04&days=10")
                            .json()
                            .get("dueOn")
                            .asString())
                    .isEqualTo("2041-03-19");
        }

        @Test
        void takesNoDayOfAnotherYearAndMakesUpOnWeekendsOnly() {
            Answer refused = hub.as("authority").header("If-Match", "\"0\"").put("/api/v1/working-days/2043", """
                            {"source": "通知", "days": [
                              {"day": "2044-01-01", "working": false, "name": {"zh": "节", "en": "Holiday"}},
                              {"day": "2043-01-05", "working": true, "name": {"zh": "调休", "en": "Made up"}}]}
                            """);

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().get("errors").size()).isEqualTo(2);
        }
    }

    @Nested
    class TheLimits {

        private static final String DELIVERY = "/api/v1/deadline-limits/DELIVERY";

        @Test
        void areTheJurisdictionsAndNeverAboveTheDecrees() {
            Answer before = hub.as("market-steward").get(DELIVERY);
            assertThat(before.json().get("ceiling").asInt()).isEqualTo(20);
            String tag = before.header("ETag").orElseThrow();
            String shorter = "{\"days\": 15, \"extensionDays\": 0, \"reminderDays\": 3}";

            Answer above = hub.as("authority")
                    .header("If-Match", tag)
                    .put(DELIVERY, "{\"days\": 21, \"extensionDays\": 1, \"reminderDays\": 3}");
            assertThat(above.status()).isEqualTo(422);
            assertThat(above.text()).contains("Art. 22").contains("/extensionDays");
            assertThat(hub.as("market-head")
                            .header("If-Match", tag)
                            .put(DELIVERY, shorter)
                            .status())
                    .isEqualTo(403);
            Answer set = hub.as("authority").header("If-Match", tag).put(DELIVERY, shorter);
            assertThat(set.status()).as(set.text()).isEqualTo(200);

            Deadline opened = in(() -> deadlines.open(
                    DeadlineKind.DELIVERY, subject(), "data-bureau", Instant.parse("2026-11-20T02:00:00Z"), BY));
            assertThat(opened.days()).isEqualTo(15);
            String back = "{\"days\": 20, \"extensionDays\": 0, \"reminderDays\": 3}";
            hub.as("authority")
                    .header("If-Match", set.header("ETag").orElseThrow())
                    .put(DELIVERY, back);
        }
    }
}
