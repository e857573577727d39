package org.exchangehub.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@HubTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationTest {

    private static final String DATASET = "207001-000912";
    private static final String VERIFIER = "app-verification";
    private static final String VERIFICATIONS = "/api/v1/datasets/" + DATASET + "/verifications";
    private static final String RIGHT = "王小明";
    private static final String WRONG = "李小明";

    private final HubClient hub;
    private final SharedPersons persons;

    VerificationTest(HubClient hub, ApplicationContext context) {
        this.hub = hub;
        this.persons = new SharedPersons(context, DATASET);
    }

    @BeforeAll
    void consent() throws InterruptedException {
        persons.grant(VERIFIER, "[\"VERIFY\"]", """
                [{"field": "id", "access": "LOOKUP"}, {"field": "name", "access": "LOOKUP"},
                 {"field": "opened", "access": "CLEAR"}]
                """, """
                [{"field": "district", "op": "PREFIX", "values": ["3402"]}]
                """);
        Thread.sleep(600);
    }

    @Nested
    class OfOneRecord {

        @Test
        void matchesWhateverTheWidthCaseAndSpacing() {
            Answer answer = verify("ｐ000", "\"name\": \"王 小明\", \"opened\": \"20260101\"");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text())
                    .isEqualTo("{\"result\":\"MATCH\",\"fields\":{\"name\":\"MATCH\",\"opened\":\"MATCH\"}}");
        }

        @Test
        void saysWhichClaimIsWrongAndNotWhatIsRight() {
            Answer answer = verify("P000", "\"name\": \"李小明\", \"opened\": \"2026-01-01\"");

            assertThat(answer.text())
                    .isEqualTo("{\"result\":\"NO_MATCH\",\"fields\":{\"name\":\"NO_MATCH\",\"opened\":\"MATCH\"}}");
            assertThat(answer.header("Hub-Evidence")).isPresent();
        }

        @Test
        void knowsNoRecordOutsideTheRowFilter() {
            assertThat(named("P001", RIGHT).text()).isEqualTo("{\"result\":\"NO_RECORD\",\"fields\":{}}");
        }

        @Test
        void ofAFieldThatIsNotGrantedIsDenied() {
            assertThat(verify("P000", "\"phone\": \"13955100000\"").status()).isEqualTo(403);
        }

        @Test
        void saysNothingMoreAfterTenWrongClaimsWhoeverSpellsTheKeyHow() {
            for (int i = 0; i < 10; i++) {
                assertThat(named(i % 2 == 0 ? "P010" : "ｐ０１０", WRONG + i).text())
                        .contains("NO_MATCH");
            }

            Answer wrong = named("P010", WRONG);
            Answer right = named("p 010", RIGHT);

            assertThat(wrong.status()).isEqualTo(429);
            assertThat(right.status()).isEqualTo(429);
            assertThat(right.json().path("code").asString()).isEqualTo("RATE_LIMITED");
            assertThat(right.header("Retry-After")).hasValue("86400");
            assertThat(right.header("Hub-Evidence")).isPresent();
            assertThat(named("P014", RIGHT).text()).contains("\"MATCH\"");
        }

        @Test
        void givesNobodyMoreTriesForAskingAtOnce() throws Exception {
            List<Callable<Answer>> asked = new ArrayList<>();
            IntStream.range(0, 30).forEach(i -> asked.add(() -> named("P020", WRONG + i)));
            List<Answer> answers = new ArrayList<>();
            try (ExecutorService callers = Executors.newFixedThreadPool(15)) {
                for (Future<Answer> each : callers.invokeAll(asked)) {
                    answers.add(each.get());
                }
            }

            assertThat(answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting())))
                    .containsOnlyKeys(200, 429)
                    .containsEntry(200, 10L);
        }
    }

    @Nested
    class OfManyRecords {

        @Test
        void isAnsweredInOrderEachByItself() {
            Answer answer = batch(List.of(
                    item("P002", RIGHT),
                    item("P001", RIGHT),
                    item(" ｐ004", "王 小明"),
                    item("P002", WRONG),
                    item("P999", "x")));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(results(answer)).containsExactly("MATCH", "NO_RECORD", "MATCH", "NO_MATCH", "NO_RECORD");
            assertThat(answer.json()
                            .path("items")
                            .get(3)
                            .path("fields")
                            .path("name")
                            .asString())
                    .isEqualTo("NO_MATCH");
        }

        @Test
        void isOneEntryThatSaysHowManyCameOutHow() {
            Answer answer = batch(List.of(
                    item("P006", RIGHT),
                    item("P003", RIGHT),
                    item("P005", RIGHT),
                    item("P008", RIGHT),
                    item("P9", "x")));

            JsonNode entry = entry(answer);
            assertThat(entry.path("kind").asString()).isEqualTo("RECORDS_VERIFIED");
            assertThat(entry.at("/details/claims").asString()).isEqualTo("5");
            assertThat(entry.at("/details/results").asString()).isEqualTo("{MATCH=2, NO_RECORD=3}");
            assertThat(entry.at("/details/streak").asString()).isEqualTo("2");
            assertThat(entry.path("rows").asInt()).isEqualTo(2);
        }

        @Test
        void goesUpToAThousandAndNoFurther() {
            List<String> items = new ArrayList<>();
            IntStream.range(0, 1_000).forEach(i -> items.add(item("P%03d".formatted(40 + 2 * (i % 10)), RIGHT)));

            assertThat(results(batch(items))).hasSize(1_000).containsOnly("MATCH");
            items.add(item("P000", RIGHT));
            assertThat(batch(items).status()).isEqualTo(422);
            assertThat(batch(List.of()).status()).isEqualTo(422);
        }

        @Test
        void saysWhichItemIsNoClaim() {
            Answer answer =
                    batch(List.of(item("P000", RIGHT), "{\"key\": {\"name\": \"x\"}, \"claims\": {\"name\": \"x\"}}"));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/items/1/key");
            assertThat(batch(List.of(item("P000", RIGHT), "null")).status()).isEqualTo(422);
        }

        @Test
        void refusesWhatWasGuessedTooOftenAndAnswersTheRest() {
            List<String> items = new ArrayList<>(Collections.nCopies(10, item("P030", WRONG)));
            items.add(item("P030", RIGHT));
            items.add(item("P032", RIGHT));

            List<String> results = results(batch(items));

            assertThat(results.subList(0, 10)).containsOnly("NO_MATCH");
            assertThat(results.subList(10, 12)).containsExactly("REFUSED", "MATCH");
        }
    }

    private static String item(String id, String name) {
        return "{\"key\": {\"id\": \"" + id + "\"}, \"claims\": {\"name\": \"" + name + "\"}}";
    }

    private static List<String> results(Answer answer) {
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .map(each -> each.path("result").asString())
                .toList();
    }

    private JsonNode entry(Answer answer) {
        String evidence = answer.header("Hub-Evidence").orElseThrow();
        return hub.as("audit-admin")
                .get("/api/v1/audit/entries/" + evidence.substring(evidence.lastIndexOf('/') + 1))
                .json();
    }

    private Answer named(String id, String name) {
        return verify(id, "\"name\": \"" + name + "\"");
    }

    private Answer verify(String id, String claims) {
        return post("", "{\"key\": {\"id\": \"" + id + "\"}, \"claims\": {" + claims + "}}");
    }

    private Answer batch(List<String> items) {
        return post("/batch", "{\"items\": [" + String.join(",", items) + "]}");
    }

    private Answer post(String path, String body) {
        return hub.asClient(VERIFIER, "administrative-approval")
                .header("Hub-Purpose", "licence%20check")
                .post(VERIFICATIONS + path, body);
    }
}
