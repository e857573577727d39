package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The change feed of a receiver whose grant shows shops with at most five people only, and their owners masked. */
@HubTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedTest {

    private static final String CLIENT = "app-feed-reader";
    private static final String KEYLESS = "app-feed-keyless";
    private static final String TOKENS = "app-feed-tokens";
    private static final String PURPOSE = "small shops";

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final Sender sender;

    FeedTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.sender = new Sender(hub, jdbc, 810);
    }

    @BeforeAll
    void grant() throws InterruptedException {
        jdbc.sql("update hub.dataset set entry = entry || :more::jsonb where code = :code")
                .param("code", sender.dataset())
                .param("more", "{\"shareAttribute\": \"CONDITIONAL\", \"shareModes\": [\"SERVICE\"], \"level\": 3}")
                .update();
        sender.send("UPSERT", "id,owner,staff\nA,王小明,1\nB,李四,9\nC,张三,5\n");
        granted(CLIENT, """
                [{"field": "id", "access": "CLEAR"}, {"field": "owner", "access": "MASKED"},
                 {"field": "staff", "access": "CLEAR"}]
                """);
        granted(TOKENS, "[{\"field\": \"id\", \"access\": \"MASKED\"}, {\"field\": \"staff\", \"access\": \"CLEAR\"}]");
        granted(KEYLESS, "[{\"field\": \"staff\", \"access\": \"CLEAR\"}]");
        Thread.sleep(600);
    }

    private void granted(String client, String fields) {
        Answer application = hub.as("approval-developer")
                .post("/api/v1/applications", """
                {"dataset": "%s", "client": "%s", "basis": "b", "scenario": "s", "scope": "s", "purpose": "%s",
                 "modes": ["CHANGES"], "until": "2099-12-31", "fields": %s,
                 "rowFilter": [{"field": "staff", "op": "LE", "values": ["5"]}]}
                """.formatted(sender.dataset(), client, PURPOSE, fields));
        String id = application.json().path("id").asString();
        for (String head : List.of("approval-head", "market-head")) {
            assertThat(hub.as(head)
                            .post(
                                    "/api/v1/applications/" + id + "/consents",
                                    "{\"decision\": \"CONSENT\", \"opinion\": \"agreed\"}")
                            .status())
                    .isEqualTo(200);
        }
    }

    private Answer changes(String client, String path) {
        return hub.asClient(client, "administrative-approval")
                .header("Hub-Purpose", PURPOSE)
                .get(path);
    }

    private static String next(Answer answer) {
        String link = answer.header("Link").orElseThrow();
        return link.substring(1, link.indexOf('>'));
    }

    private static List<String> told(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<String> told = new ArrayList<>();
        for (JsonNode item : answer.json().path("items")) {
            told.add(item.path("op").asString() + " " + item.at("/record/id").asString());
        }
        return told;
    }

    @Test
    void tellsARowThatLeavesTheGrantAsDeletedAndOneThatEntersAsInserted() {
        String path = "/api/v1/datasets/" + sender.dataset() + "/changes";
        Answer first = changes(CLIENT, path);
        sender.send("CHANGES", "_op,id,owner,staff\nU,A,王小明,6\nU,B,李四,3\nU,C,张三,4\nI,D,x,8\nD,D,,\n");
        Answer second = changes(CLIENT, next(first));
        sender.send("CHANGES", "_op,id,owner,staff\nD,A,,\nD,B,,\n");
        Answer third = changes(CLIENT, next(second));

        assertThat(told(first)).containsExactly("INSERT A", "INSERT C");
        assertThat(first.text()).contains("王").doesNotContain("小明").doesNotContain("李");
        assertThat(told(second)).containsExactlyInAnyOrder("DELETE A", "INSERT B", "UPDATE C");
        assertThat(told(third)).containsExactly("DELETE B");
        assertThat(third.text()).doesNotContain("staff");
        assertThat(first.header("Hub-Evidence")).isPresent();
    }

    @Test
    void tellsRecordsApartByTokensWhereTheGrantMasksTheKey() {
        Answer answer = changes(TOKENS, "/api/v1/datasets/" + sender.dataset() + "/changes");

        assertThat(told(answer))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(each -> each.matches("[A-Z]+ t1\\.[a-z2-7]{26}"));
    }

    @Test
    void isRefusedWhereTheGrantDoesNotShowTheKey() {
        Answer answer = changes(KEYLESS, "/api/v1/datasets/" + sender.dataset() + "/changes");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("id");
    }

    @Test
    void letsManyWaitForWhatChangesNext() throws Exception {
        String path = "/api/v1/datasets/" + sender.dataset() + "/changes?limit=1000";
        String next = next(changes(CLIENT, path)) + "&wait=20";
        try (ExecutorService receivers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> waiting = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                waiting.add(receivers.submit(() -> changes(CLIENT, next)));
            }
            Thread.sleep(1_000);
            assertThat(waiting).noneMatch(Future::isDone);

            sender.send("CHANGES", "_op,id,owner,staff\nI,W,x,2\n");

            for (Future<Answer> each : waiting) {
                assertThat(told(each.get(10, TimeUnit.SECONDS))).containsExactly("INSERT W");
            }
        }
    }

    @Test
    void answersEmptyWithAPlaceToGoOnFromWhenTheWaitIsOver() {
        String path = "/api/v1/datasets/" + sender.dataset() + "/changes?limit=1000";
        Instant begun = Instant.now();
        Answer nothing = changes(CLIENT, next(changes(CLIENT, path)) + "&wait=1");

        assertThat(Duration.between(begun, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(900));
        assertThat(told(nothing)).isEmpty();
        assertThat(next(nothing)).contains("wait=1").contains("cursor=");
        assertThat(changes(CLIENT, path + "&wait=31").status()).isEqualTo(422);
    }

    @Test
    void refusesAReceiverWhoseGrantWasSuspendedWhileItWaited() throws Exception {
        String path = "/api/v1/datasets/" + sender.dataset() + "/changes?limit=1000";
        String next = next(changes(TOKENS, path)) + "&wait=4";
        String grant = jdbc.sql("select id from hub.access_grant where client = :client and dataset = :dataset")
                .param("client", TOKENS)
                .param("dataset", sender.dataset())
                .query(String.class)
                .single();
        try (ExecutorService receiver = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> waiting = receiver.submit(() -> changes(TOKENS, next));
            Thread.sleep(500);
            assertThat(hub.as("market-head")
                            .post("/api/v1/grants/" + grant + "/suspensions", "{\"reason\": \"misuse\"}")
                            .status())
                    .isEqualTo(200);

            assertThat(waiting.get(10, TimeUnit.SECONDS).status()).isEqualTo(403);
        } finally {
            hub.as("market-head").post("/api/v1/grants/" + grant + "/resumptions", "{\"reason\": \"mended\"}");
            Thread.sleep(600);
        }
    }

    @Test
    void refusesACursorOfAnother() {
        String path = "/api/v1/datasets/" + sender.dataset() + "/changes";
        Answer owners = sender.steward().get(path);

        assertThat(changes(CLIENT, next(owners)).status()).isEqualTo(422);
    }
}
