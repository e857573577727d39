package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.exchangehub.core.catalog.Entries;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The ways of an application between being handed in and being decided. */
@HubTest
class CourseTest {

    private static final String APPLICATIONS = "/api/v1/applications";
    private static final String CONSENT = "{\"decision\": \"CONSENT\", \"opinion\": \"同意\"}";

    private final HubClient hub;
    private final JdbcClient jdbc;

    CourseTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    private static ObjectNode application(String dataset) {
        ObjectNode body = (ObjectNode) JsonMapper.shared().readTree("""
                {"client": "app-licensing", "basis": "行政许可法第三十四条", "scenario": "许可受理时核验",
                 "scope": "受理窗口", "purpose": "licensing", "modes": ["QUERY"], "until": "2099-12-31",
                 "fields": [{"field": "code", "access": "CLEAR"}]}
                """);
        return body.put("dataset", dataset);
    }

    private String unconditional() {
        return Ground.published(
                hub, jdbc, Entries.json().put("shareAttribute", "UNCONDITIONAL").putNull("shareCondition"));
    }

    private String submitted(String dataset) {
        Answer answer = hub.as("approval-developer")
                .post(APPLICATIONS, application(dataset).toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private String withTheProvider(String dataset) {
        String id = submitted(dataset);
        assertThat(state(act("approval-head", id, "consents", CONSENT))).isEqualTo("APPLICANT_CONSENTED");
        return id;
    }

    private Answer act(String as, String id, String what, String body) {
        return hub.as(as).post(APPLICATIONS + "/" + id + "/" + what, body);
    }

    private static String state(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("state").asString();
    }

    @Nested
    class AClient {

        @Test
        void mustBelongToTheDepartmentThatApplies() {
            String dataset = Ground.published(hub, jdbc);
            for (String foreign : List.of("app-market", "app-nobody-knows")) {
                Answer answer = hub.as("approval-developer")
                        .post(
                                APPLICATIONS,
                                application(dataset).put("client", foreign).toString());

                assertThat(answer.status()).as(foreign).isEqualTo(422);
                assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/client");
            }
        }
    }

    @Nested
    class ASupplement {

        @Test
        void isAskedForOnceAndForEverything() {
            String id = withTheProvider(Ground.published(hub, jdbc));
            String items = "{\"items\": [\"使用依据的文件\", \"系统等保备案证明\"]}";

            assertThat(act("approval-head", id, "supplement-requests", items).status())
                    .isEqualTo(403);
            assertThat(state(act("market-head", id, "supplement-requests", items)))
                    .isEqualTo("SUPPLEMENTING");
            assertThat(act("market-head", id, "consents", CONSENT).status()).isEqualTo(409);
            Answer incomplete = act("approval-developer", id, "supplements", "{\"answers\": [\"见附件\"]}");
            assertThat(incomplete.status()).isEqualTo(422);
            Answer given = act("approval-developer", id, "supplements", "{\"answers\": [\"见附件\", \"备案号 3402\"]}");
            assertThat(state(given)).isEqualTo("APPLICANT_CONSENTED");
            assertThat(given.json().at("/course/supplement/items/1/answer").asString())
                    .isEqualTo("备案号 3402");
            Answer again = act("market-head", id, "supplement-requests", items);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.json().get("detail").asString()).contains("ask once");
        }

        @Test
        void thatChangesWhatIsAskedForNeedsTheApplicantsHeadAnew() {
            String dataset = Ground.published(hub, jdbc);
            String id = withTheProvider(dataset);
            act("market-head", id, "supplement-requests", "{\"items\": [\"缩小使用范围\"]}");
            ObjectNode given = JsonMapper.shared().createObjectNode();
            given.putArray("answers").add("已缩小");
            given.set("application", application(dataset).put("scope", "仅市级窗口"));

            Answer amended = act("approval-developer", id, "supplements", given.toString());

            assertThat(state(amended)).isEqualTo("SUBMITTED");
            assertThat(amended.json().get("scope").asString()).isEqualTo("仅市级窗口");
            assertThat(amended.json().get("consents").isEmpty()).isTrue();
            act("approval-head", id, "consents", CONSENT);
            assertThat(state(act("market-head", id, "consents", CONSENT))).isEqualTo("GRANTED");
        }
    }

    @Nested
    class MoreTime {

        @Test
        void isGivenByTheAuthorityOnceAndUpToTenDays() {
            String id = withTheProvider(Ground.published(hub, jdbc));

            assertThat(act("market-head", id, "extension-requests", "{\"days\": 11, \"reason\": \"需核实\"}")
                            .status())
                    .isEqualTo(422);
            assertThat(state(act("market-head", id, "extension-requests", "{\"days\": 10, \"reason\": \"需核实\"}")))
                    .isEqualTo("APPLICANT_CONSENTED");
            assertThat(act("market-head", id, "extension-decisions", CONSENT).status())
                    .isEqualTo(403);
            Answer decided = act("authority", id, "extension-decisions", CONSENT);
            assertThat(decided.json().at("/course/extension/decision").asString())
                    .isEqualTo("CONSENT");
            assertThat(act("authority", id, "extension-decisions", CONSENT).status())
                    .isEqualTo(409);
            assertThat(act("market-head", id, "extension-requests", "{\"days\": 1, \"reason\": \"再延\"}")
                            .status())
                    .isEqualTo(409);
        }
    }

    @Nested
    class AStandingConsent {

        @Test
        void grantsAtOnceWhatIsSharedUnconditionallyUntilItIsRevoked() {
            String dataset = unconditional();
            String before = withTheProvider(dataset);
            Answer given =
                    hub.as("market-head").post("/api/v1/standing-consents", "{\"dataset\": \"%s\"}".formatted(dataset));
            assertThat(given.status()).as(given.text()).isEqualTo(201);
            String standing = given.json().get("id").asString();

            Answer granted = act("approval-head", submitted(dataset), "consents", CONSENT);

            assertThat(state(granted)).isEqualTo("GRANTED");
            assertThat(granted.json().at("/consents/1/standing").asString()).isEqualTo(standing);
            assertThat(granted.json().at("/consents/1/name").asString()).isEqualTo("market-head");
            assertThat(state(hub.as("market-head").get(APPLICATIONS + "/" + before)))
                    .as("what was with the head before is the head's to decide")
                    .isEqualTo("APPLICANT_CONSENTED");
            String revocation = "/api/v1/standing-consents/" + standing + "/revocations";
            assertThat(hub.as("market-head").post(revocation, "{}").status()).isEqualTo(422);
            assertThat(hub.as("market-head")
                            .post(revocation, "{\"reason\": \"职责调整\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(hub.as("market-head")
                            .post(revocation, "{\"reason\": \"职责调整\"}")
                            .status())
                    .isEqualTo(409);
            withTheProvider(dataset);
        }

        @Test
        void isTheProvidersHeadsAndForUnconditionalDatasetsOnly() {
            String open = "{\"dataset\": \"%s\"}".formatted(unconditional());
            String conditional = "{\"dataset\": \"%s\"}".formatted(Ground.published(hub, jdbc));

            assertThat(hub.as("market-steward")
                            .post("/api/v1/standing-consents", open)
                            .status())
                    .isEqualTo(403);
            assertThat(hub.as("approval-head")
                            .post("/api/v1/standing-consents", open)
                            .status())
                    .isEqualTo(403);
            assertThat(hub.as("market-head")
                            .post("/api/v1/standing-consents", conditional)
                            .status())
                    .isEqualTo(409);
        }
    }

    @Nested
    class ARenewal {

        @Test
        void goesOnWithoutAGapOnceBothHeadsConsent() {
            String dataset = Ground.published(hub, jdbc);
            String grant = state(act("market-head", withTheProvider(dataset), "consents", CONSENT))
                            .equals("GRANTED")
                    ? hub.as("approval-developer")
                            .get("/api/v1/grants?dataset=" + dataset)
                            .json()
                            .at("/items/0/id")
                            .asString()
                    : "";
            String renewals = "/api/v1/grants/" + grant + "/renewals";
            String wanted = "{\"until\": \"2100-12-31\", \"reason\": \"业务延续\"}";

            assertThat(hub.as("approval-developer")
                            .post(renewals, "{\"until\": \"2099-01-01\", \"reason\": \"短\"}")
                            .status())
                    .isEqualTo(422);
            Answer renewal = hub.as("approval-developer").post(renewals, wanted);
            assertThat(renewal.status()).as(renewal.text()).isEqualTo(201);
            assertThat(hub.as("approval-developer").post(renewals, wanted).status())
                    .as("one renewal at a time")
                    .isEqualTo(409);
            String id = renewal.json().get("id").asString();
            act("approval-head", id, "consents", CONSENT);
            JsonNode granted = act("market-head", id, "consents", CONSENT).json();

            JsonNode next = hub.as("approval-developer")
                    .get("/api/v1/grants/" + granted.get("grant").asString())
                    .json();
            assertThat(next.get("from").asString())
                    .isEqualTo(LocalDate.of(2100, 1, 1).toString());
            assertThat(next.get("until").asString()).isEqualTo("2100-12-31");
            assertThat(next.get("fields")).isEqualTo(renewal.json().get("fields"));
        }
    }

    @Nested
    class Together {

        @Test
        void aDecisionAndAWithdrawalCannotBothWin() throws Exception {
            String dataset = Ground.published(hub, jdbc);
            for (int i = 0; i < 5; i++) {
                String id = withTheProvider(dataset);
                List<Callable<Answer>> rivals = List.of(
                        () -> act("market-head", id, "consents", CONSENT),
                        () -> act("market-head", id, "consents", "{\"decision\": \"REFUSE\", \"opinion\": \"不符\"}"),
                        () -> act("market-head", id, "supplement-requests", "{\"items\": [\"依据\"]}"),
                        () -> act("approval-developer", id, "withdrawals", "{\"reason\": \"不再需要\"}"));

                List<Integer> statuses = atOnce(rivals);

                int grants = jdbc.sql("select count(*) from hub.access_grant where application = :id::uuid")
                        .param("id", id)
                        .query(Integer.class)
                        .single();
                String ended = hub.as("approval-developer")
                        .get(APPLICATIONS + "/" + id)
                        .json()
                        .get("state")
                        .asString();
                assertThat(grants).isEqualTo(ended.equals("GRANTED") ? 1 : 0);
                // a request for material leaves the application open, so a withdrawal may rightly follow it
                assertThat(statuses.stream().filter(status -> status == 200).count())
                        .isBetween(1L, 2L);
                assertThat(statuses).containsOnly(200, 409);
                assertThat(statuses.get(0) == 200 && statuses.get(1) == 200)
                        .as("consented and refused")
                        .isFalse();
                assertThat(statuses.get(3) == 200).isEqualTo(ended.equals("WITHDRAWN"));
            }
        }

        private static List<Integer> atOnce(List<Callable<Answer>> rivals) throws Exception {
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService threads = Executors.newFixedThreadPool(rivals.size())) {
                List<Future<Answer>> answers = new ArrayList<>();
                for (Callable<Answer> rival : rivals) {
                    answers.add(threads.submit(() -> {
                        start.await();
                        return rival.call();
                    }));
                }
                start.countDown();
                List<Integer> statuses = new ArrayList<>();
                for (Future<Answer> answer : answers) {
                    statuses.add(answer.get().status());
                }
                return statuses;
            }
        }
    }
}
