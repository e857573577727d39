package org.exchangehub.core.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.exchangehub.core.correction.Ticket.Move;
import org.exchangehub.core.correction.Ticket.State;
import org.exchangehub.core.ingest.Sender;
import org.exchangehub.core.life.EveryMove;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.core.work.Deadline;
import org.exchangehub.core.work.DeadlineKind;
import org.exchangehub.core.work.Deadlines;
import org.exchangehub.core.work.Subject;
import org.exchangehub.schemas.value.LocalizedText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a flag to the notice of the correction, or to a dispute about it (Decree 809, Arts. 26 and 28). */
@HubTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionsTest {

    private static final String PURPOSE = "inspection of shops";
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final CorrectionWatch watch;
    private final Deadlines deadlines;
    private final Sender sender;
    private String grant = "";
    private String others = "";

    CorrectionsTest(HubClient hub, JdbcClient jdbc, CorrectionWatch watch, Deadlines deadlines) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.watch = watch;
        this.deadlines = deadlines;
        this.sender = new Sender(hub, jdbc, 891);
    }

    @BeforeAll
    void publishAndGrant() throws InterruptedException {
        jdbc.sql("insert into hub.department (code, title_zh, title_en) values ('transport', '交通局', 'Transport')"
                        + " on conflict do nothing")
                .update();
        jdbc.sql("""
                insert into hub.app_client (client, department) values
                    ('app-correction-one', 'administrative-approval'), ('app-correction-two', 'transport')
                """).update();
        jdbc.sql("update hub.dataset set entry = entry || :more::jsonb where code = :code")
                .param("code", sender.dataset())
                .param("more", "{\"shareAttribute\": \"CONDITIONAL\", \"shareModes\": [\"SERVICE\"], \"level\": 3}")
                .update();
        sender.send("UPSERT", "id,owner,staff\nS1,王小明,3\nS2,李四,4\nS3,赵五,900\n");
        grant = granted("app-correction-one", "administrative-approval");
        others = granted("app-correction-two", "transport");
        Thread.sleep(600);
    }

    private String granted(String client, String department) {
        HubClient.Session developer = person(department, "developer");
        String id = developer
                .post("/api/v1/applications", """
                        {"dataset": "%s", "client": "%s", "basis": "b", "scenario": "s", "scope": "s", "purpose": "%s",
                         "modes": ["QUERY"], "until": "2099-12-31",
                         "fields": [{"field": "id", "access": "CLEAR"}, {"field": "staff", "access": "CLEAR"}],
                         "rowFilter": [{"field": "staff", "op": "LE", "values": ["100"]}]}
                        """.formatted(sender.dataset(), client, PURPOSE))
                .json()
                .get("id")
                .asString();
        String consent = "{\"decision\": \"CONSENT\", \"opinion\": \"同意\"}";
        person(department, "sharing-head").post("/api/v1/applications/" + id + "/consents", consent);
        return hub.as("market-head")
                .post("/api/v1/applications/" + id + "/consents", consent)
                .json()
                .get("grant")
                .asString();
    }

    private HubClient.Session person(String department, String role) {
        return hub.with(hub.tokens().person(role + "-of-" + department, List.of(department), List.of(role)));
    }

    private Answer flagged(String key, String field) {
        return person("administrative-approval", "developer")
                .post("/api/v1/grants/" + grant + "/corrections", """
                        {"key": {"id": "%s"}, "field": "%s", "reason": "现场核查人数不符", "evidence": "检查笔录 2026-11"}
                        """.formatted(key, field));
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private Answer move(HubClient.Session who, String id, Move move) {
        return who.post(
                "/api/v1/corrections/" + id + "/moves", "{\"move\": \"%s\", \"words\": \"经核实\"}".formatted(move));
    }

    private static String state(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("state").asString();
    }

    private Answer read(String client, String department, String key) {
        return hub.asClient(client, department)
                .header("Hub-Purpose", PURPOSE)
                .get("/api/v1/datasets/" + sender.dataset() + "/records/" + key);
    }

    @Test
    void reachesEverybodyWhoReceivedTheRecordOnceItIsPublished() throws InterruptedException {
        assertThat(read("app-correction-two", "transport", "S1").status()).isEqualTo(200);
        Thread.sleep(1_500);
        String ticket = id(flagged("S1", "staff"));

        assertThat(state(move(hub.as("market-steward"), ticket, Move.PROVIDER_UPHOLDS)))
                .isEqualTo("UPHELD");
        watch.run();
        assertThat(state(hub.as("market-steward").get("/api/v1/corrections/" + ticket)))
                .as("upheld, not yet corrected at the source")
                .isEqualTo("UPHELD");
        assertThat(feedback(ticket).state()).as("not done by finding it wrong").isEqualTo(Deadline.State.RUNNING);
        assertThat(feedback(ticket).days()).isEqualTo(10);
        assertThat(feedback(ticket).department()).isEqualTo("market-supervision");
        sender.send("UPSERT", "id,owner,staff\nS1,王小明,5\n");
        watch.run();

        Answer corrected = hub.as("market-steward").get("/api/v1/corrections/" + ticket);
        assertThat(state(corrected)).isEqualTo("CORRECTED");
        assertThat(corrected.json().get("correctedIn").asLong()).isGreaterThan(1);
        assertThat(feedback(ticket).state()).isEqualTo(Deadline.State.MET);
        assertThat(notices("administrative-approval")).as("who flagged it").contains(ticket);
        assertThat(notices("transport")).as("who had read it").contains(ticket, others);
        assertThat(person("transport", "sharing-head").get("/api/v1/notices").text())
                .contains("correction.corrected", ticket);
        assertThat(person("transport", "sharing-head").get("/api/v1/notices").text())
                .as("what passes between the sides is not for others")
                .doesNotContain("correction.upheld");
        assertThat(hub.as("market-steward").get("/api/v1/notices?limit=100").text())
                .contains("correction.flagged", ticket);
        assertThat(person("transport", "developer")
                        .post("/api/v1/correction-notices/" + ticket + "/acknowledgements", "{}")
                        .status())
                .isEqualTo(204);
        assertThat(notices("transport")).doesNotContain(ticket);
    }

    @Test
    void isNotToldToWhoNeverReceivedTheRecord() {
        String ticket = id(flagged("S2", "staff"));
        move(hub.as("market-steward"), ticket, Move.PROVIDER_UPHOLDS);
        sender.send("UPSERT", "id,owner,staff\nS2,李四,6\n");
        watch.run();

        assertThat(notices("administrative-approval")).contains(ticket);
        assertThat(notices("transport")).doesNotContain(ticket);
    }

    private Deadline feedback(String ticket) {
        Subject subject = new Subject("correction", ticket, new LocalizedText("", ""), "/");
        return deadlines.last(DeadlineKind.CORRECTION, subject).orElseThrow();
    }

    private String notices(String department) {
        return person(department, "developer")
                .get("/api/v1/correction-notices?open=true")
                .text();
    }

    @Test
    void isOfWhatTheGrantGives() {
        assertThat(flagged("S3", "staff").status())
                .as("a record the row filter keeps back")
                .isEqualTo(404);
        assertThat(flagged("S9", "staff").status()).as("no record").isEqualTo(404);
        assertThat(flagged("S2", "owner").status())
                .as("a field that is not granted")
                .isEqualTo(422);
        assertThat(person("transport", "developer")
                        .post("/api/v1/grants/" + grant + "/corrections", "{}")
                        .status())
                .as("another department's grant")
                .isEqualTo(404);
        assertThat(hub.as("security-admin").get("/api/v1/corrections").status())
                .as("keys of records are not for administrators")
                .isEqualTo(403);
    }

    @Test
    void isDisputedOnceItIsRejected() {
        HubClient.Session consumer = person("administrative-approval", "sharing-head");
        String ticket = id(flagged("S2", "staff"));
        String dispute = """
                {"type": "correction", "about": "%s", "reason": "与营业执照不符"}""".formatted(ticket);

        assertThat(move(consumer, ticket, Move.PROVIDER_REJECTS).status()).isEqualTo(403);
        assertThat(consumer.post("/api/v1/disputes", dispute).status())
                .as("nothing to dispute yet")
                .isEqualTo(409);
        assertThat(state(move(hub.as("market-head"), ticket, Move.PROVIDER_REJECTS)))
                .isEqualTo("REJECTED");
        assertThat(feedback(ticket).state()).as("given").isEqualTo(Deadline.State.MET);
        assertThat(move(consumer, ticket, Move.CONSUMER_DISPUTES).status())
                .as("by a dispute only")
                .isEqualTo(422);
        String opened = id(consumer.post("/api/v1/disputes", dispute));
        assertThat(state(hub.as("market-head").get("/api/v1/corrections/" + ticket)))
                .isEqualTo("DISPUTED");
        Answer yielded = hub.as("market-head")
                .post("/api/v1/disputes/" + opened + "/moves", "{\"move\": \"YIELDS\", \"words\": \"核实有误\"}");
        assertThat(yielded.status()).as(yielded.text()).isEqualTo(200);
        assertThat(state(hub.as("market-head").get("/api/v1/corrections/" + ticket)))
                .as("to be corrected at the source")
                .isEqualTo("UPHELD");
    }

    @Test
    void isClosedWhereTheDisputeIsTakenBack() {
        HubClient.Session consumer = person("administrative-approval", "sharing-head");
        String ticket = id(flagged("S2", "staff"));
        move(hub.as("market-head"), ticket, Move.PROVIDER_REJECTS);
        String opened = id(consumer.post("/api/v1/disputes", """
                {"type": "correction", "about": "%s", "reason": "与营业执照不符"}""".formatted(ticket)));

        consumer.post("/api/v1/disputes/" + opened + "/moves", "{\"move\": \"WITHDRAWS\", \"words\": \"已核实\"}");

        assertThat(state(hub.as("market-head").get("/api/v1/corrections/" + ticket)))
                .isEqualTo("CLOSED");
    }

    static Stream<Arguments> everyMove() {
        return EveryMove.of(Move.class, State.class);
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("everyMove")
    void movesAsItsTableSaysAndNoOtherWay(Move move, State from) {
        Ticket ticket = new Ticket(
                new UUID(1, 2),
                "301001-000001",
                "market",
                "approval",
                new UUID(1, 3),
                Map.of("id", "S1"),
                "staff",
                "3",
                "r",
                "e",
                from,
                List.of(),
                1,
                null,
                NOW,
                1);
        EveryMove.goesByTheTable(
                Ticket.MOVES,
                move,
                from,
                () -> ticket.moved(move, "somebody", "words", NOW).state());
    }
}
