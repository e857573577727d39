package org.exchangehub.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exchangehub.core.catalog.Entries;
import org.exchangehub.core.catalog.PublishedDatasets;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From a source of the market supervision to the application of the administrative approval. */
@HubTest
class LineageTest {

    private static final String SCHEMA = """
            {"type": "record", "name": "Shop", "namespace": "test", "hub.dataset": "lineage-test",
             "hub.title": {"zh": "店铺", "en": "shops"}, "hub.key": ["code"],
             "fields": [{"name": "code", "type": "string", "hub.id": 1, "hub.level": "1", "hub.filter": "equality",
                         "hub.title": {"zh": "代码", "en": "code"}},
                        {"name": "name", "type": "string", "hub.id": 2, "hub.level": "2", "hub.filter": "text",
                         "hub.title": {"zh": "名称", "en": "name"}},
                        {"name": "country", "type": "string", "hub.id": 3, "hub.level": "1", "hub.filter": "equality",
                         "hub.title": {"zh": "国家", "en": "country"}}]}
            """;
    private static final String MAPPING = """
            {"version": 1, "fields": [{"to": "code", "from": ["TYDM", "code"]}, {"to": "name", "concat":
             {"from": ["前缀", "名称"]}}, {"to": "country", "constant": "CN"}]}
            """;

    private final HubClient hub;
    private final JdbcClient jdbc;
    private String dataset = "";
    private String source = "";

    LineageTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void publishADatasetWithASource() {
        dataset = registered();
        source = "lineage-" + dataset.substring(7);
        jdbc.sql("""
                insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now())
                """).param("code", dataset).param("avsc", SCHEMA).update();
        jdbc.sql("""
                insert into hub.source (code, dataset, department, title_zh, title_en, kind, mode, settings, mapping, state,
                                        process_group, created_at, claimed_until)
                values (:code, :dataset, 'market-supervision', '店铺文件', 'shop files', 'CSV_FOLDER', 'UPSERT',
                        '{"folder": "/srv/secret", "charset": "UTF-8", "delimiter": ",", "intervalSeconds": 5}',
                        :mapping::jsonb, 'STOPPED', 'group', now(), now() + interval '1 hour')
                """)
                .param("code", source)
                .param("dataset", dataset)
                .param("mapping", MAPPING)
                .update();
        PublishedDatasets.publish(hub, dataset);
    }

    private String registered() {
        ObjectNode entry = Entries.json().put("classification", "813001");
        return hub.as("market-steward")
                .post("/api/v1/datasets", entry.toString())
                .json()
                .get("code")
                .asString();
    }

    /** Applied for and consented to by both heads; the grant's id. */
    private String granted() {
        String application = done(
                        hub.as("approval-developer").post("/api/v1/applications", """
                                {"dataset": "%s", "client": "app-licensing", "basis": "行政许可法", "scenario": "核验",
                                 "scope": "窗口", "purpose": "licensing", "modes": ["QUERY"], "until": "2099-12-31",
                                 "fields": [{"field": "code", "access": "LOOKUP"}, {"field": "name", "access": "CLEAR"}]}
                                """.formatted(dataset)), 201)
                .get("id")
                .asString();
        String consents = "/api/v1/applications/" + application + "/consents";
        done(hub.as("approval-head").post(consents, "{\"decision\": \"CONSENT\", \"opinion\": \"确需\"}"), 200);
        return done(hub.as("market-head").post(consents, "{\"decision\": \"CONSENT\", \"opinion\": \"同意\"}"), 200)
                .get("grant")
                .asString();
    }

    private static JsonNode done(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.json();
    }

    private JsonNode lineage(String as) {
        return done(hub.as(as).get("/api/v1/datasets/" + dataset + "/lineage"), 200);
    }

    private static List<String> edges(JsonNode lineage) {
        return lineage.get("edges")
                .valueStream()
                .map(edge ->
                        edge.get("from").asString() + " " + edge.get("kind").asString()
                                + (edge.has("access") ? " " + edge.get("access").asString() : "") + " "
                                + edge.get("to").asString())
                .toList();
    }

    private static List<String> nodes(JsonNode lineage, String kind) {
        return lineage.get("nodes")
                .valueStream()
                .filter(node -> node.get("kind").asString().equals(kind))
                .map(node -> node.path("name").asString("unnamed"))
                .toList();
    }

    @Test
    void leadsFromTheColumnsOfTheSourceToTheConsumerForTheProviderAndTheAuthority() {
        String grant = granted();
        String files = "SOURCE:" + source;
        String column = "COLUMN:" + source + "/";

        JsonNode lineage = lineage("market-steward");

        assertThat(edges(lineage))
                .contains(
                        "DEPARTMENT:market-supervision PROVIDES DATASET:" + dataset,
                        "SCHEMA:1 DESCRIBES DATASET:" + dataset,
                        "FIELD:code PART_OF DATASET:" + dataset,
                        files + " FEEDS DATASET:" + dataset,
                        files + " HOLDS " + column + "tydm",
                        column + "tydm FILLS FIELD:code",
                        column + "code FILLS FIELD:code",
                        column + "前缀 FILLS FIELD:name",
                        column + "名称 FILLS FIELD:name",
                        files + " FILLS FIELD:country",
                        "FIELD:code GIVEN LOOKUP GRANT:" + grant,
                        "FIELD:name GIVEN CLEAR GRANT:" + grant,
                        "GRANT:" + grant + " USED_BY CLIENT:app-licensing",
                        "CLIENT:app-licensing BELONGS_TO DEPARTMENT:administrative-approval")
                .doesNotContain("FIELD:country GIVEN CLEAR GRANT:" + grant);
        assertThat(lineage.get("nodes")
                        .valueStream()
                        .filter(node -> node.get("id").asString().equals(files)))
                .singleElement()
                .satisfies(node -> {
                    assertThat(node.get("state").asString()).isEqualTo("STOPPED");
                    assertThat(node.get("type").asString()).isEqualTo("CSV_FOLDER");
                });
        assertThat(lineage("authority")).isEqualTo(lineage);
        assertThat(lineage.toString()).doesNotContain("/srv/secret");
    }

    @Test
    void showsAConsumerWhatItGetsItselfAndNoMoreThanTheKindOfTheSource() {
        String grant = granted();

        JsonNode lineage = lineage("approval-developer");

        assertThat(nodes(lineage, "GRANT")).containsExactly(grant);
        assertThat(nodes(lineage, "SOURCE")).containsExactly("unnamed");
        assertThat(nodes(lineage, "COLUMN")).isEmpty();
        assertThat(lineage.toString()).contains("CSV_FOLDER").doesNotContain(source, "tydm", "STOPPED");
    }

    @Test
    void hidesConsumersAndColumnsFromEverybodyElse() {
        granted();
        String token = hub.tokens().client("app-elsewhere", "data-bureau");

        JsonNode lineage = done(hub.with(token).get("/api/v1/datasets/" + dataset + "/lineage"), 200);

        assertThat(nodes(lineage, "FIELD")).containsExactly("code", "name", "country");
        assertThat(nodes(lineage, "DEPARTMENT")).containsExactly("market-supervision");
        assertThat(nodes(lineage, "GRANT")).isEmpty();
        assertThat(nodes(lineage, "CLIENT")).isEmpty();
        assertThat(nodes(lineage, "COLUMN")).isEmpty();
        assertThat(lineage.toString()).doesNotContain(source);
    }

    @Test
    void forgetsAGrantThatEnded() {
        String grant = granted();
        String path = "/api/v1/grants/" + grant;
        done(hub.as("market-head").post(path + "/suspensions", "{\"reason\": \"超范围使用\"}"), 200);

        assertThat(nodes(lineage("market-steward"), "GRANT")).containsExactly(grant);
        done(hub.as("market-head").post(path + "/terminations", "{\"reason\": \"超范围使用\"}"), 200);

        assertThat(nodes(lineage("market-steward"), "GRANT")).isEmpty();
    }

    @Test
    void isNotThereForWhoMayNotSeeTheDataset() {
        String draft = registered();

        assertThat(hub.as("approval-developer")
                        .get("/api/v1/datasets/" + draft + "/lineage")
                        .status())
                .isEqualTo(404);
        assertThat(hub.as("market-steward")
                        .get("/api/v1/datasets/" + draft + "/lineage")
                        .status())
                .isEqualTo(200);
    }
}
