package org.exchangehub.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.exchangehub.core.audit.AuditOutbox;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.catalog.Entry;
import org.exchangehub.core.catalog.Entry.UpdateCycle;
import org.exchangehub.core.publication.PublishedRecords;
import org.exchangehub.core.quality.Freshness.Promise;
import org.exchangehub.core.quality.QualitySettings.GraceDays;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.schemas.value.LocalizedText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

@HubTest
class FreshnessTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 1, 31);

    private final Freshness freshness = new Freshness(new GraceDays(1, 1, 2, 5, 10, 30), SHANGHAI);
    private final HubClient hub;
    private final JdbcClient jdbc;
    private final DatasetQuality quality;
    private final QualityRepository batches;
    private final AuditOutbox outbox;
    private final TransactionOperations transaction;
    private final PublishedRecords records;
    private final ScoreList scores;

    FreshnessTest(
            HubClient hub,
            JdbcClient jdbc,
            DatasetQuality quality,
            QualityRepository batches,
            AuditOutbox outbox,
            TransactionOperations transaction,
            PublishedRecords records,
            ScoreList scores) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.quality = quality;
        this.batches = batches;
        this.outbox = outbox;
        this.transaction = transaction;
        this.records = records;
        this.scores = scores;
    }

    /** A published dataset that only this test knows of: the hub's own rounds do not come by. */
    private static Dataset dataset(int number, UpdateCycle cycle) {
        Instant published = PUBLISHED.atStartOfDay(SHANGHAI).toInstant();
        Entry entry = new Entry(
                new LocalizedText("数据", "data"),
                null,
                "301001",
                null,
                cycle,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                Map.of());
        return new Dataset(
                "301001-%06d".formatted(number),
                "data-bureau",
                Dataset.State.PUBLISHED,
                entry,
                1,
                1,
                published,
                published,
                published,
                "test",
                published,
                null,
                null);
    }

    private void updated(Dataset dataset, String day) {
        jdbc.sql("""
                insert into hub.quality_day (dataset, day, batches, rejected, last_published, measured)
                values (:dataset, :day::date, 1, 0, (:day::date + time '12:00') at time zone 'Asia/Shanghai',
                        '{"rows": 0, "records": 0, "unusable": 0, "duplicates": 0, "acrossChecked": 0, "acrossFailed": 0,
                          "fields": [], "rules": []}')
                """).param("dataset", dataset.code()).param("day", day).update();
    }

    private FreshnessAlerts at(String moment) {
        Clock clock = Clock.fixed(Instant.parse(moment), SHANGHAI);
        return new FreshnessAlerts(quality, batches, outbox, transaction, jdbc, clock);
    }

    private HubClient.Session steward(String department) {
        return hub.with(hub.tokens().person(department + "-quality", List.of(department), List.of("steward")));
    }

    @Nested
    class ADatasetThatIsDue {

        @Test
        void hasCalendarMonthsAndGraceInTheJurisdictionsDays() {
            assertThat(Freshness.due(UpdateCycle.MONTHLY, LocalDate.of(2026, 1, 31)))
                    .isEqualTo(LocalDate.of(2026, 2, 28));
            assertThat(freshness.expectedBy(UpdateCycle.MONTHLY, LocalDate.of(2026, 1, 31)))
                    .isEqualTo("2026-03-05T16:00:00Z");
            assertThat(freshness.expectedBy(UpdateCycle.DAILY, LocalDate.of(2026, 1, 31)))
                    .isEqualTo("2026-02-02T16:00:00Z");
        }

        @Test
        void isScoredByTheDaysItWasInTime() {
            Promise promise = new Promise(UpdateCycle.DAILY, PUBLISHED);
            List<LocalDate> updates =
                    List.of(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 6), LocalDate.of(2026, 2, 7));

            Share share = freshness.inTime(promise, updates, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 10));

            // in time on 31 January to 3 February and 6 to 9 February, of the eleven days since it was published
            assertThat(share).isEqualTo(new Share(8, 11));
        }
    }

    @Nested
    class AnAlert {

        @Test
        void isRaisedOnceTheGraceIsOverAndClearedByAnUpdate() {
            Dataset dataset = dataset(750, UpdateCycle.WEEKLY);
            updated(dataset, "2026-02-10");

            at("2026-02-19T15:59:59Z").look(dataset);
            boolean early = at("2026-02-19T15:59:59Z").open(dataset.code()).isPresent();
            at("2026-02-19T16:00:00Z").look(dataset);
            at("2026-02-20T16:00:00Z").look(dataset);
            List<JsonNode> open = alerts(dataset, false);
            updated(dataset, "2026-02-21");
            at("2026-02-21T16:00:00Z").look(dataset);

            assertThat(early).isFalse();
            assertThat(open).hasSize(1);
            assertThat(open.get(0).path("dataset").asString()).isEqualTo(dataset.code());
            assertThat(open.get(0).path("expectedBy").asString()).isEqualTo("2026-02-19T16:00:00Z");
            assertThat(open.get(0).path("lastRelease").asString()).isEqualTo("2026-02-10T04:00:00Z");
            assertThat(alerts(dataset, false)).isEmpty();
            assertThat(alerts(dataset, true).getFirst().path("clearedAt").asString())
                    .isEqualTo("2026-02-21T16:00:00Z");
        }

        @Test
        void isRaisedByOneOfSeveralInstancesOnly() throws InterruptedException {
            Dataset dataset = dataset(755, UpdateCycle.DAILY);
            List<Thread> instances = IntStream.range(0, 8)
                    .mapToObj(n -> Thread.startVirtualThread(
                            () -> at("2026-03-02T00:00:00Z").look(dataset)))
                    .toList();
            for (Thread instance : instances) {
                instance.join();
            }

            assertThat(raised(dataset)).isEqualTo(1);
        }

        @Test
        void isRaisedAnewForEachTimeItIsOverdueAlsoWhenNoRoundSawTheUpdateBetween() {
            Dataset dataset = dataset(756, UpdateCycle.DAILY);
            at("2026-03-02T00:00:00Z").look(dataset);
            updated(dataset, "2026-03-03");
            at("2026-03-20T00:00:00Z").look(dataset);
            at("2026-03-21T00:00:00Z").look(dataset);

            assertThat(raised(dataset)).isEqualTo(2);
            assertThat(at("2026-03-21T00:00:00Z").open(dataset.code()))
                    .hasValueSatisfying(open -> assertThat(open.expectedBy()).isEqualTo("2026-03-05T16:00:00Z"));
        }

        private long raised(Dataset dataset) {
            return jdbc.sql("select count(*) from hub.freshness_alert where dataset = :dataset")
                    .param("dataset", dataset.code())
                    .query(Long.class)
                    .single();
        }

        @Test
        void isForTheDepartmentAndTheAuthority() {
            assertThat(hub.as("market-steward")
                            .get("/api/v1/freshness-alerts?department=data-bureau")
                            .status())
                    .isEqualTo(403);
            assertThat(hub.as("market-developer")
                            .get("/api/v1/freshness-alerts")
                            .status())
                    .isEqualTo(403);
            assertThat(hub.as("authority").get("/api/v1/freshness-alerts").status())
                    .isEqualTo(200);
        }

        private List<JsonNode> alerts(Dataset dataset, boolean cleared) {
            JsonNode items = steward(dataset.department())
                    .get("/api/v1/freshness-alerts?cleared=" + cleared)
                    .json()
                    .path("items");
            return StreamSupport.stream(items.spliterator(), false)
                    .filter(each -> each.path("dataset").asString().equals(dataset.code()))
                    .toList();
        }
    }

    @Nested
    class Readings {

        @Test
        void countTheSlotsInWhichNobodyCouldReadToo() {
            Dataset dataset = dataset(751, UpdateCycle.DAILY);
            jdbc.sql("""
                    insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                    values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now())
                    """).param("code", dataset.code()).param("avsc", """
                    {"type": "record", "name": "T", "namespace": "test", "hub.dataset": "t",
                     "hub.title": {"zh": "表", "en": "table"}, "hub.key": ["id"], "fields": [
                       {"name": "id", "type": "string", "hub.id": 1, "hub.title": {"zh": "号", "en": "id"}, "hub.level": 1}]}
                    """).update();
            for (String moment : List.of("00:00", "00:04", "00:12", "00:44", "00:50")) {
                slots("2026-03-02T" + moment + ":00Z").look(dataset.code());
            }
            slots("2026-03-02T00:45:00Z").look("301001-999999");

            Share share = slots("2026-03-02T00:55:00Z")
                    .answered(dataset.code(), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 2));

            assertThat(share).isEqualTo(new Share(3, 5));
        }

        private Accessibility slots(String moment) {
            return new Accessibility(records, jdbc, Clock.fixed(Instant.parse(moment), SHANGHAI), SHANGHAI);
        }
    }

    @Nested
    class TheListOfScores {

        @Test
        void hasTheWorstFirstAndGoesOnWhereItStopped() {
            int number = 752;
            for (double score : List.of(99.5, 12.25, 100.0)) {
                Scorecard scorecard = new Scorecard(List.of(), score, QualitySettings.Grade.B);
                scores.put(dataset(number++, UpdateCycle.DAILY), scorecard, Instant.EPOCH);
            }

            HubClient.Answer first = steward("data-bureau").get("/api/v1/quality?limit=2");
            String next = first.header("Link").orElseThrow().replaceAll("^<(.*)>.*", "$1");

            assertThat(first.json().path("items"))
                    .extracting(each -> each.path("score").asDouble())
                    .containsExactly(12.25, 99.5);
            assertThat(steward("data-bureau").get(next).json().path("items"))
                    .extracting(each -> each.path("score").asDouble())
                    .containsExactly(100.0);
        }

        @ParameterizedTest
        @ValueSource(strings = {"NaN x", "1e999 x", "101 x", "50 \0", "50"})
        void refusesACursorItNeverGave(String cursor) {
            String encoded = Base64.getUrlEncoder().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));

            assertThat(steward("data-bureau")
                            .get("/api/v1/quality?cursor=" + encoded)
                            .status())
                    .isEqualTo(422);
        }
    }

    @Nested
    class Settings {

        @Test
        void mustWeighSomething() {
            assertThatThrownBy(() -> new QualitySettings.Weights(0, 0, 0, 0, 0, 0))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
