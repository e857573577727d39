package org.exchangehub.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@HubTest
class CatalogHttpTest {

    private static final String DATASETS = "/api/v1/datasets";

    private final HubClient hub;
    private final JdbcClient owner;

    CatalogHttpTest(HubClient hub, @Qualifier("ownerDataSource") DataSource owner) {
        this.hub = hub;
        this.owner = JdbcClient.create(owner);
    }

    private static ObjectNode entry(String classification) {
        return Entries.json().put("classification", classification);
    }

    private String registered(String classification) {
        return hub.as("market-steward")
                .post(DATASETS, entry(classification).toString())
                .json()
                .get("code")
                .asString();
    }

    private String submitted(String classification) {
        String code = registered(classification);
        PublishedDatasets.assessed(hub, code);
        hub.as("market-steward").post(DATASETS + "/" + code + "/submissions", "{}");
        return code;
    }

    private HubClient.Answer review(String as, String code, String decision, String opinion) {
        return hub.as(as)
                .post(
                        DATASETS + "/" + code + "/reviews",
                        "{\"stage\": \"REGISTRATION\", \"decision\": \"%s\", \"opinion\": \"%s\"}"
                                .formatted(decision, opinion));
    }

    private String consented(String classification) {
        String code = submitted(classification);
        hub.as("market-head").post(DATASETS + "/" + code + "/consents", "{\"decision\": \"APPROVE\"}");
        return code;
    }

    @Nested
    class Registering {

        @Test
        void givesCodesInSequencePerClassification() {
            var first = hub.as("market-steward").post(DATASETS, entry("801001").toString());
            var second =
                    hub.as("approval-steward").post(DATASETS, entry("801001").toString());

            assertThat(first.status()).isEqualTo(201);
            assertThat(first.json().get("code").asString()).isEqualTo("801001-000001");
            assertThat(first.json().get("resourceCode").asString()).isEqualTo("801001/000001");
            assertThat(first.json().get("state").asString()).isEqualTo("DRAFT");
            assertThat(first.json().get("title").get("zh").asString()).isEqualTo("法人基础信息");
            assertThat(first.header("ETag")).hasValue("\"1\"");
            assertThat(second.json().get("code").asString()).isEqualTo("801001-000002");
            assertThat(second.json().get("department").asString()).isEqualTo("administrative-approval");
        }

        @Test
        void isTheStewards() {
            var answer =
                    hub.as("market-developer").post(DATASETS, entry("801002").toString());

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().get("code").asString()).isEqualTo("ACCESS_DENIED");
        }

        @Test
        void stopsAtASecret() {
            var answer = hub.as("market-steward")
                    .post(DATASETS, entry("801002").put("nonSecret", false).toString());

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().get("errors").get(0).get("pointer").asString())
                    .isEqualTo("/nonSecret");
        }

        @Test
        void refusesAnItemNobodyKnows() {
            var answer = hub.as("market-steward")
                    .post(DATASETS, entry("801002").put("colour", "blue").toString());

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().get("errors").get(0).get("pointer").asString())
                    .isEqualTo("/colour");
        }

        @Test
        void happensOncePerIdempotencyKey() {
            HubClient.Session steward = hub.as("market-steward").header("Idempotency-Key", "once");

            String first = steward.post(DATASETS, entry("801003").toString())
                    .json()
                    .get("code")
                    .asString();
            String again = steward.post(DATASETS, entry("801003").toString())
                    .json()
                    .get("code")
                    .asString();
            var other = steward.post(DATASETS, entry("801003").put("open", true).toString());

            assertThat(again).isEqualTo(first);
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.json().get("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        }
    }

    @Nested
    class Editing {

        @Test
        void needsTheVersionRead() {
            String path = DATASETS + "/" + registered("802001");
            String changed = entry("802001").put("usageConditions", "仅限查询").toString();

            assertThat(hub.as("market-steward").put(path, changed).status()).isEqualTo(428);
            var edited = hub.as("market-steward").header("If-Match", "\"1\"").put(path, changed);
            assertThat(edited.status()).isEqualTo(200);
            assertThat(edited.header("ETag")).hasValue("\"2\"");
            assertThat(edited.json().get("usageConditions").asString()).isEqualTo("仅限查询");
            assertThat(hub.as("market-steward")
                            .header("If-Match", "\"1\"")
                            .put(path, changed)
                            .status())
                    .isEqualTo(412);
        }

        @Test
        void takesBackWhatWasRead() {
            String path = DATASETS + "/" + registered("802001");
            String read = hub.as("market-steward").get(path).text();

            assertThat(hub.as("market-steward")
                            .header("If-Match", "\"1\"")
                            .put(path, read)
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void isTheOwningDepartmentsAndADraftNobodyElseSees() {
            String path = DATASETS + "/" + registered("802001");

            assertThat(hub.as("approval-steward").get(path).status()).isEqualTo(404);
            assertThat(hub.as("approval-steward")
                            .header("If-Match", "\"1\"")
                            .put(path, entry("802001").toString())
                            .status())
                    .isEqualTo(404);
            assertThat(hub.as("authority").get(path).status()).isEqualTo(200);
        }

        @Test
        void keepsTheClassification() {
            String path = DATASETS + "/" + registered("802001");

            assertThat(hub.as("market-steward")
                            .header("If-Match", "\"1\"")
                            .put(path, entry("802002").toString())
                            .json()
                            .get("errors")
                            .get(0)
                            .get("pointer")
                            .asString())
                    .isEqualTo("/classification");
        }
    }

    @Nested
    class Reviewing {

        @Test
        void returnsWithAnOpinionAndKeepsTheHistory() {
            String code = consented("803001");

            assertThat(review("authority", code, "RETURN", " ").status()).isEqualTo(422);
            assertThat(review("authority", code, "RETURN", "名称不规范")
                            .json()
                            .get("state")
                            .asString())
                    .isEqualTo("RETURNED");
            assertThat(hub.as("market-steward")
                            .post(DATASETS + "/" + code + "/submissions", "{}")
                            .json()
                            .get("state")
                            .asString())
                    .isEqualTo("SUBMITTED");

            JsonNode history = hub.as("market-steward")
                    .get(DATASETS + "/" + code + "/history")
                    .json()
                    .get("items");
            assertThat(history.valueStream().map(step -> step.get("move").asString()))
                    .containsExactly(
                            "DRAFTED",
                            "AMENDED",
                            "AMENDED",
                            "SUBMITTED",
                            "CONSENTED",
                            "REGISTRATION_REFUSED",
                            "SUBMITTED");
            assertThat(history.get(5).get("opinion").asString()).isEqualTo("名称不规范");
        }

        @Test
        void isNeverByWhoCompiledOrConsented() {
            var both = hub.with(hub.tokens()
                    .person(
                            "both",
                            List.of("market-supervision"),
                            List.of("steward", "sharing-head", "catalog-authority")));
            String code = both.post(DATASETS, entry("803001").toString())
                    .json()
                    .get("code")
                    .asString();
            PublishedDatasets.assessed(hub, code);
            both.post(DATASETS + "/" + code + "/submissions", "{}");
            String path = DATASETS + "/" + code;

            assertThat(both.post(path + "/consents", "{\"decision\": \"APPROVE\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(hub.as("market-head")
                            .post(path + "/consents", "{\"decision\": \"APPROVE\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(both.post(path + "/reviews", "{\"stage\": \"REGISTRATION\", \"decision\": \"APPROVE\"}")
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void doesNotPublishWhatHasNoSchema() {
            String code = consented("803001");
            review("authority", code, "APPROVE", "同意");
            var answer = hub.as("authority")
                    .post(
                            DATASETS + "/" + code + "/reviews",
                            "{\"stage\": \"PUBLICATION\", \"decision\": \"APPROVE\"}");

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().get("code").asString()).isEqualTo("SCHEMA_NOT_BOUND");
        }

        @Test
        void tellsTheAccessLogOfEachStepThatHappened() {
            String code = consented("803002");

            review("authority", code, "RETURN", " ");
            assertThat(facts(code)).isEqualTo(5);
            review("authority", code, "RETURN", "不完整");
            assertThat(facts(code)).isEqualTo(6);
        }

        /** Beside those of the notices and deadlines that follow from a step. */
        private long facts(String code) {
            return owner.sql("""
                            select count(distinct fact) from (
                                select fact, entry from hub.audit_outbox union all
                                select fact, entry from hub.log_entry) told
                             where convert_from(entry, 'UTF8') like '%' || :code || '%'
                               and convert_from(entry, 'UTF8') !~ '"(NOTICE|DEADLINE)_'
                            """).param("code", code).query(Long.class).single();
        }
    }

    @Nested
    class Searching {

        @Test
        void findsAnywhereInTitleSummaryKeywordsAndCode() {
            ObjectNode housing = entry("804001");
            housing.putObject("title").put("zh", "房屋安全鉴定").put("en", "House Safety");
            housing.putObject("summary").put("zh", "含100%鉴定结论").put("en", "All findings");
            housing.putArray("keywords").add("证券代码");
            String code = hub.as("market-steward")
                    .post(DATASETS, housing.toString())
                    .json()
                    .get("code")
                    .asString();

            for (String q : List.of("屋安全", "safety", "0%鉴", "代码", "804001", "804001/0000", "房屋 HOUSE")) {
                assertThat(found(q)).as(q).contains(code);
            }
            for (String q : List.of("屋_全", "房屋 桥梁")) {
                assertThat(found(q)).as(q).doesNotContain(code);
            }
        }

        private List<String> found(String q) {
            return hub.as("market-steward")
                    .get(DATASETS + "?department=market-supervision&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                    .json()
                    .get("items")
                    .valueStream()
                    .map(item -> item.get("code").asString())
                    .toList();
        }

        @Test
        void listsPageByPage() {
            Set<String> registered = new HashSet<>();
            for (int i = 0; i < 5; i++) {
                registered.add(registered("804002"));
            }

            Set<String> seen = new HashSet<>();
            String next = DATASETS + "?limit=2&q=804002";
            while (!next.isEmpty()) {
                var page = hub.as("market-steward").get(next);
                page.json()
                        .get("items")
                        .valueStream()
                        .forEach(item -> seen.add(item.get("code").asString()));
                next = page.header("Link")
                        .map(link -> link.substring(1, link.indexOf('>')))
                        .orElse("");
            }

            assertThat(seen).isEqualTo(registered);
            assertThat(hub.as("market-steward").get(DATASETS + "?cursor=%25").status())
                    .isEqualTo(422);
            assertThat(hub.as("market-steward").get(DATASETS + "?limit=0").status())
                    .isEqualTo(422);
        }
    }
}
