package org.exchangehub.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.cli.demo.ApiInput;
import org.exchangehub.cli.demo.FolderInput;
import org.exchangehub.cli.demo.Input;
import org.exchangehub.cli.demo.Plan;
import org.exchangehub.schemas.samples.ErrorProfile;
import org.exchangehub.schemas.samples.LicenceSamples;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks and APIs that are broken, half there or away: said to the steward, nothing lost, the rest goes on. */
@Order(2)
class SourceKindsJourneyTests {

    private static final int ROWS = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A state directory may be used again. */
    private final String run = Long.toString(System.currentTimeMillis(), 36);

    private final String workbooks = "journey-workbooks-" + run;
    private final String api = "journey-api-" + run;
    private final RunningHub hub = RunningHub.shared();
    private final Actor steward = hub.cast.person("approval-steward");
    private final LicenceSamples licences = LicenceSamples.of(21, ROWS, ErrorProfile.clean());

    @Test
    void aBrokenWorkbookIsNamedAndTheNextOneIsTaken(@TempDir Path folder) throws Exception {
        Plan plan = plan("工作簿证照" + run, workbooks, Map.of("kind", "XLSX_FOLDER"), "headerRow", 2);
        Path drop = Files.createDirectory(folder.resolve("drop"));
        Input input = FolderInput.workbook(drop, "证照.xlsx", licences);
        Files.writeString(drop.resolve(".未写完.xlsx"), "half");
        String dataset = hub.story.registration().published(plan);
        hub.story.registration().connected(plan, dataset, input.settings());

        Files.write(drop.resolve("坏.xlsx"), "PK\u0003\u0004 and no more".getBytes(StandardCharsets.UTF_8));
        until(() -> !error(workbooks, "zh").isEmpty());
        input.deliveries().getFirst().bring();
        until(() -> hub.sum(steward, dataset, "inserted") == ROWS);

        assertThat(error(workbooks, "zh")).contains("坏.xlsx", "不是完整的 XLSX 工作簿", "死信");
        assertThat(error(workbooks, "en")).contains("坏.xlsx", "no whole XLSX workbook", "dead letter");
        assertThat(drop.resolve("done/坏.xlsx")).exists();
        assertThat(drop.resolve(".未写完.xlsx")).exists();
        assertThat(hub.sum(steward, dataset, "quarantined")).isZero();
    }

    @Test
    void anApiThatFailsIsNamedAndAskedAgain(@TempDir Path folder) throws Exception {
        Plan plan = plan("接口证照" + run, api, paged(), "pageSize", 100);
        try (ApiInput input = new ApiInput(
                hub.endpoints.departmentApi("journey"), "s3cret-key", folder.resolve("served"), licences)) {
            String dataset = hub.story.registration().published(plan);
            hub.story.registration().connected(plan, dataset, input.settings());
            input.shut();
            until(() -> !error(api, "zh").isEmpty());
            assertThat(error(api, "zh")).containsPattern("无法连接接口|应答中断").doesNotContain("s3cret");
            assertThat(error(api, "en")).containsPattern("cannot be reached|broke off");

            input.settings();
            input.deliveries().getFirst().bring();
            until(() -> hub.sum(steward, dataset, "inserted") == ROWS);
            Thread.sleep(Duration.ofSeconds(5));

            assertThat(hub.sum(steward, dataset, "received")).isEqualTo(ROWS);
            assertThat(hub.sum(steward, dataset, "quarantined")).isZero();
            assertThat(source(api).toString()).doesNotContain("s3cret");
        }
    }

    private static Map<String, String> paged() {
        return Map.of(
                "kind", "JSON_API",
                "itemsPointer", "/data/items",
                "paging", "PAGE",
                "pageParameter", "page",
                "sizeParameter", "size");
    }

    /** Licences once more, from another kind of source. */
    private static Plan plan(String titleZh, String code, Map<String, String> description, String number, int value) {
        Plan plan = Plan.named("licences").again(titleZh, code);
        ObjectNode settings =
                plan.source().putObject("settings").put("intervalSeconds", 1).put(number, value);
        description.forEach((name, text) -> {
            ObjectNode place = name.equals("kind") ? plan.source() : settings;
            place.put(name, text);
        });
        return plan;
    }

    private String error(String source, String language) {
        return source(source).path("lastError").path(language).asText("");
    }

    private JsonNode source(String code) {
        return hub.api.get(steward, "/api/v1/sources/" + code).expect(200).body();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
            Thread.sleep(500);
        }
    }
}
