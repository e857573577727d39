package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.schemas.identifiers.CitizenId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who looked at a citizen's data, held against what each answer said and what the rows were when it was given. */
@HubTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerTest {

    private static final String SCHEMA = """
            {"type": "record", "name": "Tenancy", "namespace": "test", "hub.dataset": "tenancy",
             "hub.title": {"zh": "租住", "en": "tenancies"}, "hub.key": ["id"],
             "fields": [
               {"name": "id", "type": "string", "hub.id": 1, "hub.title": {"zh": "编号", "en": "id"},
                "hub.level": 1, "hub.filter": "equality", "hub.checks": ["length:1..20"]},
               {"name": "citizenId", "type": ["null", "string"], "default": null, "hub.id": 2,
                "hub.title": {"zh": "公民身份号码", "en": "citizen's number"}, "hub.level": 3, "hub.filter": "equality",
                "hub.checks": ["citizen-id"]},
               {"name": "floor", "type": ["null", "long"], "default": null, "hub.id": 3,
                "hub.title": {"zh": "楼层", "en": "floor"}, "hub.level": 1, "hub.filter": "range"}]}
            """;

    private static final String CLIENT = "app-ledger-reader";
    private static final String PURPOSE = "tenancies of low floors";
    private static final int LOW = 5;
    private static final List<String> CITIZENS =
            IntStream.range(0, 6).mapToObj(LedgerTest::citizen).toList();

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final Sender sender;
    private final Random random = new Random(20260);

    /** The rows as each release left them, the first with number 1; kept by the test itself. */
    private final List<Map<String, Row>> releases = new ArrayList<>(List.of(Map.of()));

    /** By citizen, the log's indexes of the accesses that touched them. */
    private final Map<String, Set<Long>> touched = new TreeMap<>();

    private @Nullable String cursor;

    LedgerTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.sender = new Sender(hub, jdbc, 890, SCHEMA);
    }

    private record Row(String citizen, int floor) {}

    private static String citizen(int number) {
        String first17 = "34020219900101%03d".formatted(number + 10);
        return first17 + CitizenId.checkCharacter(first17);
    }

    @BeforeAll
    void grant() throws InterruptedException {
        jdbc.sql("update hub.dataset set entry = entry || :more::jsonb where code = :code")
                .param("code", sender.dataset())
                .param("more", "{\"shareAttribute\": \"CONDITIONAL\", \"shareModes\": [\"SERVICE\"], \"level\": 3}")
                .update();
        Answer application = hub.as("approval-developer")
                .post("/api/v1/applications", """
                        {"dataset": "%s", "client": "%s", "basis": "b", "scenario": "s", "scope": "s", "purpose": "%s",
                         "modes": ["QUERY", "VERIFY", "CHANGES"], "until": "2099-12-31",
                         "fields": [{"field": "id", "access": "CLEAR"}, {"field": "citizenId", "access": "LOOKUP"},
                                    {"field": "floor", "access": "CLEAR"}],
                         "rowFilter": [{"field": "floor", "op": "LE", "values": ["%d"]}]}
                        """.formatted(sender.dataset(), CLIENT, PURPOSE, LOW));
        for (String head : List.of("approval-head", "market-head")) {
            Answer consent = hub.as(head)
                    .post(
                            "/api/v1/applications/"
                                    + application.json().path("id").asString() + "/consents",
                            "{\"decision\": \"CONSENT\", \"opinion\": \"agreed\"}");
            assertThat(consent.status()).as(consent.text()).isEqualTo(200);
        }
        Thread.sleep(600);
    }

    @Test
    void listsExactlyTheAccessesThatTouchedEachCitizenWhateverTheWayAndTheTime() {
        for (int round = 0; round < 8; round++) {
            release();
            readOne();
            readByCitizen();
            verify();
            listSome();
            if (round % 2 == 1) {
                subscribe();
            }
        }

        assertThat(touched.values()).as("the accesses touch everybody").hasSize(CITIZENS.size());
        for (String citizen : CITIZENS) {
            assertThat(ledger(citizen))
                    .as("accesses that touched citizen %d", CITIZENS.indexOf(citizen))
                    .containsExactlyElementsOf(touched.getOrDefault(citizen, Set.of()));
        }
    }

    private void release() {
        Map<String, Row> rows = new TreeMap<>(releases.getLast());
        StringBuilder csv = new StringBuilder("_op,id,citizenId,floor\n");
        for (int i = 0; i < 8; i++) {
            String id = "T" + i;
            Row row = new Row(CITIZENS.get(random.nextInt(CITIZENS.size())), 1 + random.nextInt(9));
            boolean known = rows.containsKey(id);
            if (known && random.nextInt(4) == 0) {
                rows.remove(id);
                csv.append("D,").append(id).append(",,\n");
            } else if (random.nextInt(3) > 0 && !row.equals(rows.get(id))) {
                csv.append("%s,%s,%s,%d%n".formatted(known ? "U" : "I", id, row.citizen(), row.floor()));
                rows.put(id, row);
            }
        }
        sender.send("CHANGES", csv.toString());
        releases.add(rows);
    }

    private void readOne() {
        String id = "T" + random.nextInt(10);
        Answer answer = consumer().get("/api/v1/datasets/" + sender.dataset() + "/records/" + id);
        if (answer.status() == 200) {
            touch(answer, releases.getLast().get(id));
        } else {
            assertThat(answer.status()).isEqualTo(404);
        }
    }

    /** Asking for a citizen touches them also when nothing is found. */
    private void readByCitizen() {
        String citizen = CITIZENS.get(random.nextInt(CITIZENS.size()));
        Answer answer =
                consumer().get("/api/v1/datasets/" + sender.dataset() + "/records?filter=citizenId:eq:" + citizen);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        touch(answer, new Row(citizen, 0));
    }

    private void verify() {
        String id = "T" + random.nextInt(8);
        String claimed = CITIZENS.get(random.nextInt(CITIZENS.size()));
        Answer answer = consumer()
                .post(
                        "/api/v1/datasets/" + sender.dataset() + "/verifications",
                        "{\"key\": {\"id\": \"%s\"}, \"claims\": {\"citizenId\": \"%s\"}}".formatted(id, claimed));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        touch(answer, new Row(claimed, 0));
        if (!answer.json().path("result").asString().equals("NO_RECORD")) {
            touch(answer, releases.getLast().get(id));
        }
    }

    private void listSome() {
        Answer answer = consumer().get("/api/v1/datasets/" + sender.dataset() + "/records?limit=3&fields=id");
        answer.json()
                .path("items")
                .forEach(item ->
                        touch(answer, releases.getLast().get(item.path("id").asString())));
    }

    /** A change touches whom its row names; a deletion whom the row named. */
    private void subscribe() {
        String path = "/api/v1/datasets/" + sender.dataset() + "/changes?limit=7";
        Answer answer = consumer().get(cursor == null ? path : cursor);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        for (JsonNode item : answer.json().path("items")) {
            int release = item.path("release").asInt();
            String id = item.at("/record/id").asString();
            Row row = releases.get(release).get(id);
            touch(answer, row == null ? releases.get(release - 1).get(id) : row);
        }
        String link = answer.header("Link").orElseThrow();
        cursor = link.substring(1, link.indexOf('>'));
    }

    private HubClient.Session consumer() {
        return hub.asClient(CLIENT, "administrative-approval").header("Hub-Purpose", PURPOSE);
    }

    private void touch(Answer answer, @Nullable Row row) {
        assertThat(row).isNotNull();
        if (row != null) {
            touched.computeIfAbsent(row.citizen(), each -> new TreeSet<>()).add(index(answer));
        }
    }

    private static long index(Answer answer) {
        String evidence = answer.header("Hub-Evidence").orElseThrow();
        return Long.parseLong(evidence.substring(evidence.lastIndexOf('/') + 1));
    }

    /** The whole ledger in pages of five, without the looks at the ledger itself. */
    private List<Long> ledger(String citizen) {
        List<Long> indexes = new ArrayList<>();
        long after = -1;
        while (true) {
            Answer page = hub.as("audit-admin")
                    .post(
                            "/api/v1/audit/ledger",
                            "{\"kind\": \"PERSON\", \"identifier\": \"%s\", \"after\": %d, \"limit\": 5}"
                                    .formatted(citizen, after));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            assertThat(page.text()).doesNotContain(citizen);
            for (JsonNode each : page.json().path("entries")) {
                if (!each.at("/entry/kind").asString().equals("LEDGER_READ")) {
                    indexes.add(each.at("/entry/index").asLong());
                    assertThat(each.path("found").asString())
                            .isEqualTo(
                                    each.at("/entry/kind").asString().equals("CHANGES_READ") ? "EVALUATED" : "NAMED");
                }
            }
            if (!page.json().path("next").isNumber()) {
                return indexes;
            }
            after = page.json().path("next").asLong();
        }
    }

    @Test
    void isForAuditorsOnlyAndTakesNoNumberThatIsNone() {
        String body = "{\"kind\": \"PERSON\", \"identifier\": \"%s\"}".formatted(CITIZENS.getFirst());

        assertThat(hub.as("market-steward").post("/api/v1/audit/ledger", body).status())
                .isEqualTo(403);
        Answer wrong =
                hub.as("audit-admin").post("/api/v1/audit/ledger", "{\"kind\": \"PERSON\", \"identifier\": \"王小明\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).doesNotContain("王小明");
    }
}
