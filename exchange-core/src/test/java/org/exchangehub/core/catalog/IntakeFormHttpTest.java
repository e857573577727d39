package org.exchangehub.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a jurisdiction asks beyond the law's items. Every field is of a category that no other test registers datasets in. */
@HubTest
class IntakeFormHttpTest {

    private static final String FORM = "/api/v1/intake-form";
    private static final String DATASETS = "/api/v1/datasets";
    private static final String CATEGORY = "806901";

    private final HubClient hub;

    IntakeFormHttpTest(HubClient hub) {
        this.hub = hub;
    }

    @AfterEach
    void nothingIsAskedAnyMore() {
        form("authority", "[]");
    }

    private Answer form(String who, String fields) {
        String tag = hub.as(who).get(FORM).header("ETag").orElseThrow();
        return put(who, tag, fields);
    }

    private Answer put(String who, String tag, String fields) {
        return hub.as(who).header("If-Match", tag).put(FORM, "{\"reason\": \"试行\", \"fields\": " + fields + "}");
    }

    /** A field of the tests' category. */
    private static String field(String id, String type, String more) {
        return """
                {"id": "%s", "name": {"zh": "项目%s", "en": "%s"}, "type": "%s", "classifications": ["%s"], "required": true%s}
                """.formatted(id, id, id, type, CATEGORY, more);
    }

    private ObjectNode entry(Map<String, String> answers) {
        ObjectNode entry = Entries.json().put("classification", CATEGORY);
        answers.forEach(entry.putObject("answers")::put);
        return entry;
    }

    private String draft(Map<String, String> answers) {
        Answer made = hub.as("market-steward").post(DATASETS, entry(answers).toString());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String code = made.json().get("code").asString();
        PublishedDatasets.assessed(hub, code);
        return code;
    }

    private Answer handedIn(String code) {
        return hub.as("market-steward").post(DATASETS + "/" + code + "/submissions", "{}");
    }

    private static List<String> pointers(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.json()
                .get("errors")
                .valueStream()
                .map(error -> error.get("pointer").asString())
                .toList();
    }

    @Nested
    class AnEntryHandedIn {

        @Test
        void isHeldAgainstTheFormThenInForce() {
            String code = draft(Map.of("retention", "十年"));
            form(
                    "authority",
                    "[" + field("retention", "NUMBER", "") + ","
                            + field(
                                    "channel",
                                    "CHOICE",
                                    ", \"choices\": [{\"code\": \"A\", \"name\": {\"zh\": \"甲\", \"en\": \"a\"}}]")
                            + "," + field("trade", "CHOICE", ", \"codeList\": \"industry\"")
                            + "," + field("begun", "DAY", "") + "," + field("paper", "FLAG", "") + "]");

            assertThat(pointers(handedIn(code)))
                    .containsExactlyInAnyOrder(
                            "/answers/retention",
                            "/answers/channel",
                            "/answers/trade",
                            "/answers/begun",
                            "/answers/paper");

            Answer read = hub.as("market-steward").get(DATASETS + "/" + code);
            ObjectNode complete = entry(
                    Map.of("retention", "10", "channel", "A", "trade", "A", "begun", "2026-02-28", "paper", "false"));
            assertThat(hub.as("market-steward")
                            .header("If-Match", read.header("ETag").orElseThrow())
                            .put(DATASETS + "/" + code, complete.toString())
                            .status())
                    .isEqualTo(200);
            assertThat(handedIn(code).status()).isEqualTo(200);
            assertThat(hub.as("market-steward")
                            .get(DATASETS + "/" + code)
                            .json()
                            .at("/answers/retention")
                            .asString())
                    .isEqualTo("10");
        }

        @Test
        void isNotAskedWhatIsAskedOfOthersOrLater() {
            String code = draft(Map.of());
            form(
                    "authority",
                    "[" + field("later", "TEXT", ", \"from\": \"2999-01-01\"") + ","
                            + field("others", "TEXT", ", \"departments\": [\"administrative-approval\"]") + ","
                            + field("elsewhere", "TEXT", "").replace(CATEGORY, "9") + "]");

            assertThat(handedIn(code).status()).isEqualTo(200);
        }

        @Test
        void keepsAnswersToWhatIsAskedNoMoreAndHasNoneToWhatNeverWas() {
            form("authority", "[" + field("former", "TEXT", "") + "]");
            form("authority", "[]");

            assertThat(handedIn(draft(Map.of("former", "x"))).status()).isEqualTo(200);
            assertThat(pointers(handedIn(draft(Map.of("never", "x"))))).containsExactly("/answers/never");
        }
    }

    @Nested
    class TheForm {

        @Test
        void isChangedByTheAuthorityAndTheSystemAdministratorOnlyAndByOneAtATime() {
            String tag = hub.as("market-steward").get(FORM).header("ETag").orElseThrow();
            for (String who : List.of("market-steward", "market-head", "security-admin", "audit-admin")) {
                assertThat(put(who, tag, "[]").status()).as(who).isEqualTo(403);
            }
            assertThat(put("authority", tag, "[" + field("first", "TEXT", "") + "]")
                            .status())
                    .isEqualTo(200);
            assertThat(put("system-admin", tag, "[]").status()).isEqualTo(412);
            assertThat(form("system-admin", "[]").status()).isEqualTo(200);
        }

        @Test
        void keepsEveryVersionAndTellsTheStewards() {
            JsonNode one =
                    form("authority", "[" + field("kept", "TEXT", "") + "]").json();
            JsonNode two = form("authority", "[]").json();

            assertThat(two.get("version").asInt()).isEqualTo(one.get("version").asInt() + 1);
            assertThat(hub.as("market-steward")
                            .get(FORM + "/versions/" + one.get("version").asInt())
                            .json()
                            .at("/fields/0/id")
                            .asString())
                    .isEqualTo("kept");
            assertThat(hub.as("market-steward")
                            .get(FORM + "/versions?limit=2")
                            .json()
                            .get("items")
                            .valueStream()
                            .map(each -> each.get("version").asInt()))
                    .containsExactly(
                            two.get("version").asInt(), one.get("version").asInt());
            assertThat(hub.as("market-steward").get("/api/v1/notices?limit=500").text())
                    .contains("目录补充填报项已调整为第 " + one.get("version").asInt() + " 版");
        }

        @Test
        void saysEverythingThatIsWrongWithIt() {
            Answer refused = form("authority", """
                    [{"id": "Wrong id", "name": {"zh": " ", "en": "x"}, "type": "CHOICE", "classifications": ["12"]},
                     {"id": "twice", "name": {"zh": "甲", "en": "a"}, "type": "TEXT", "codeList": "no-such-list", "departments": ["nobody"]},
                     {"id": "twice", "name": {"zh": "甲", "en": "a"}, "type": "TEXT"}, null]
                    """);

            assertThat(pointers(refused))
                    .containsExactlyInAnyOrder(
                            "/fields/0/id",
                            "/fields/0/name/zh",
                            "/fields/0/choices",
                            "/fields/0/classifications/0",
                            "/fields/1/choices",
                            "/fields/1/codeList",
                            "/fields/1/departments/0",
                            "/fields/2/id",
                            "/fields/3");
        }

        @Test
        void keepsTheTypeOfAField() {
            form("authority", "[" + field("typed", "NUMBER", "") + "]");

            assertThat(pointers(form("authority", "[" + field("typed", "TEXT", "") + "]")))
                    .containsExactly("/fields/0/type");
        }
    }

    @Test
    void anImportSaysWhatTheFormStillWants() {
        form("authority", "[" + field("retention", "NUMBER", "") + "]");
        String file = JsonMapper.shared()
                .createArrayNode()
                .add(JsonMapper.shared().createObjectNode().set("entry", entry(Map.of("retention", "x"))))
                .toString();

        Answer report = hub.as("market-steward")
                .send(
                        "POST",
                        "/api/v1/catalog-imports?format=JSON",
                        "application/octet-stream",
                        file.getBytes(StandardCharsets.UTF_8));

        assertThat(report.json().get("messages").valueStream())
                .filteredOn(
                        each -> "/answers/retention".equals(each.path("column").asString("")))
                .singleElement()
                .satisfies(each -> assertThat(each.get("error").asBoolean()).isFalse());
    }
}
