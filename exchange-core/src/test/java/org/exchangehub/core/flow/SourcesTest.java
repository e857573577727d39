package org.exchangehub.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sources on a hub whose NiFi nobody is at. */
@HubTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourcesTest {

    private static final String DATASET = "207001-000811";
    private static final String SOURCES = "/api/v1/datasets/" + DATASET + "/sources";
    private static final String FOLDER = """
            {"code": "shop-files", "title": {"zh": "店铺", "en": "shops"}, "kind": "CSV_FOLDER", "mode": "UPSERT",
             "settings": {"folder": "/srv/drop/shops", "charset": "UTF-8", "delimiter": ","},
             "mapping": {"version": 1, "fields": [{"to": "code", "from": ["dm"]}]}}
            """;

    private final HubClient hub;
    private final JdbcClient jdbc;

    SourcesTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void register() {
        jdbc.sql("""
                insert into hub.dataset (code, department, state, entry, search, version, created_at, updated_at,
                                         submitted_by, published_at)
                values (:code, 'market-supervision', 'PUBLISHED', '{}', '', 1, now(), now(), 'test', now())
                """).param("code", DATASET).update();
        jdbc.sql("""
                insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now())
                """).param("code", DATASET).param("avsc", """
                {"type": "record", "name": "Shop", "namespace": "test", "hub.dataset": "shop",
                 "hub.title": {"zh": "店铺", "en": "shops"}, "hub.key": ["code"],
                 "fields": [{"name": "code", "type": "string", "hub.id": 1, "hub.title": {"zh": "代码", "en": "code"},
                             "hub.level": 1, "hub.filter": "equality"}]}
                """).update();
    }

    @Nested
    class ARegistration {

        @Test
        void isRefusedAndNotRecordedWhileNifiIsDown() {
            Answer answer = hub.as("market-steward").post(SOURCES, FOLDER);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().path("code").asString()).isEqualTo("FLOW_ENGINE_UNAVAILABLE");
            assertThat(hub.as("market-steward")
                            .get("/api/v1/sources/shop-files")
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void isForAStewardOfTheDatasetsDepartmentOnly() {
            assertThat(hub.as("approval-steward").post(SOURCES, FOLDER).status())
                    .isEqualTo(403);
            assertThat(hub.as("market-developer").post(SOURCES, FOLDER).status())
                    .isEqualTo(403);
        }

        @Test
        void isRefusedWithAPointerToWhatIsWrong() {
            Answer answer = hub.as("market-steward").post(SOURCES, FOLDER.replace("/srv/drop", "drop"));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/settings/folder");
        }
    }

    @Nested
    class ASourceThatIsThere {

        @Test
        void tellsThatNifiDoesNotAnswerWhileItRuns() throws InterruptedException {
            insert("runs", "CSV_FOLDER", "RUNNING");

            assertThat(eventually("runs", "/lastError/en")).contains("NiFi has not answered since");
            assertThat(eventually("runs", "/state")).isEqualTo("RUNNING");
        }

        @Test
        void asksForThePasswordAgainWhenItsMakingWasInterrupted() throws InterruptedException {
            insert("half-table", "DATABASE_TABLE", "PROVISIONING");

            assertThat(eventually("half-table", "/lastError/en")).contains("Enter the password or secret again");
            assertThat(eventually("half-table", "/state")).isEqualTo("FAILED");
        }

        @Test
        void waitsForWhatItNeedsWhenItCanBeMadeWithoutHelp() throws InterruptedException {
            insert("half-folder", "CSV_FOLDER", "PROVISIONING");

            assertThat(eventually("half-folder", "/lastError/en")).isNotEmpty();
            assertThat(eventually("half-folder", "/state")).isEqualTo("PROVISIONING");
        }

        @Test
        void showsItsMappingToItsOwnClientAndItsSteward() {
            insert("mapped", "CSV_FOLDER", "STOPPED");
            String mapping = "/api/v1/sources/mapped/mapping";

            assertThat(hub.asClient("source-mapped", "market-supervision")
                            .get(mapping)
                            .status())
                    .isEqualTo(200);
            assertThat(hub.asClient("source-runs", "market-supervision")
                            .get(mapping)
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void isChangedOnlyAsItWasRead() {
            insert("changed", "CSV_FOLDER", "STOPPED");

            assertThat(hub.as("market-steward")
                            .put("/api/v1/sources/changed", FOLDER)
                            .status())
                    .isEqualTo(428);
            assertThat(hub.as("market-steward")
                            .header("If-Match", "\"7\"")
                            .put("/api/v1/sources/changed", FOLDER)
                            .status())
                    .isEqualTo(412);
        }
    }

    private void insert(String code, String kind, String state) {
        String settings = kind.equals("CSV_FOLDER")
                ? "{\"folder\": \"/srv\", \"charset\": \"UTF-8\", \"delimiter\": \",\", \"intervalSeconds\": 5}"
                : "{\"jdbcUrl\": \"jdbc:postgresql://localhost/x\", \"username\": \"u\", \"table\": \"t\","
                        + " \"incrementalColumn\": \"c\", \"intervalSeconds\": 5}";
        jdbc.sql("""
                insert into hub.source (code, dataset, department, title_zh, title_en, kind, mode, settings, mapping, state,
                                        process_group, created_at, claimed_until)
                values (:code, :dataset, 'market-supervision', '店', 'shop', :kind, 'UPSERT', :settings::jsonb,
                        '{"version": 1, "fields": []}', :state, 'group', now(), now() - interval '1 second')
                """)
                .param("code", code)
                .param("dataset", DATASET)
                .param("kind", kind)
                .param("settings", settings)
                .param("state", state)
                .update();
    }

    /** What a source says at a place as soon as it says anything, for at most 30 s. */
    private String eventually(String code, String pointer) throws InterruptedException {
        for (int i = 0; i < 150; i++) {
            String said = hub.as("market-steward")
                    .get("/api/v1/sources/" + code)
                    .json()
                    .at(pointer)
                    .asString("");
            if (!said.isEmpty()) {
                return said;
            }
            Thread.sleep(Duration.ofMillis(200));
        }
        return "";
    }
}
