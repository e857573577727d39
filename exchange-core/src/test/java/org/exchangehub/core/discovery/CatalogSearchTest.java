package org.exchangehub.core.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.exchangehub.core.catalog.Entries;
import org.exchangehub.core.catalog.PublishedDatasets;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.core.testing.Relay;
import org.exchangehub.engines.testing.TestEngines;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finding datasets on the real Elasticsearch, and without it. */
@HubTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogSearchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Relay RELAY = new Relay(TestEngines.shared().elasticsearch());
    private static final String SEARCH = "/api/v1/datasets/search?q=";
    private static final String RANKING = "/api/v1/datasets/search/ranking";

    private final HubClient hub;
    private final CatalogIndex index;
    private final CatalogProjection projection;
    private final JdbcClient owner;
    private String securities = "";
    private String housing = "";
    private String draft = "";

    CatalogSearchTest(
            HubClient hub,
            CatalogIndex index,
            CatalogProjection projection,
            @Qualifier("ownerDataSource") DataSource owner) {
        this.hub = hub;
        this.index = index;
        this.projection = projection;
        this.owner = JdbcClient.create(owner);
    }

    @DynamicPropertySource
    static void searching(DynamicPropertyRegistry registry) {
        Map<String, String> engines = TestEngines.shared().exchangeCoreProperties("unused");
        String index = "discovery-" + UUID.randomUUID();
        registry.add("hub.search.url", () -> RELAY.url().toString());
        registry.add("hub.search.username", () -> engines.get("hub.search.username"));
        registry.add("hub.search.password-file", () -> engines.get("hub.search.password-file"));
        registry.add("hub.search.index", () -> index);
    }

    @BeforeAll
    void register() {
        securities = registered("上市公司证券代码登记", "Securities codes of listed companies", "102001", "CONDITIONAL", "股票");
        bind(securities, PublishedDatasets.SCHEMA.replace("店铺", "证券").replace("\"代码\"", "\"交易场所\""));
        PublishedDatasets.publish(hub, securities);
        housing = registered("房屋租赁合同备案", "Housing rental agencies", "207001", "UNCONDITIONAL", "证券");
        bind(housing, PublishedDatasets.SCHEMA);
        PublishedDatasets.publish(hub, housing);
        draft = registered("银行开户许可", "Bank account licences", "305001", "CONDITIONAL", "草稿");
        settled();
    }

    private String registered(String zh, String en, String classification, String share, String keyword) {
        ObjectNode entry = Entries.json();
        entry.putObject("title").put("zh", zh).put("en", en);
        entry.putObject("summary").put("zh", zh + "的摘要").put("en", en + ", in short");
        entry.put("classification", classification).put("shareAttribute", share);
        entry.putArray("keywords").add(keyword);
        Answer answer = hub.as("market-steward").post("/api/v1/datasets", entry.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("code").asString();
    }

    private void bind(String dataset, String schema) {
        owner.sql("""
                insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now())
                """).param("code", dataset).param("avsc", schema).update();
    }

    /** Everything written so far has been copied, and can be found. */
    private void settled() {
        await().atMost(PATIENCE).until(() -> {
            JsonNode standing = hub.as("system-admin")
                    .get("/api/v1/datasets/search/projection")
                    .json();
            return standing.path("behind").asLong() == 0
                    && !standing.path("rebuilding").asBoolean()
                    && !standing.hasNonNull("failure");
        });
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            index.refresh();
            return true;
        });
    }

    private JsonNode found(String person, String query) {
        Answer answer = hub.as(person).get(SEARCH + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private List<String> codes(String person, String typed) {
        JsonNode found = found(person, URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(found.path("answeredBy").asString()).isEqualTo("SEARCH_ENGINE");
        assertThat(found.path("total").asLong()).isEqualTo(found.path("items").size());
        return found.path("items").values().stream()
                .map(item -> item.path("code").asString())
                .toList();
    }

    private static Map<String, Long> counts(JsonNode found, String facet) {
        return found.path("facets").path(facet).values().stream()
                .collect(Collectors.toMap(
                        value -> value.path("value").asString(),
                        value -> value.path("count").asLong()));
    }

    @Nested
    class AWord {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "上市公司证券代码登记",
                    "券代",
                    "登记 上市",
                    "securities",
                    "SECURITY",
                    "compan",
                    "company listed",
                    "ＬＩＳＴＥＤ　证券",
                    "zhengquandaima",
                    "shangshi gongsi",
                    "zqdm",
                    "gongsi",
                    "股票",
                    "gupiao",
                    "交易场",
                    "的摘要 公司"
                })
        void isFoundWhereverItStands(String typed) {
            assertThat(codes("approval-developer", typed)).containsExactly(securities);
        }

        @Test
        void isFoundAsTheBeginningOfACode() {
            assertThat(codes("approval-developer", housing)).containsExactly(housing);
            assertThat(codes("approval-developer", "207001/")).containsExactly(housing);
        }

        @Test
        void isFoundInTheDepartmentsTitle() {
            assertThat(codes("approval-developer", "市场监督 证券")).contains(securities);
        }

        @ParameterizedTest
        @ValueSource(strings = {"代券", "证券 房地产", "股票 租赁", "zhengxuan", "\"*:*\"", "<b>", "\\"})
        void isNotFoundWhereItIsNot(String typed) {
            assertThat(codes("approval-developer", typed)).isEmpty();
        }

        @Test
        void inATitleComesBeforeOneInAKeyword() {
            assertThat(codes("approval-developer", "证券")).containsExactly(securities, housing);
        }

        @Test
        void isMarkedWhereItWasFound() {
            JsonNode item = found("approval-developer", URLEncoder.encode("代码 上市", StandardCharsets.UTF_8))
                    .at("/items/0");

            assertThat(item.at("/highlights/title/0").toString()).isEqualTo("""
                            [{"text":"上市","hit":true},{"text":"公司证券","hit":false},{"text":"代码","hit":true},\
                            {"text":"登记","hit":false}]""");
            assertThat(item.at("/departmentTitle/zh").asString()).isEqualTo("市场监督管理局");
        }
    }

    @Nested
    class ADraft {

        @Test
        void isFoundByItsDepartmentAndTheAuthorityOnly() {
            for (String person : List.of("market-steward", "market-head", "authority")) {
                assertThat(codes(person, "开户")).as(person).containsExactly(draft);
            }
            for (String person : List.of("approval-steward", "approval-developer", "system-admin", "audit-admin")) {
                assertThat(codes(person, "yinhang")).as(person).isEmpty();
            }
        }

        @Test
        void isNotCountedEitherForAnybodyElse() {
            JsonNode all = found("approval-developer", "");

            assertThat(all.path("total").asLong()).isEqualTo(2);
            assertThat(counts(all, "state")).isEqualTo(Map.of("PUBLISHED", 2L));
            assertThat(counts(all, "class")).isEqualTo(Map.of("1", 1L, "2", 1L));
            assertThat(counts(found("authority", ""), "state")).isEqualTo(Map.of("PUBLISHED", 2L, "DRAFT", 1L));
        }

        @Test
        void isNotShownWhereTheIndexSaysOtherwise() throws Exception {
            index.client()
                    .update(
                            update ->
                                    update.index(index.alias()).id(draft).doc(Map.of("readers", List.of("everybody"))),
                            Object.class);
            index.refresh();

            assertThat(found("approval-developer", "").path("items").values())
                    .noneMatch(item -> item.path("code").asString().equals(draft));

            projection.recheck();
            await().atMost(PATIENCE)
                    .until(() -> found("approval-developer", "").path("total").asLong() == 2);
        }
    }

    @Nested
    class AFacet {

        @Test
        void narrowsAndStillCountsItsOtherValues() {
            JsonNode narrowed = found("authority", "&shareAttribute=CONDITIONAL");

            assertThat(narrowed.path("total").asLong()).isEqualTo(2);
            assertThat(counts(narrowed, "shareAttribute")).isEqualTo(Map.of("CONDITIONAL", 2L, "UNCONDITIONAL", 1L));
            assertThat(counts(narrowed, "class")).isEqualTo(Map.of("1", 1L, "3", 1L));
            assertThat(counts(narrowed, "department")).isEqualTo(Map.of("market-supervision", 2L));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "class=2",
                    "shareAttribute=UNCONDITIONAL&level=3&format=DATABASE&updateCycle=DAILY&open=false",
                    "class=2,9&department=market-supervision&state=PUBLISHED,WITHDRAWING&shareMode=SERVICE"
                })
        void goesTogetherWithOthers(String parameters) {
            assertThat(found("approval-developer", "&" + parameters).path("items").values().stream()
                            .map(item -> item.path("code").asString()))
                    .containsExactly(housing);
        }

        @Test
        void thatIsNoneIsRefused() {
            assertThat(hub.as("authority").get(SEARCH + "&level=high").status()).isEqualTo(422);
            Answer refused = hub.as("authority").get(SEARCH + "x".repeat(201) + "&limit=101&offset=-1");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().path("errors").values().stream()
                            .map(error -> error.path("pointer").asString()))
                    .containsExactlyInAnyOrder("q", "limit", "offset");
        }
    }

    @Nested
    class TheRanking {

        @Test
        void isDataTheAuthoritySets() {
            Answer before = hub.as("authority").get(RANKING);
            String tag = before.header("ETag").orElseThrow();
            String turned = ((ObjectNode) before.json())
                    .put("title", 1)
                    .put("keywords", 100)
                    .toString();
            try {
                Answer changed = hub.as("authority").header("If-Match", tag).put(RANKING, turned);
                assertThat(changed.status()).as(changed.text()).isEqualTo(200);
                assertThat(codes("approval-developer", "证券")).containsExactly(housing, securities);
                assertThat(hub.as("authority")
                                .header("If-Match", tag)
                                .put(RANKING, turned)
                                .status())
                        .isEqualTo(412);
            } finally {
                String now = hub.as("authority").get(RANKING).header("ETag").orElseThrow();
                hub.as("authority").header("If-Match", now).put(RANKING, before.text());
            }
            assertThat(codes("approval-developer", "证券")).containsExactly(securities, housing);
        }

        @Test
        void isRefusedFromOthersAndOutOfRange() {
            assertThat(hub.as("system-admin").get(RANKING).status()).isEqualTo(403);
            Answer refused = hub.as("authority")
                    .header("If-Match", "\"1\"")
                    .put(RANKING, "{\"title\": 0, \"code\": 101, \"exactTitle\": 1, \"pinyin\": 1, \"fields\": 1}");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().path("errors").values().stream()
                            .map(error -> error.path("pointer").asString()))
                    .containsExactlyInAnyOrder("/title", "/code", "/keywords", "/department", "/summary");
        }
    }

    @Nested
    class TheProjection {

        @Test
        void followsWhatIsWritten() {
            String late = registered("临时用地审批", "Temporary land use", "408001", "CONDITIONAL", "用地");
            await().atMost(PATIENCE)
                    .until(() -> codes("market-steward", "linshiyongdi").equals(List.of(late)));
            bind(late, PublishedDatasets.SCHEMA.replace("\"代码\"", "\"地块编号\""));
            await().atMost(PATIENCE).until(() -> codes("market-steward", "地块编号").equals(List.of(late)));
            owner.sql("delete from hub.contract_schema where dataset = ?")
                    .param(late)
                    .update();
            owner.sql("delete from hub.dataset_history where dataset = ?")
                    .param(late)
                    .update();
            owner.sql("delete from hub.dataset where code = ?").param(late).update();
            projection.recheck();
            // A document of no dataset is removed; until then it is counted, but never shown.
            await().atMost(PATIENCE)
                    .until(() -> found("market-steward", "linshiyongdi")
                                    .path("total")
                                    .asLong()
                            == 0);
        }

        @Test
        void mendsWhatWasAltered() throws Exception {
            JsonNode source = index.documents("", null, 10).stream()
                    .filter(hit -> securities.equals(hit.id()))
                    .findFirst()
                    .orElseThrow()
                    .source();
            String text = String.valueOf(source).replace("证券代码", "股权代码");
            index.client()
                    .index(write -> write.index(index.alias()).id(securities).withJson(new StringReader(text)));
            index.refresh();
            assertThat(codes("approval-developer", "股权")).containsExactly(securities);

            projection.recheck();

            await().atMost(PATIENCE)
                    .until(() -> codes("approval-developer", "股权").isEmpty());
            assertThat(codes("approval-developer", "证券")).hasSize(2);
        }

        @Test
        void isMadeAnewOnDemandAndWhenItsIndexIsLost() throws Exception {
            assertThat(hub.as("authority")
                            .post("/api/v1/datasets/search/projection/rebuild", "")
                            .status())
                    .isEqualTo(403);
            Answer accepted = hub.as("system-admin").post("/api/v1/datasets/search/projection/rebuild", "");
            assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
            assertThat(accepted.header("Hub-Evidence")).isPresent();
            settled();
            assertThat(codes("approval-developer", "证券")).hasSize(2);

            var there = index.client().indices().get(get -> get.index(index.alias()));
            index.client()
                    .indices()
                    .delete(delete -> delete.index(List.copyOf(there.indices().keySet())));
            projection.recheck();
            await().atMost(PATIENCE).until(() -> {
                JsonNode found = found("approval-developer", "zqdm");
                return found.path("answeredBy").asString().equals("SEARCH_ENGINE")
                        && found.path("total").asLong() == 1;
            });
        }
    }

    @Nested
    class WithoutTheEngine {

        @Test
        void theTablesFind() {
            RELAY.cut();
            try {
                JsonNode found = found("approval-developer", URLEncoder.encode("证券", StandardCharsets.UTF_8));

                assertThat(found.path("answeredBy").asString()).isEqualTo("DATABASE");
                assertThat(found.path("items").values().stream()
                                .map(item -> item.path("code").asString()))
                        .containsExactlyInAnyOrder(securities, housing);
                assertThat(found.path("total").asLong()).isEqualTo(2);
                assertThat(found.hasNonNull("facets")).isFalse();
                assertThat(found("approval-developer", "").path("total").asLong())
                        .isEqualTo(2);
                assertThat(found("authority", "&state=DRAFT&shareMode=SERVICE&open=false&class=3")
                                .at("/items/0/code")
                                .asString())
                        .isEqualTo(draft);
            } finally {
                RELAY.mend();
            }
            await().atMost(PATIENCE)
                    .until(() -> found("approval-developer", "zqdm")
                            .path("answeredBy")
                            .asString()
                            .equals("SEARCH_ENGINE"));
            settled();
        }
    }
}
