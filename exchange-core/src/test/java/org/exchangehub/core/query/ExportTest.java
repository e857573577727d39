package org.exchangehub.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.exchangehub.core.ingest.Sender;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.schemas.identifiers.CitizenId;
import org.exchangehub.schemas.workbook.SheetRow;
import org.exchangehub.schemas.workbook.SheetRows;
import org.exchangehub.schemas.workbook.Workbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of records, held against the rows that were sent and against what the grant gives of them. */
@HubTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTest {

    private static final String SCHEMA = """
            {"type": "record", "name": "Tenant", "namespace": "test", "hub.dataset": "tenant",
             "hub.title": {"zh": "租户", "en": "tenants"}, "hub.key": ["id"],
             "fields": [
               {"name": "id", "type": "string", "hub.id": 1, "hub.title": {"zh": "编号", "en": "id"},
                "hub.level": 1, "hub.filter": "equality", "hub.checks": ["length:1..20"]},
               {"name": "citizenId", "type": ["null", "string"], "default": null, "hub.id": 2,
                "hub.title": {"zh": "公民身份号码", "en": "citizen's number"}, "hub.level": 3, "hub.filter": "equality",
                "hub.checks": ["citizen-id"]},
               {"name": "name", "type": ["null", "string"], "default": null, "hub.id": 3,
                "hub.title": {"zh": "姓名", "en": "name"}, "hub.level": 3, "hub.mask": "name"},
               {"name": "floor", "type": ["null", "long"], "default": null, "hub.id": 4,
                "hub.title": {"zh": "楼层", "en": "floor"}, "hub.level": 1, "hub.filter": "range"},
               {"name": "rent", "type": ["null", {"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}],
                "default": null, "hub.id": 5, "hub.title": {"zh": "租金", "en": "rent"}, "hub.level": 1},
               {"name": "since", "type": ["null", {"type": "int", "logicalType": "date"}], "default": null, "hub.id": 6,
                "hub.title": {"zh": "起租", "en": "since"}, "hub.level": 1},
               {"name": "note", "type": ["null", "string"], "default": null, "hub.id": 7,
                "hub.title": {"zh": "备注", "en": "note"}, "hub.level": 1}]}
            """;

    private static final String CLIENT = "app-export-reader";
    private static final String PURPOSE = "inspection of low floors";
    private static final int ROWS = 1_300;
    private static final int LOWEST_HIDDEN = 9;
    /** Rows on floors 1 to 8 of 10, of which the grant gives all. */
    private static final int GIVEN = ROWS * 8 / 10;

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final Sender sender;
    private UUID grant = new UUID(0, 0);

    ExportTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.sender = new Sender(hub, jdbc, 910, SCHEMA);
    }

    private static String citizen(int number) {
        String first17 = "34020219%02d0101%03d".formatted(60 + number / 900, number % 900 + 10);
        return first17 + CitizenId.checkCharacter(first17);
    }

    @BeforeAll
    void publishAndConsent() throws InterruptedException {
        jdbc.sql("update hub.dataset set entry = entry || :more::jsonb where code = :code")
                .param("code", sender.dataset())
                .param("more", """
                        {"shareAttribute": "CONDITIONAL", "shareModes": ["SERVICE", "FILE"], "level": 3}
                        """)
                .update();
        String rows = IntStream.range(0, ROWS)
                .mapToObj(i -> "T%04d,%s,王小𠮷,%d,%d.50,2026-01-01,%s"
                        .formatted(i, citizen(i), i % 10 + 1, 1_000 + i, i % 2 == 0 ? "=SUM(A1:A9)" : "无"))
                .collect(Collectors.joining("\n", "id,citizenId,name,floor,rent,since,note\n", "\n"));
        sender.send("UPSERT", rows);
        grant = granted(CLIENT, "[\"EXPORT\", \"QUERY\"]");
        granted("app-export-query", "[\"QUERY\"]");
        Thread.sleep(600);
    }

    private UUID granted(String client, String modes) {
        Answer asked = hub.as("approval-developer").post("/api/v1/applications", """
                        {"dataset": "%s", "client": "%s", "basis": "b", "scenario": "s", "scope": "s", "purpose": "%s",
                         "modes": %s, "until": "2099-12-31",
                         "fields": [{"field": "id", "access": "CLEAR"}, {"field": "citizenId", "access": "LOOKUP"},
                                    {"field": "name", "access": "MASKED"}, {"field": "floor", "access": "CLEAR"},
                                    {"field": "rent", "access": "CLEAR"}, {"field": "since", "access": "CLEAR"},
                                    {"field": "note", "access": "CLEAR"}],
                         "rowFilter": [{"field": "floor", "op": "LE", "values": ["%d"]}]}
                        """.formatted(
                        sender.dataset(), client, PURPOSE, modes, LOWEST_HIDDEN - 1));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        String application = asked.json().path("id").asString();
        for (String head : List.of("approval-head", "market-head")) {
            Answer consent = hub.as(head)
                    .post(
                            "/api/v1/applications/" + application + "/consents",
                            "{\"decision\": \"CONSENT\", \"opinion\": \"agreed\"}");
            assertThat(consent.status()).as(consent.text()).isEqualTo(200);
        }
        return jdbc.sql("select id from hub.access_grant where application = :id::uuid")
                .param("id", application)
                .query(UUID.class)
                .single();
    }

    @Nested
    class AFile {

        @ParameterizedTest
        @ValueSource(strings = {"CSV", "CSV_GB18030"})
        void holdsWhatTheGrantGivesAndNoFormula(String format) {
            byte[] bytes = fetched(made("\"format\": \"" + format + "\"")).bytes();

            boolean marked = format.equals("CSV");
            String text = new String(bytes, marked ? StandardCharsets.UTF_8 : Charset.forName("GB18030"));
            List<String> lines = text.lines().toList();
            assertThat(lines).hasSize(GIVEN + 1);
            assertThat(lines.getFirst()).isEqualTo((marked ? "\uFEFF" : "") + "id,name,floor,rent,since,note");
            assertThat(lines)
                    .contains("T0000,王**,1,1000.5,2026-01-01,'=SUM(A1:A9)", "T0001,王**,2,1001.5,2026-01-01,无")
                    .noneMatch(line -> line.startsWith("T0008") || line.startsWith("T0009"));
        }

        @Test
        void ofLinesIsWhatPagesSay() {
            Map<String, JsonNode> lines = new HashMap<>();
            fetched(made("\"format\": \"NDJSON\", \"fields\": [\"id\", \"name\", \"floor\", \"note\"]"))
                    .text()
                    .lines()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .forEach(record -> lines.put(record.path("id").asString(), record));

            JsonNode page = application()
                    .get("/api/v1/datasets/" + sender.dataset() + "/records?fields=id,name,floor,note&limit=1000")
                    .json();
            assertThat(lines).hasSize(GIVEN);
            assertThat(page.path("items").size()).isEqualTo(1_000);
            page.path("items")
                    .forEach(record ->
                            assertThat(lines.get(record.path("id").asString())).isEqualTo(record));
        }

        @Test
        void ofAvroCarriesTheSchemaOfWhatIsGiven() throws Exception {
            byte[] bytes = fetched(made("\"format\": \"AVRO\"")).bytes();

            Set<String> ids = new TreeSet<>();
            try (DataFileStream<GenericRecord> records =
                    new DataFileStream<>(new ByteArrayInputStream(bytes), new GenericDatumReader<>())) {
                assertThat(records.getSchema().getField("citizenId")).isNull();
                assertThat(records.getSchema().getField("name").schema().isNullable())
                        .isTrue();
                assertThat(records.getSchema().getField("rent").schema().toString())
                        .contains("decimal");
                for (GenericRecord record : records) {
                    ids.add(record.get("id").toString());
                    assertThat(record.get("name")).hasToString("王**");
                }
            }
            assertThat(ids).hasSize(GIVEN);
        }

        @Test
        void ofAWorkbookHasNumbersAndTexts(@TempDir Path directory) throws Exception {
            Path file = Files.write(
                    directory.resolve("export.xlsx"),
                    fetched(made("\"format\": \"XLSX\", \"filters\": [\"floor:le:1\"]"))
                            .bytes());

            List<SheetRow> found = new ArrayList<>();
            try (Workbook workbook = Workbook.open(file, Workbook.Limits.STANDARD)) {
                SheetRows rows = workbook.rows("");
                for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                    found.add(row);
                }
            }
            assertThat(found).hasSize(ROWS / 10 + 1);
            assertThat(found.getFirst().values().values())
                    .containsExactly("id", "name", "floor", "rent", "since", "note");
            assertThat(found)
                    .anySatisfy(row -> assertThat(row.values().values())
                            .containsExactly("T0000", "王**", "1", "1000.5", "2026-01-01", "=SUM(A1:A9)"));
        }

        @Test
        void isFetchedInPiecesAndProvenByItsDigest() throws Exception {
            JsonNode job = made("\"format\": \"NDJSON\"");
            String href = job.at("/result/href").asString();
            Answer whole = fetched(job);
            Answer piece = application().header("Range", "bytes=100-").get(href);

            assertThat(piece.status()).isEqualTo(206);
            assertThat(piece.bytes()).isEqualTo(Arrays.copyOfRange(whole.bytes(), 100, whole.bytes().length));
            String digest = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(whole.bytes()));
            assertThat(whole.header("Repr-Digest")).contains("sha-256=:" + digest + ":");
            assertThat(job.at("/result/rows").asLong()).isEqualTo(GIVEN);
        }

        @Test
        void ofAnEarlierMomentHoldsWhatThereWasThen() {
            JsonNode job = made("\"format\": \"CSV\", \"asOf\": \"2020-01-01T00:00:00Z\"");

            assertThat(fetched(job).text()).isEqualTo("\uFEFFid,name,floor,rent,since,note\r\n");
        }
    }

    @Nested
    class ARefusal {

        @Test
        void meetsAGrantForOtherUses() {
            Answer refused = asked("app-export-query", "\"format\": \"CSV\"");

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.header("Hub-Evidence")).isPresent();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"format\": \"CSV\", \"fields\": [\"citizenId\"]",
                    "\"format\": \"CSV\", \"fields\": [\"nothing\"]",
                    "\"format\": \"CSV\", \"filters\": [\"citizenId:prefix:3402\"]"
                })
        void meetsFieldsThatAreNotGiven(String order) {
            assertThat(asked(CLIENT, order).json().path("code").asString()).isEqualTo("ACCESS_DENIED");
        }

        @Test
        void meetsWhoeverFetchesUnderASuspendedGrant() throws InterruptedException {
            JsonNode job = made("\"format\": \"CSV\"");
            String href = job.at("/result/href").asString();
            grant("suspensions");
            Thread.sleep(1_000);
            Answer suspended = application().get(href);
            grant("resumptions");
            Thread.sleep(1_000);

            assertThat(suspended.status()).as(suspended.text()).isEqualTo(403);
            assertThat(application().get(href).status()).isEqualTo(200);
        }

        private void grant(String move) {
            Answer moved =
                    hub.as("market-head").post("/api/v1/grants/" + grant + "/" + move, "{\"reason\": \"looked at\"}");
            assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        }
    }

    @Nested
    class TheLog {

        @Test
        void namesWhomAFewRecordsAreAboutAndAsksHistoryForMany() {
            made("\"format\": \"CSV\", \"filters\": [\"id:eq:T0000\"]");
            made("\"format\": \"CSV\"");
            made("\"format\": \"CSV\", \"filters\": [\"floor:le:8\"]");

            assertThat(found(citizen(0))).contains("NAMED", "EVALUATED", "UNDECIDED");
            assertThat(found(citizen(1))).contains("EVALUATED", "UNDECIDED").doesNotContain("NAMED");
            assertThat(found(citizen(LOWEST_HIDDEN - 1))).isEmpty();
        }

        private Set<String> found(String citizen) {
            JsonNode ledger = hub.as("audit-admin")
                    .post(
                            "/api/v1/audit/ledger",
                            "{\"kind\": \"PERSON\", \"identifier\": \"" + citizen
                                    + "\", \"after\": -1, \"limit\": 500}")
                    .json();
            Set<String> found = new TreeSet<>();
            ledger.path("entries").forEach(each -> {
                if (each.at("/entry/kind").asString().equals("RECORDS_EXPORTED")) {
                    found.add(each.path("found").asString());
                }
            });
            return found;
        }
    }

    private HubClient.Session application() {
        return hub.asClient(CLIENT, "administrative-approval").header("Hub-Purpose", PURPOSE);
    }

    private Answer asked(String client, String order) {
        return hub.asClient(client, "administrative-approval")
                .header("Hub-Purpose", PURPOSE)
                .post("/api/v1/datasets/" + sender.dataset() + "/exports", "{" + order + "}");
    }

    /** The job, ended. */
    private JsonNode made(String order) {
        Answer accepted = asked(CLIENT, order);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        String location = accepted.header("Location").orElseThrow();
        JsonNode job = await().atMost(Duration.ofSeconds(30))
                .until(() -> application().get(location).json(), each -> each.has("finishedAt"));
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("SUCCEEDED");
        return job;
    }

    private Answer fetched(JsonNode job) {
        Answer file = application().get(job.at("/result/href").asString());
        assertThat(file.status()).as(file.text()).isEqualTo(200);
        return file;
    }
}
