package org.exchangehub.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exchangehub.core.contract.Schemas.ID;
import static org.exchangehub.core.contract.Schemas.NAME;
import static org.exchangehub.core.contract.Schemas.NOTE;
import static org.exchangehub.core.contract.Schemas.field;
import static org.exchangehub.core.contract.Schemas.thing;

import org.exchangehub.core.catalog.DatasetPublished;
import org.exchangehub.core.contract.SchemaRegistry.Compatibility;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.engines.testing.TestEngines;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A dataset's schema from draft to second version, against the real registry. */
@HubTest
class ContractTest {

    private static final String FIRST = thing(ID, NAME);
    private static final String SECOND = thing(ID, NAME, NOTE);

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final SchemaRegistry registry;
    private final RegistryRebuild rebuild;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ContractTest(
            HubClient hub,
            JdbcClient jdbc,
            SchemaRegistry registry,
            RegistryRebuild rebuild,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.registry = registry;
        this.rebuild = rebuild;
        this.events = events;
        this.transaction = transaction;
    }

    @DynamicPropertySource
    static void realRegistry(DynamicPropertyRegistry properties) {
        properties.add("hub.registry.url", () -> TestEngines.shared().registry());
    }

    private String dataset(int number) {
        String code = "301002-%06d".formatted(number);
        registry.delete(BoundSchema.subjectOf(code));
        jdbc.sql("""
                insert into hub.dataset (code, department, state, entry, search, version, created_at, updated_at)
                values (:code, 'market-supervision', 'DRAFT', '{"classification": "301002", "nonSecret": true}', '', 1,
                        now(), now())
                """).param("code", code).update();
        return code;
    }

    private static String path(String code) {
        return "/api/v1/datasets/" + code + "/schema";
    }

    private Answer put(String code, String schema) {
        return hub.as("market-steward").put(path(code), schema);
    }

    /** As the catalog does when the authority approves. */
    private void publish(String code) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    update hub.dataset set state = 'PUBLISHED', submitted_by = 's', published_at = now() where code = :code
                    """).param("code", code).update();
            events.publishEvent(new DatasetPublished(code));
        });
    }

    @Nested
    class ADraft {

        @Test
        void isReplacedFreelyAlsoByWhatBreaksIt() {
            String code = dataset(1);

            Answer first = put(code, FIRST);
            Answer second = put(code, thing(ID, field(2, "name", "\"long\"")));

            assertThat(first.status()).as(first.text()).isEqualTo(200);
            assertThat(second.status()).as(second.text()).isEqualTo(200);
            assertThat(second.json().path("version").asInt()).isEqualTo(1);
            assertThat(second.json().path("state").asString()).isEqualTo("DRAFT");
            assertThat(second.json().path("subject").asString()).isEqualTo(code + "-value");
            assertThat(registry.versions(code + "-value")).hasSize(1);
        }

        @Test
        void isRefusedWithThePathOfWhatIsWrong() {
            Answer answer = put(dataset(2), FIRST.replace("hub.level", "hub.levle"));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().path("code").asString()).isEqualTo("SCHEMA_INVALID");
            assertThat(answer.json().path("errors").get(0).path("pointer").asString())
                    .startsWith("/fields/0");
        }

        @Test
        void isTheOwningStewardsAlone() {
            String code = dataset(3);

            assertThat(hub.as("approval-steward").put(path(code), FIRST).status())
                    .isEqualTo(403);
            assertThat(hub.as("market-developer").put(path(code), FIRST).status())
                    .isEqualTo(403);
        }

        @Test
        void isShownToItsDepartmentAndTheAuthorityAlone() {
            String code = dataset(31);
            put(code, FIRST);

            for (String path : new String[] {path(code), path(code) + "/versions"}) {
                assertThat(hub.as("market-head").get(path).status()).isEqualTo(200);
                assertThat(hub.as("authority").get(path).status()).isEqualTo(200);
                assertThat(hub.as("approval-developer").get(path).status()).isEqualTo(404);
                assertThat(hub.asClient("app-licensing", "administrative-approval")
                                .get(path)
                                .status())
                        .isEqualTo(404);
            }
        }

        @Test
        void isNotReplacedByOneWhoReadAnOlderOne() {
            String code = dataset(4);
            String etag = put(code, FIRST).header("ETag").orElseThrow();
            put(code, SECOND);

            Answer late = hub.as("market-steward").header("If-Match", etag).put(path(code), FIRST);

            assertThat(late.status()).isEqualTo(412);
        }
    }

    @Nested
    class APublishedSchema {

        @Test
        void isFrozenAndFollowedOnlyByWhatKeepsToIt() {
            String code = dataset(10);
            put(code, FIRST);
            publish(code);

            Answer breaking = put(code, thing(ID));
            Answer following = put(code, SECOND);

            assertThat(breaking.status()).isEqualTo(409);
            assertThat(breaking.json().path("code").asString()).isEqualTo("SCHEMA_INCOMPATIBLE");
            assertThat(breaking.json().path("detail").asString()).contains("/fields/name", "version 1");
            assertThat(following.status()).as(following.text()).isEqualTo(200);
            assertThat(following.json().path("version").asInt()).isEqualTo(2);
            assertThat(following.json().path("state").asString()).isEqualTo("PUBLISHED");
            assertThat(registry.compatibility(code + "-value")).hasValue(Compatibility.FULL_TRANSITIVE);
            assertThat(hub.as("approval-developer")
                            .get(path(code) + "/versions")
                            .json()
                            .path("items"))
                    .hasSize(2);
        }

        @Test
        void isGivenBackToARegistryThatLostIt() {
            String code = dataset(11);
            put(code, FIRST);
            publish(code);
            put(code, SECOND);
            registry.delete(code + "-value");

            rebuild.restore(code);

            Answer current = hub.as("market-steward").get(path(code));
            assertThat(registry.versions(code + "-value")).hasSize(2);
            assertThat(registry.compatibility(code + "-value")).hasValue(Compatibility.FULL_TRANSITIVE);
            assertThat(registry.schema(current.json().path("registryId").asInt()))
                    .isPresent();
        }
    }

    @Nested
    class AReference {

        private static final String OWNER = Schemas.optional(2, "owner", "string");

        private String published(int number, String shareAttribute) {
            String code = dataset(number);
            put(code, FIRST);
            transaction.executeWithoutResult(status -> events.publishEvent(new DatasetPublished(code)));
            jdbc.sql("""
                    update hub.dataset set state = 'PUBLISHED', submitted_by = 'test', published_at = now(), department = 'administrative-approval',
                           entry = jsonb_set(entry::jsonb, '{shareAttribute}', to_jsonb(:attribute::text))
                     where code = :code
                    """).param("attribute", shareAttribute).param("code", code).update();
            return code;
        }

        private Answer refer(String from, String to, String field) {
            String references =
                    "\"hub.references\": [{\"id\": \"known\", \"fields\": [\"" + field + "\"], \"dataset\": \"" + to
                            + "\", \"message\": {\"zh\": \"应已登记\", \"en\": \"must be registered\"}}], \"fields\":";
            return put(
                    from, thing(ID, OWNER, Schemas.optional(3, "staff", "long")).replace("\"fields\":", references));
        }

        private void assertRefused(Answer answer, String pointer) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().path("code").asString()).isEqualTo("SCHEMA_INVALID");
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        }

        @Test
        void namesAPublishedDatasetOfTheSameDepartmentOrOneSharedWithAll() {
            String open = published(70, "UNCONDITIONAL");
            String conditional = published(71, "CONDITIONAL");
            String draft = dataset(72);
            String from = dataset(73);

            assertRefused(refer(from, "999999-999999", "owner"), "/hub.references/0/dataset");
            assertRefused(refer(from, draft, "owner"), "/hub.references/0/dataset");
            assertRefused(refer(from, conditional, "owner"), "/hub.references/0/dataset");
            assertRefused(refer(from, open, "staff"), "/hub.references/0/fields");
            assertThat(refer(from, open, "owner").status()).isEqualTo(200);
            jdbc.sql("update hub.dataset set department = 'market-supervision' where code = :code")
                    .param("code", conditional)
                    .update();
            assertThat(refer(from, conditional, "owner").status()).isEqualTo(200);
        }
    }
}
