package org.exchangehub.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@HubTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordsTest {

    private static final String READER = "app-records-reader";
    private static final String VERIFIER = "app-records-verifier";
    private static final String LATE = "app-records-late";
    private static final String MINIMISED = "app-records-minimised";
    private static final String ENTITLED = "app-records-entitled";
    private static final String RECORDS = "/api/v1/datasets/" + SharedPersons.DATASET + "/records";
    private static final String WUHU = """
            [{"field": "district", "op": "PREFIX", "values": ["3402"]}]
            """;

    private static final String TOKEN = "t1\\.[a-z2-7]{26}";

    private final HubClient hub;
    private final SharedPersons persons;
    private final JdbcTemplate owner;

    RecordsTest(HubClient hub, ApplicationContext context, @Qualifier("ownerDataSource") DataSource owner) {
        this.hub = hub;
        this.persons = new SharedPersons(context);
        this.owner = new JdbcTemplate(owner);
    }

    @BeforeAll
    void consent() throws InterruptedException {
        persons.grant(READER, "[\"QUERY\"]", """
                [{"field": "id", "access": "CLEAR"}, {"field": "name", "access": "MASKED"},
                 {"field": "phone", "access": "LOOKUP"}, {"field": "district", "access": "CLEAR"},
                 {"field": "opened", "access": "CLEAR"}]
                """, WUHU);
        persons.grant(VERIFIER, "[\"VERIFY\"]", "[{\"field\": \"id\", \"access\": \"LOOKUP\"}]", WUHU);
        persons.grant(MINIMISED, "[\"QUERY\"]", """
                [{"field": "id", "access": "MASKED"}, {"field": "name", "access": "CLEAR"},
                 {"field": "phone", "access": "CLEAR"}, {"field": "secret", "access": "CLEAR"}]
                """, WUHU, ", \"masks\": {\"phone\": \"token\"}");
        persons.grant(ENTITLED, "[\"QUERY\"]", """
                [{"field": "id", "access": "MASKED"}, {"field": "name", "access": "CLEAR"},
                 {"field": "phone", "access": "CLEAR"}]
                """, WUHU, ", \"maxLevel\": 1, \"entitled\": [\"name\"]");
        persons.expire(persons.grant(LATE, "[\"QUERY\"]", "[{\"field\": \"id\", \"access\": \"CLEAR\"}]", "[]"));
        Thread.sleep(600);
    }

    @Nested
    class OneRecord {

        @Test
        void showsGrantedFieldsOnlyAndSensitiveOnesMasked() {
            Answer answer = get("/P000");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("id", "name", "district", "opened");
            assertThat(answer.json().path("name").asString())
                    .startsWith("王")
                    .contains("*")
                    .doesNotContain("明");
            assertThat(answer.json().path("opened").asString()).isEqualTo("2026-01-01");
        }

        @Test
        void comesWithItsPlaceInTheAccessLog() {
            assertThat(get("/P000").header("Hub-Evidence"))
                    .hasValueSatisfying(evidence -> assertThat(evidence).matches("hub\\.test/log/\\d+"));
        }

        @Test
        void outsideTheRowFilterIsAsUnknownAsOneThatIsNotThere() {
            Answer outside = get("/P001");
            Answer missing = get("/P999");

            assertThat(outside.status()).isEqualTo(404);
            assertThat(outside.json().path("detail")).isEqualTo(missing.json().path("detail"));
            assertThat(outside.header("Hub-Evidence")).isPresent();
        }

        @Test
        void isShownToItsOwnDepartmentWithoutAPurpose() {
            Answer answer = hub.as("market-steward").get(RECORDS + "/P001");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("district").asString()).isEqualTo("110101");
            assertThat(answer.header("Hub-Evidence")).isPresent();
        }
    }

    @Nested
    class ADenial {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "?fields=id,secret",
                    "?fields=id,phone",
                    "?filter=secret:eq:x",
                    "?filter=name:eq:x",
                    "?filter=phone:prefix:139",
                    "?fields=nonsense",
                    "?filter=nonsense:eq:x"
                })
        void meetsEveryUseOfAFieldThatIsNotGrantedAndIsEvidenced(String query) {
            Answer answer = get(query);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().path("code").asString()).isEqualTo("ACCESS_DENIED");
            assertThat(answer.header("Hub-Evidence")).isPresent();
        }

        @Test
        void doesNotTellAHiddenFieldFromOneThatDoesNotExist() {
            assertThat(get("?fields=secret").text().replaceAll("\"traceId\":\"\\w+\"", ""))
                    .isEqualTo(get("?fields=sacret")
                            .text()
                            .replaceAll("\"traceId\":\"\\w+\"", "")
                            .replace("sacret", "secret"));
        }

        @Test
        void meetsAGrantThatIsOver() {
            assertThat(get(LATE, RECORDS).json().path("detail").asString()).startsWith("EXPIRED");
        }

        @Test
        void meetsAnotherPurpose() {
            Answer answer = hub.asClient(READER, "administrative-approval")
                    .header("Hub-Purpose", "curiosity")
                    .get(RECORDS);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().path("detail").asString()).startsWith("PURPOSE_MISMATCH");
        }

        @Test
        void meetsAnotherWayOut() {
            assertThat(get(VERIFIER, RECORDS).status()).isEqualTo(403);
        }

        @Test
        void meetsSomebodyElsesDepartment() {
            assertThat(hub.as("approval-steward").get(RECORDS).status()).isEqualTo(403);
        }
    }

    @Nested
    class APage {

        @Test
        void isFollowedByTheNextWithoutGapsOrRepeatsToTheEnd() {
            List<String> seen = new ArrayList<>();
            Optional<String> next = Optional.of(RECORDS + "?limit=7&fields=id");
            while (next.isPresent()) {
                Answer answer = get(READER, next.get());
                items(answer).forEach(item -> seen.add(item.path("id").asString()));
                next = answer.header("Link").map(link -> link.replaceAll("<([^>]*)>.*", "$1"));
            }

            assertThat(seen)
                    .containsExactlyElementsOf(IntStream.range(0, SharedPersons.ROWS)
                            .filter(i -> i % 2 == 0)
                            .mapToObj("P%03d"::formatted)
                            .toList());
        }

        @Test
        void isFilteredByClearFieldsAndByEqualityOfLookupOnes() {
            assertThat(items(get("?filter=opened:ge:2026-01-05&filter=opened:le:2026-01-09")))
                    .extracting(item -> item.path("id").asString())
                    .containsExactly("P004", "P006", "P008");
            assertThat(items(get("?filter=phone:eq:13955100010")))
                    .extracting(item -> item.path("id").asString())
                    .containsExactly("P010");
        }

        @Test
        void cursorRevealsNothingAndServesItsOwnQuestionOnly() {
            String link = get("?limit=1").header("Link").orElseThrow();
            String cursor = link.replaceAll(".*cursor=([^&>]*).*", "$1");

            assertThat(get("?limit=1&fields=district&cursor=" + cursor).status())
                    .isEqualTo(422);
            assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1))
                    .doesNotContain("P000");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"?limit=0", "?limit=1001", "?filter=opened:ge:soon", "?filter=district:ge:3", "?page=2"})
        void isRefusedWithAPointerWhenAskedForWrongly(String query) {
            Answer answer = get(query);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/pointer").asString()).isNotEmpty();
        }

        @Test
        void isRefusedWithoutAPurpose() {
            Answer answer = hub.asClient(READER, "administrative-approval").get(RECORDS);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("Hub-Purpose");
        }
    }

    /** Fields granted as clear, all of level 3, under terms of level 2 and 1. */
    @Nested
    class AFieldAboveTheLevel {

        @Test
        void isMaskedWithItsMaskTheTermsOrOneThatShowsNothing() {
            JsonNode first = items(get(MINIMISED, RECORDS + "?limit=1")).getFirst();

            assertThat(first.path("name").asString()).isEqualTo("王**");
            assertThat(first.path("phone").asString()).matches(TOKEN);
            assertThat(first.path("secret").asString()).isEqualTo("****");
        }

        @Test
        void isClearWhereTheTermsEntitleToIt() {
            JsonNode first = items(get(ENTITLED, RECORDS + "?limit=1&filter=name:eq:%E7%8E%8B%E5%B0%8F%E6%98%8E"))
                    .getFirst();

            assertThat(first.path("name").asString()).isEqualTo("王小明");
            assertThat(first.path("phone").asString()).isEqualTo("139****0000");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"?filter=name:eq:x", "?filter=phone:eq:13955100000", "?filter=id:eq:P000", "/P000", "/t1.a"})
        void cannotSelectRecords(String query) {
            Answer answer = get(MINIMISED, RECORDS + query);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().path("detail").asString()).startsWith("FIELD_NOT_FILTERABLE");
        }

        @Test
        void ofTheKeyIsAStableTokenOfTheRecipientsOwn() {
            List<String> tokens = ids(MINIMISED);

            assertThat(tokens).hasSize(30).doesNotHaveDuplicates().allMatch(token -> token.matches(TOKEN));
            assertThat(ids(MINIMISED)).isEqualTo(tokens);
            assertThat(ids(ENTITLED)).hasSize(30).doesNotContainAnyElementsOf(tokens);
        }

        private List<String> ids(String client) {
            return items(get(client, RECORDS)).stream()
                    .map(item -> item.path("id").asString())
                    .toList();
        }
    }

    @Nested
    class TheEntryOfAnAnswer {

        @Test
        void saysWhoForWhomWhatWhyUnderWhichDecisionAndWhatWasReleased() throws Exception {
            Answer answer = hub.asClient(READER, "administrative-approval")
                    .header("Hub-Purpose", SharedPersons.PURPOSE)
                    .header("Hub-On-Behalf-Of", "%E7%AA%97%E5%8F%A3%20%E5%BC%A0%E4%B8%89")
                    .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                    .get(RECORDS + "/P000?fields=id,name");

            JsonNode entry = entry(answer);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(entry.at("/who/client").asString()).isEqualTo(READER);
            assertThat(entry.at("/personal/onBehalfOf").asString()).isEqualTo("窗口 张三");
            assertThat(entry.path("mode").asString()).isEqualTo("QUERY");
            assertThat(entry.path("basis").asString()).isEqualTo("b");
            assertThat(entry.path("grant").asString()).hasSize(36);
            assertThat(entry.path("decision").asString()).hasSize(36);
            assertThat(entry.path("policyVersion").asLong()).isPositive();
            assertThat(entry.path("fields").values())
                    .extracting(JsonNode::asString)
                    .containsExactly("id", "name");
            assertThat(entry.path("filter").asString()).isEqualTo("id:eq");
            assertThat(entry.path("rows").asLong()).isEqualTo(1);
            assertThat(entry.path("bytes").asLong()).isEqualTo(answer.bytes().length);
            assertThat(entry.has("durationMillis")).isTrue();
            assertThat(entry.path("traceId").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(entry.at("/personal/digest").asString())
                    .isEqualTo("sha-256=:"
                            + Base64.getEncoder()
                                    .encodeToString(
                                            MessageDigest.getInstance("SHA-256").digest(answer.bytes()))
                            + ":");
        }

        @Test
        void thatWasDeniedNamesItsDecisionToo() {
            Answer answer = hub.asClient(READER, "administrative-approval")
                    .header("Hub-Purpose", SharedPersons.PURPOSE)
                    .header("Hub-On-Behalf-Of", "clerk 7")
                    .get(RECORDS + "?fields=phone");

            JsonNode entry = entry(answer);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(entry.path("outcome").asString()).isEqualTo("DENIED");
            assertThat(entry.path("mode").asString()).isEqualTo("QUERY");
            assertThat(entry.path("decision").asString()).hasSize(36);
            assertThat(entry.at("/personal/onBehalfOf").asString()).isEqualTo("clerk 7");
        }

        @Test
        void cannotNameAnEndUserOfMoreThanTwoHundredCharacters() {
            Answer answer = hub.asClient(READER, "administrative-approval")
                    .header("Hub-Purpose", SharedPersons.PURPOSE)
                    .header("Hub-On-Behalf-Of", "x".repeat(201))
                    .get(RECORDS + "/P000");

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("Hub-On-Behalf-Of");
        }

        private JsonNode entry(Answer answer) {
            String evidence = answer.header("Hub-Evidence").orElseThrow();
            return hub.as("audit-admin")
                    .get("/api/v1/audit/entries/" + evidence.substring(evidence.lastIndexOf('/') + 1))
                    .json();
        }
    }

    @Nested
    class WithoutTheAccessLog {

        @Test
        void nothingIsAnswered() {
            owner.execute("revoke insert on hub.log_entry from hub_log");
            try {
                Answer answer = get("/P000");

                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.json().path("code").asString()).isEqualTo("AUDIT_UNAVAILABLE");
                assertThat(answer.text()).doesNotContain("340202");
            } finally {
                owner.execute("grant insert on hub.log_entry to hub_log");
            }
        }
    }

    private Answer get(String rest) {
        return get(READER, RECORDS + rest);
    }

    private Answer get(String client, String path) {
        return hub.asClient(client, "administrative-approval")
                .header("Hub-Purpose", SharedPersons.PURPOSE)
                .get(path);
    }

    private static List<JsonNode> items(Answer answer) {
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .toList();
    }
}
