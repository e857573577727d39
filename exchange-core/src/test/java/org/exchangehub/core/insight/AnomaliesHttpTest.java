package org.exchangehub.core.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubClient.Session;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Unusual use from the real API through the real log to a case, and back through the API. */
@HubTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnomaliesHttpTest {

    private static final List<String> DEPARTMENT = List.of("market-supervision");

    private final HubClient hub;
    private final Watched watched;
    private final SharedLicences licences;
    private final JdbcClient owner;
    private final Clock clock;

    AnomaliesHttpTest(
            HubClient hub, ApplicationContext context, @Qualifier("ownerDataSource") DataSource owner, Clock clock) {
        this.hub = hub;
        this.watched = new Watched(context);
        this.licences = new SharedLicences(context);
        this.owner = JdbcClient.create(owner);
        this.clock = clock;
    }

    @BeforeAll
    void publish() {
        licences.publish();
    }

    /** Rules are one set for all: what a test has changed is set back. */
    @AfterEach
    void rulesAsTheyCome() {
        watched.seen();
        owner.sql("update hub.anomaly_rule set enabled = true, terms = terms - 'exempt'")
                .update();
        owner.sql("""
                        update hub.anomaly_rule r set terms = d.terms::jsonb, version = version + 1 from (values
                            ('volume', '{"measure": "ACCESSES", "threshold": 200, "deviations": 5, "factor": 2,
                                "historyHours": 840, "newcomer": 3000}'),
                            ('off-hours', '{"threshold": 10, "windowMinutes": 60, "zone": "Asia/Shanghai",
                                "opens": "06:00", "closes": "22:00", "weekdays": [1, 2, 3, 4, 5],
                                "clients": ["catalog-ui"]}')) d (id, terms) where d.id = r.id
                        """).update();
    }

    private Session auditor(String name) {
        return hub.with(hub.tokens().person(name, List.of("data-bureau"), List.of("audit-admin")));
    }

    private Session steward(String name) {
        return hub.with(hub.tokens().person(name, DEPARTMENT, List.of("steward")));
    }

    private static String account(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Answer changed(String rule, String terms) {
        watched.seen();
        String path = "/api/v1/audit/rules/" + rule;
        Answer read = auditor("rule-maker").get(path);
        return auditor("rule-maker")
                .header("If-Match", read.header("ETag").orElseThrow())
                .put(path, "{\"enabled\": true, \"terms\": " + terms + "}");
    }

    private Answer moved(Session by, String id, String body) {
        String tag = auditor("reader")
                .get("/api/v1/audit/cases/" + id)
                .header("ETag")
                .orElseThrow();
        return by.header("If-Match", tag).post("/api/v1/audit/cases/" + id + "/moves", body);
    }

    private List<JsonNode> entries(String kind, String account) {
        return owner
                .sql("select convert_from(entry, 'UTF8') from hub.log_entry order by index desc limit 3000")
                .query(String.class)
                .list()
                .stream()
                .map(JsonMapper.shared()::readTree)
                .filter(entry -> entry.path("kind").asString().equals(kind)
                        && entry.at("/who/subject").asString().equals(account))
                .toList();
    }

    @Nested
    class UnusualUse {

        @Test
        void ofKeysThatExistAndLieSideBySideIsFound() {
            for (int i = 0; i < SharedLicences.ROWS; i++) {
                assertThat(steward("walker").get(licences.record(i)).status()).isEqualTo(200);
                assertThat(steward("ordinary").get(licences.record(i % 5)).status())
                        .isEqualTo(200);
            }
            watched.seen();

            assertThat(watched.about("catalog-ui", account("walker")))
                    .extracting(AnomalyCase::rule)
                    .contains("enumeration");
            assertThat(watched.about("catalog-ui", account("ordinary")))
                    .extracting(AnomalyCase::rule)
                    .doesNotContain("enumeration");
        }

        @Test
        void byVolumeIsHeldAgainstTheCallersOwnDays() {
            assertThat(changed("volume", """
                    {"measure": "ACCESSES", "threshold": 20, "deviations": 5, "factor": 2, "historyHours": 840,
                     "newcomer": 3000}""").status()).isEqualTo(200);
            days("used-to-little", 10);
            days("used-to-much", 50);
            for (int i = 0; i < 40; i++) {
                steward("used-to-little").get(licences.record(3));
                steward("used-to-much").get(licences.record(3));
            }
            watched.seen();

            assertThat(watched.about("catalog-ui", account("used-to-little")))
                    .extracting(AnomalyCase::rule)
                    .contains("volume");
            assertThat(watched.about("catalog-ui", account("used-to-much")))
                    .extracting(AnomalyCase::rule)
                    .doesNotContain("volume");
        }

        /** Twenty days of use as the watch would have counted it. */
        private void days(String name, int anHour) {
            long now = clock.instant().getEpochSecond() / 3_600;
            IntStream.rangeClosed(2, 21)
                    .forEach(day -> owner.sql("""
                                    insert into hub.anomaly_count (rule, caller, slot, counted, judged, missed, near,
                                        first_index, last_index) values ('volume', :caller, :slot, :count, 0, 0, 0, 0, 0)
                                    """)
                            .param("caller", "catalog-ui/" + account(name))
                            .param("slot", now - 24L * day)
                            .param("count", anHour + day % 3)
                            .update());
        }

        @Test
        void byANewcomerIsFoundWithoutAnyHistory() {
            assertThat(changed("volume", """
                    {"measure": "ACCESSES", "threshold": 20, "deviations": 5, "factor": 2, "historyHours": 840,
                     "newcomer": 30}""").status()).isEqualTo(200);
            IntStream.range(0, 31).forEach(i -> steward("newcomer").get(licences.record(5)));
            IntStream.range(0, 25).forEach(i -> steward("modest").get(licences.record(5)));
            watched.seen();

            assertThat(watched.about("catalog-ui", account("newcomer")))
                    .extracting(AnomalyCase::rule)
                    .contains("volume");
            assertThat(watched.about("catalog-ui", account("modest"))).isEmpty();
        }

        @Test
        void outsideTheHoursOfTheJurisdictionIsFound() {
            int today = clock.instant()
                    .atZone(ZoneId.of("Asia/Shanghai"))
                    .getDayOfWeek()
                    .getValue();
            assertThat(changed("off-hours", hours(List.of(today % 7 + 1))).status())
                    .isEqualTo(200);
            IntStream.range(0, 10).forEach(i -> steward("by-night").get(licences.record(i)));
            watched.seen();
            assertThat(changed("off-hours", hours(List.of(1, 2, 3, 4, 5, 6, 7))).status())
                    .isEqualTo(200);
            IntStream.range(0, 10).forEach(i -> steward("by-day").get(licences.record(i)));
            watched.seen();

            assertThat(watched.about("catalog-ui", account("by-night")))
                    .extracting(AnomalyCase::rule)
                    .contains("off-hours");
            assertThat(watched.about("catalog-ui", account("by-day")))
                    .extracting(AnomalyCase::rule)
                    .doesNotContain("off-hours");
        }

        private String hours(List<Integer> weekdays) {
            return """
                    {"threshold": 10, "windowMinutes": 60, "zone": "Asia/Shanghai", "opens": "00:00",
                     "closes": "23:59", "weekdays": %s, "clients": ["catalog-ui"]}""".formatted(weekdays);
        }
    }

    @Nested
    class ACase {

        @Test
        void isReadTakenAndClosedByAuditorsItIsNotAboutAndEachOfItIsInTheLog() {
            String id = aboutThe("auditor-gone-bad");
            assertThat(hub.as("security-admin").get("/api/v1/audit/cases/" + id).status())
                    .isEqualTo(403);
            auditor("second-auditor").get("/api/v1/audit/auditors");

            assertThat(moved(auditor("auditor-gone-bad"), id, "{\"to\": \"ASSIGNED\", \"reason\": \"mine\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(assigned(id, account("auditor-gone-bad")).status()).isEqualTo(422);
            assertThat(assigned(id, account("nobody-ever-seen"))
                            .json()
                            .at("/errors/0/pointer")
                            .asString())
                    .isEqualTo("/assignee");
            assertThat(assigned(id, account("second-auditor")).status()).isEqualTo(200);
            assertThat(moved(auditor("second-auditor"), id, "{\"to\": \"CLOSED\", \"outcome\": \"CONFIRMED\"}")
                            .json()
                            .at("/errors/0/pointer")
                            .asString())
                    .isEqualTo("/reason");
            Answer closed = moved(
                    auditor("second-auditor"),
                    id,
                    "{\"to\": \"CLOSED\", \"outcome\": \"CONFIRMED\", \"reason\": \"tried what they may not\"}");

            assertThat(closed.status()).isEqualTo(200);
            assertThat(closed.json().at("/moves/1/by").asString()).isEqualTo(account("second-auditor"));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(entries("CASE_MOVED", account("second-auditor")))
                            .singleElement()
                            .satisfies(entry -> {
                                assertThat(entry.at("/details/outcome").asString())
                                        .isEqualTo("CONFIRMED");
                                assertThat(entry.at("/details/case").asString()).isEqualTo(id);
                                assertThat(entry.has("personal"))
                                        .as("the reason is erasable")
                                        .isTrue();
                            }));
            assertThat(entries("CASE_READ", account("reader")))
                    .anySatisfy(entry ->
                            assertThat(entry.at("/details/case").asString()).isEqualTo(id));
        }

        private Answer assigned(String id, String account) {
            return moved(
                    auditor("first-auditor"),
                    id,
                    "{\"to\": \"ASSIGNED\", \"assignee\": \"" + account + "\", \"reason\": \"please look\"}");
        }

        private String aboutThe(String name) {
            auditor(name).get("/api/v1/audit/auditors");
            IntStream.range(0, 20)
                    .forEach(i -> assertThat(
                                    auditor(name).get(licences.record(i)).status())
                            .isEqualTo(403));
            watched.seen();
            return watched.about("catalog-ui", account(name)).getFirst().id().toString();
        }
    }

    @Nested
    class ARule {

        @Test
        void isChangedWithinReasonByAuditorsOnlyAndTheLogHoldsTheOldAndTheNewTerms() {
            String path = "/api/v1/audit/rules/denials";
            Answer read = auditor("tuner").get(path);
            String tag = read.header("ETag").orElseThrow();
            String good = "{\"enabled\": true, \"terms\": {\"threshold\": 20, \"windowMinutes\": 6}}";

            assertThat(hub.as("security-admin").get(path).status()).isEqualTo(403);
            assertThat(hub.as("system-admin")
                            .header("If-Match", tag)
                            .put(path, good)
                            .status())
                    .isEqualTo(403);
            assertThat(auditor("tuner").put(path, good).status()).isEqualTo(428);
            assertThat(auditor("tuner")
                            .header("If-Match", tag)
                            .put(path, "{\"enabled\": true, \"terms\": {\"threshold\": 0}}")
                            .json()
                            .path("errors"))
                    .hasSize(2);
            assertThat(auditor("tuner")
                            .header("If-Match", tag)
                            .put(path, exempting("tuner"))
                            .status())
                    .as("nobody exempts themselves")
                    .isEqualTo(422);
            assertThat(auditor("tuner").header("If-Match", tag).put(path, good).status())
                    .isEqualTo(200);
            assertThat(auditor("tuner").header("If-Match", tag).put(path, good).status())
                    .isEqualTo(412);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(entries("ANOMALY_RULE_CHANGED", account("tuner")))
                            .singleElement()
                            .satisfies(entry -> {
                                assertThat(entry.at("/details/termsBefore").asString())
                                        .contains("\"windowMinutes\":5");
                                assertThat(entry.at("/details/terms").asString())
                                        .contains("\"windowMinutes\":6");
                            }));
            ObjectNode back = JsonMapper.shared().createObjectNode().put("enabled", true);
            back.set("terms", read.json().path("terms"));
            auditor("tuner")
                    .header(
                            "If-Match",
                            auditor("tuner").get(path).header("ETag").orElseThrow())
                    .put(path, back.toString());
        }

        private String exempting(String name) {
            return "{\"enabled\": true, \"terms\": {\"threshold\": 20, \"windowMinutes\": 5, \"exempt\": [\"catalog-ui/"
                    + account(name) + "\"]}}";
        }
    }
}
