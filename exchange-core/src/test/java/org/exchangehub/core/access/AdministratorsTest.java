package org.exchangehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The three administrators, separated (GB/T 22239-2019, level 3), and what the security administrator may be told. */
@HubTest
class AdministratorsTest {

    private static final List<String> ADMINISTRATORS = List.of("system-admin", "security-admin", "audit-admin");

    private final HubClient hub;
    private final JdbcClient jdbc;
    private String dataset = "";

    AdministratorsTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void publishADataset() {
        dataset = Ground.published(hub, jdbc);
    }

    /** Every way to shared data; {@code %s} stands for the dataset. */
    static Stream<String> waysToData() {
        return Stream.of(
                "GET /api/v1/datasets/%s/records",
                "GET /api/v1/datasets/%s/records/1",
                "GET /api/v1/datasets/%s/records/1/versions",
                "GET /api/v1/datasets/%s/changes",
                "POST /api/v1/datasets/%s/verifications {\"key\": {\"code\": \"1\"}, \"claims\": {\"name\": \"x\"}}");
    }

    /** Every administrator's own screens, with what each calls. */
    static Stream<Arguments> screens() {
        return Stream.of(
                Arguments.of(
                        "system-admin",
                        "PUT /api/v1/departments/market-supervision/upload-quota {\"bytesPerDay\": null}"),
                Arguments.of("security-admin", "POST /api/v1/access-explanations {}"),
                Arguments.of("audit-admin", "GET /api/v1/audit/entries?limit=1"),
                Arguments.of("audit-admin", "POST /api/v1/audit/ledger {}"));
    }

    private Answer call(String as, String line) {
        String[] words = line.formatted(dataset).split(" ", 3);
        HubClient.Session session = hub.as(as).header("Hub-Purpose", "licensing");
        return words[0].equals("GET")
                ? session.get(words[1])
                : session.send(
                        words[0],
                        words[1],
                        "application/json",
                        words[2].getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToData")
    void readNoSharedData(String way) {
        for (String administrator : ADMINISTRATORS) {
            assertThat(call(administrator, way).status()).as(administrator).isEqualTo(403);
        }
    }

    @ParameterizedTest(name = "{1} is the {0}''s")
    @MethodSource("screens")
    void haveTheirOwnScreensAndNoOthers(String owner, String screen) {
        assertThat(call(owner, screen).status()).isNotEqualTo(403);
        ADMINISTRATORS.stream()
                .filter(other -> !other.equals(owner))
                .forEach(other ->
                        assertThat(call(other, screen).status()).as(other).isEqualTo(403));
    }

    @Nested
    class AnExplanation {

        private JsonNode explained(String field, String purpose, String use) {
            Answer answer = hub.as("security-admin")
                    .post("/api/v1/access-explanations", """
                    {"dataset": "%s", "field": "%s", "client": "app-licensing", "department": "administrative-approval",
                     "purpose": "%s", "use": "%s"}
                    """.formatted(dataset, field, purpose, use));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer.json();
        }

        private static List<String> rules(JsonNode explanation) {
            return explanation
                    .get("steps")
                    .valueStream()
                    .map(step -> step.get("rule").asString() + "="
                            + step.get("passed").asBoolean())
                    .toList();
        }

        private void grant() {
            ObjectNode body = (ObjectNode) JsonMapper.shared().readTree("""
                    {"client": "app-licensing", "basis": "行政许可法第三十四条", "scenario": "许可受理时核验",
                     "scope": "受理窗口", "purpose": "licensing", "modes": ["QUERY"], "until": "2099-12-31",
                     "fields": [{"field": "code", "access": "CLEAR"}, {"field": "idNumber", "access": "CLEAR"}],
                     "rowFilter": [{"field": "division", "op": "PREFIX", "values": ["3402"]}]}
                    """);
            String id = hub.as("approval-developer")
                    .post("/api/v1/applications", body.put("dataset", dataset).toString())
                    .json()
                    .get("id")
                    .asString();
            for (String head : Arrays.asList("approval-head", "market-head")) {
                hub.as(head)
                        .post(
                                "/api/v1/applications/" + id + "/consents",
                                "{\"decision\": \"CONSENT\", \"opinion\": \"同意\"}");
            }
        }

        @Test
        void tellsEveryStepTheEngineTookAndWhatBecomesOfTheField() {
            grant();

            JsonNode above = explained("idNumber", "licensing", "SHOW");

            assertThat(rules(above))
                    .containsExactly(
                            "OWNER=false",
                            "GRANT_HELD=true",
                            "CLIENT_IN_FORCE=true",
                            "PUBLISHED=true",
                            "PURPOSE=true",
                            "IN_FORCE=true",
                            "MODE=true",
                            "FIELDS_GRANTED=true",
                            "FIELDS_FILTERABLE=true",
                            "FIELDS_SORTABLE=true");
            assertThat(above.at("/field/treatment").asString()).isEqualTo("MASKED");
            assertThat(above.at("/field/reason").asString()).isEqualTo("ABOVE_LEVEL");
            assertThat(above.at("/field/mask").asString()).isEqualTo("citizenId");
            assertThat(above.at("/rowFilter/0/values/0").asString()).isEqualTo("3402");
        }

        @Test
        void endsWithTheRuleThatDenies() {
            assertThat(rules(explained("code", "licensing", "SHOW"))).endsWith("GRANT_HELD=false");
            grant();

            assertThat(rules(explained("code", "curiosity", "SHOW"))).endsWith("PURPOSE=false");
            assertThat(rules(explained("name", "licensing", "SHOW"))).contains("FIELDS_GRANTED=false");
            JsonNode filter = explained("idNumber", "licensing", "FILTER");
            assertThat(filter.get("deniedFor").asString()).isEqualTo("FIELD_NOT_FILTERABLE");
            assertThat(rules(filter)).contains("FIELDS_FILTERABLE=false");
        }

        @Test
        void isOfAPersonToo() {
            Answer steward = hub.as("security-admin").post("/api/v1/access-explanations", """
                    {"dataset": "%s", "field": "name", "department": "market-supervision", "roles": ["steward"]}
                    """.formatted(dataset));

            assertThat(steward.json().get("permitted").asBoolean()).isTrue();
            assertThat(rules(steward.json())).startsWith("OWNER=true");
        }
    }
}
