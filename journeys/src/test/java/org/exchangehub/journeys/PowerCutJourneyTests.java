package org.exchangehub.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.cli.demo.Input;
import org.exchangehub.cli.demo.Plan;
import org.exchangehub.cli.demo.TableInput;
import org.exchangehub.schemas.samples.ErrorProfile;
import org.exchangehub.schemas.samples.LegalPersonSamples;
import org.exchangehub.tlog.LogVerifier;
import org.exchangehub.tlog.NoteKey;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The hub and NiFi are ended with SIGKILL in the middle of a large pull: nothing is lost, nothing doubled. */
@Order(4)
class PowerCutJourneyTests {

    private static final int ROWS = 100_000;
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final RunningHub hub = RunningHub.shared();
    private final LegalPersonSamples samples = LegalPersonSamples.of(99, ROWS, ErrorProfile.clean());

    @Test
    void losesNothingAndDoublesNothingWhenKilledDuringAPull() throws Exception {
        Plan plan = Plan.named("legal-persons").again("断电试验法人信息", "power-cut-legal-persons");
        Actor steward = hub.cast.person("market-steward");
        Input input = new TableInput(
                new TableInput.Login(
                        hub.endpoints.jdbcUrl("dept_administrative_approval"),
                        "dept_approval",
                        hub.endpoints.databasePassword("dept_approval")),
                samples);
        input.deliveries().forEach(Input.Delivery::bring);
        String dataset = hub.story.registration().published(plan);
        hub.story.registration().connected(plan, dataset, input.settings());

        until(() -> published(steward, dataset) >= 10_000);
        hub.stack.kill("exchange-core");
        hub.stack.start("exchange-core");
        until(() -> published(steward, dataset) >= 30_000);
        hub.stack.kill("nifi");
        hub.stack.start("nifi");
        until(() -> published(steward, dataset) >= ROWS);

        assertThat(keysOf(steward, dataset)).isEqualTo(keysOfTheSource());
        assertThat(hub.sum(steward, dataset, "inserted")).isEqualTo(ROWS);
        assertThat(hub.sum(steward, dataset, "quarantined")).isZero();
        theLogIsWhole();
    }

    private long published(Actor steward, String dataset) {
        return hub.sum(steward, dataset, "inserted");
    }

    private Set<String> keysOf(Actor steward, String dataset) {
        List<JsonNode> records =
                hub.all(steward, "/api/v1/datasets/" + dataset + "/records?limit=500&fields=unifiedSocialCreditCode");
        assertThat(records).hasSize(ROWS);
        return records.stream()
                .map(record -> record.path("unifiedSocialCreditCode").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> keysOfTheSource() {
        int key = samples.columns().indexOf("tyshxydm");
        return samples.stream()
                .map(row -> row.values().get(key).strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void theLogIsWhole() throws Exception {
        NoteKey key = NoteKey.parse(Files.readString(hub.stack.state().secrets().resolve("audit/log.vkey"))
                .strip());
        assertThat(new LogVerifier(key, new ServedLog(hub.endpoints.hub(), hub.cast.person("audit-admin")))
                        .verify()
                        .size())
                .isPositive();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
            Thread.sleep(500);
        }
    }
}
