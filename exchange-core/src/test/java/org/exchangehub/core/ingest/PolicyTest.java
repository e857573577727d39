package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@HubTest
class PolicyTest {

    private static final String REASON = "{\"reason\": \"与业务科室核实\"}";

    private final HubClient hub;
    private final JdbcClient jdbc;

    PolicyTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    private static Answer set(Sender sender, String version, String policy) {
        return sender.steward()
                .header("If-Match", "\"" + version + "\"")
                .send(
                        "PUT",
                        "/api/v1/datasets/" + sender.dataset() + "/ingest-policy",
                        "application/json",
                        Sender.bytes(policy));
    }

    private static String policy(String rejectRows, double holdShare, int holdRows, boolean paused) {
        return """
                {"rejectAboveShare": 0.5, "rejectAboveRows": %s, "holdAboveShare": %s, "holdAboveRows": %d, "paused": %s}
                """.formatted(rejectRows, holdShare, holdRows, paused);
    }

    private static String rows(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> "R%03d,x\n".formatted(n))
                .collect(Collectors.joining("", "id,owner\n", ""));
    }

    /** Sends a batch and answers with its id without asking how far it has come. */
    private static String sent(Sender sender, String mode, String csv) {
        String batch = sender.opened(mode);
        sender.part(batch, 1, Sender.CSV, Sender.bytes(csv));
        sender.source()
                .post(
                        "/api/v1/batches/" + batch + "/commit",
                        "{\"parts\": 1, \"rows\": %d}".formatted(csv.lines().count() - 1));
        return batch;
    }

    private static JsonNode batch(Sender sender, String id) {
        return sender.steward().get("/api/v1/batches/" + id).json();
    }

    private static Answer decide(Sender sender, String id, String decision) {
        return sender.steward().post("/api/v1/batches/" + id + "/" + decision, REASON);
    }

    private static JsonNode settled(Sender sender, String id) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            JsonNode batch = batch(sender, id);
            if (batch.hasNonNull("receipt")) {
                return batch;
            }
            Thread.sleep(50);
        }
        return batch(sender, id);
    }

    @Nested
    class ASnapshotThatDeletesMuch {

        private Sender full(int number) {
            Sender sender = new Sender(hub, jdbc, number);
            assertThat(set(sender, "0", policy("null", 0.1, 5, false)).status()).isEqualTo(200);
            sender.send("SNAPSHOT", rows(1, 100));
            return sender;
        }

        @Test
        void waitsForTheStewardAndThoseBehindItWithIt() throws InterruptedException {
            Sender sender = full(650);

            String held = sent(sender, "SNAPSHOT", rows(1, 80));
            JsonNode waiting = batch(sender, held);
            String behind = sender.opened("UPSERT");
            sender.part(behind, 1, Sender.CSV, Sender.bytes("id,owner\nNEW,y\n"));

            Thread committing = Thread.startVirtualThread(() -> sender.commit(behind, 1, 0, 1));
            Thread.sleep(1_500);

            assertThat(batch(sender, behind).path("state").asString()).isEqualTo("COMMITTED");
            assertThat(waiting.path("state").asString()).isEqualTo("HELD");
            assertThat(waiting.at("/hold/reason").asString()).startsWith("it would delete 20 of 100 records");
            assertThat(sender.current()).hasSize(100);
            assertThat(decide(sender, held, "approvals").status()).isEqualTo(200);
            assertThat(settled(sender, held).at("/counts/deleted").asInt()).isEqualTo(20);
            committing.join();
            assertThat(settled(sender, behind).path("state").asString()).isEqualTo("PUBLISHED");
            assertThat(sender.current()).hasSize(81);
        }

        @Test
        void isForgottenWhenTheStewardCallsItOff() throws InterruptedException {
            Sender sender = full(651);
            String held = sent(sender, "SNAPSHOT", rows(1, 10));

            assertThat(decide(sender, held, "cancellations").status()).isEqualTo(200);
            assertThat(decide(sender, held, "cancellations").status()).isEqualTo(200);

            JsonNode cancelled = settled(sender, held);
            assertThat(cancelled.path("state").asString()).isEqualTo("CANCELLED");
            assertThat(cancelled.path("receipt").asString()).contains("与业务科室核实");
            assertThat(decide(sender, held, "approvals").status()).isEqualTo(409);
            assertThat(sender.send("SNAPSHOT", rows(1, 99))
                            .at("/counts/deleted")
                            .asInt())
                    .isEqualTo(1);
        }

        @Test
        void goesThroughWhenItStaysWithinThePolicy() {
            Sender sender = full(652);

            assertThat(sender.send("SNAPSHOT", rows(1, 90))
                            .at("/counts/deleted")
                            .asInt())
                    .isEqualTo(10);
        }
    }

    @Nested
    class AnOpenBatch {

        @Test
        void takesNothingMoreOnceCalledOff() throws InterruptedException {
            Sender sender = new Sender(hub, jdbc, 653);
            String open = sender.opened("UPSERT");
            sender.part(open, 1, Sender.CSV, Sender.bytes("id\nA\n"));

            decide(sender, open, "cancellations");

            assertThat(settled(sender, open).path("state").asString()).isEqualTo("CANCELLED");
            assertThat(sender.part(open, 2, Sender.CSV, Sender.bytes("id\nB\n")).status())
                    .isEqualTo(409);
            assertThat(sender.commit(open, 1, 0, 1).status()).isEqualTo(409);
        }
    }

    @Nested
    class APublishedBatch {

        @Test
        void cannotBeCalledOff() {
            Sender sender = new Sender(hub, jdbc, 654);
            String id = sender.send("UPSERT", "id\nA\n").path("id").asString();

            assertThat(decide(sender, id, "cancellations").status()).isEqualTo(409);
            assertThat(hub.as("approval-steward")
                            .post("/api/v1/batches/" + id + "/cancellations", REASON)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Nested
    class ThePolicy {

        @Test
        void letsBatchesWaitWhilePaused() throws InterruptedException {
            Sender sender = new Sender(hub, jdbc, 655);
            set(sender, "0", policy("null", 1, 0, true));
            String batch = sender.opened("UPSERT");
            sender.part(batch, 1, Sender.CSV, Sender.bytes("id\nA\n"));
            Thread committing = Thread.startVirtualThread(() -> sender.commit(batch, 1, 0, 1));
            Thread.sleep(1_500);
            assertThat(batch(sender, batch).path("state").asString()).isEqualTo("COMMITTED");

            set(sender, "1", policy("null", 1, 0, false));
            committing.join();

            assertThat(settled(sender, batch).path("state").asString()).isEqualTo("PUBLISHED");
        }

        @Test
        void rejectsABatchWithMoreBadRowsThanItAllows() {
            Sender sender = new Sender(hub, jdbc, 656);
            set(sender, "0", policy("1", 1, 0, false));

            assertThat(sender.send("UPSERT", "id\nA\nB\nC\nD\n" + "X".repeat(30) + "\n")
                            .path("state")
                            .asString())
                    .isEqualTo("PUBLISHED");
            JsonNode rejected = sender.send("UPSERT", "id\nE\nF\nG\n" + "X".repeat(30) + "\n" + "Y".repeat(30) + "\n");

            assertThat(rejected.path("state").asString()).isEqualTo("REJECTED");
            assertThat(rejected.at("/problem/detail").asString())
                    .isEqualTo("2 of 5 rows are bad; above 1 rows the whole batch is rejected");
        }

        @Test
        void isChangedByTheOwnersStewardWhoHasReadItOnly() {
            Sender sender = new Sender(hub, jdbc, 657);
            String path = "/api/v1/datasets/" + sender.dataset() + "/ingest-policy";

            assertThat(sender.steward().get(path).json().path("holdAboveShare").asDouble())
                    .isEqualTo(0.2);
            assertThat(sender.steward().put(path, policy("null", 1, 0, false)).status())
                    .isEqualTo(428);
            assertThat(set(sender, "0", policy("null", 1, 0, false)).status()).isEqualTo(200);
            assertThat(set(sender, "0", policy("null", 1, 0, false)).status()).isEqualTo(412);
            assertThat(set(sender, "1", policy("-1", 1.5, 0, false))
                            .json()
                            .at("/errors")
                            .size())
                    .isEqualTo(2);
            assertThat(hub.as("approval-steward").get(path).status()).isEqualTo(403);
        }
    }
}
