package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exchangehub.core.ingest.Sender.CSV;
import static org.exchangehub.core.ingest.Sender.NDJSON;
import static org.exchangehub.core.ingest.Sender.bytes;
import static org.exchangehub.core.ingest.Sender.digest;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@HubTest
class BatchTest {

    private static final byte[] TWO = bytes("id,owner,staff\nA,王小明,1\nB,李四,2\n");

    private final HubClient hub;
    private final JdbcClient jdbc;

    BatchTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    @Nested
    class Opening {

        @Test
        void againWithTheSameKeyGivesTheSameBatch() {
            Sender sender = new Sender(hub, jdbc, 100);

            Answer first = sender.open("monday", "UPSERT");
            Answer second = sender.open("monday", "UPSERT");

            assertThat(first.status()).isEqualTo(201);
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        }

        @Test
        void refusesAKeyThatWasDeclaredOtherwise() {
            Sender sender = new Sender(hub, jdbc, 101);
            sender.open("monday", "UPSERT");

            Answer second = sender.open("monday", "SNAPSHOT");

            assertThat(second.status()).isEqualTo(422);
            assertThat(second.json().path("code").asString()).isEqualTo("BATCH_KEY_REUSED");
        }

        @Test
        void isForTheSourcesOwnDatasetAndTheOwnersStewardOnly() {
            Sender sender = new Sender(hub, jdbc, 102);
            Sender other = new Sender(hub, jdbc, 103);
            String path = "/api/v1/datasets/" + sender.dataset() + "/batches";
            String body = "{\"batchKey\": \"k\", \"mode\": \"UPSERT\"}";

            assertThat(other.source().post(path, body).status()).isEqualTo(403);
            assertThat(hub.as("approval-steward").post(path, body).status()).isEqualTo(403);
            assertThat(hub.as("market-developer").post(path, body).status()).isEqualTo(403);
            assertThat(hub.asClient("app-market", "market-supervision")
                            .post(path, body)
                            .status())
                    .isEqualTo(403);
            assertThat(hub.as("market-steward").post(path, body).status()).isEqualTo(201);
        }
    }

    @Nested
    class APart {

        @Test
        void isTakenOnceHoweverOftenItIsSent() {
            Sender sender = new Sender(hub, jdbc, 110);
            String batch = sender.opened("UPSERT");

            assertThat(sender.part(batch, 1, CSV, TWO).status()).isEqualTo(204);
            assertThat(sender.part(batch, 1, CSV, TWO).status()).isEqualTo(204);
            assertThat(sender.commit(batch, 1, 0, 2)
                            .json()
                            .path("counts")
                            .path("received")
                            .asInt())
                    .isEqualTo(2);
            assertThat(sender.part(batch, 1, CSV, TWO).status())
                    .as("after the end")
                    .isEqualTo(204);
        }

        @Test
        void isRefusedUnderANumberThatHasOtherContent() {
            Sender sender = new Sender(hub, jdbc, 111);
            String batch = sender.opened("UPSERT");
            sender.part(batch, 1, CSV, TWO);

            Answer other = sender.part(batch, 1, CSV, bytes("id\nC\n"));

            assertThat(other.status()).isEqualTo(422);
            assertThat(other.json().path("code").asString()).isEqualTo("PART_REUSED");
        }

        @Test
        void isRefusedWhenItsDigestDiffers() {
            Sender sender = new Sender(hub, jdbc, 112);
            String batch = sender.opened("UPSERT");

            Answer answer = sender.part(batch, "parts", 1, CSV, TWO, digest(bytes("something else")));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().path("code").asString()).isEqualTo("DIGEST_MISMATCH");
            assertThat(sender.commit(batch, 1, 0, 2).status()).isEqualTo(409);
        }

        @Test
        void isRefusedWithoutADigestOrOfAnUnknownType() {
            Sender sender = new Sender(hub, jdbc, 113);
            String batch = sender.opened("UPSERT");

            assertThat(sender.source()
                            .send("PUT", "/api/v1/batches/" + batch + "/parts/1", CSV, TWO)
                            .status())
                    .isEqualTo(422);
            assertThat(sender.part(batch, "parts", 1, CSV, TWO, "md5=:AAAA:").status())
                    .isEqualTo(422);
            assertThat(sender.part(batch, 1, "application/xml", TWO).status()).isEqualTo(415);
        }
    }

    @Nested
    class ACommit {

        @Test
        void takesPartsThatCameInAnyOrderInTheOrderOfTheirNumbers() {
            Sender sender = new Sender(hub, jdbc, 120);
            String batch = sender.opened("UPSERT");
            sender.part(batch, 2, CSV, bytes("id,owner\nA,second\n"));
            sender.part(batch, 1, CSV, bytes("id,owner\nA,first\n"));

            JsonNode result = sender.commit(batch, 2, 0, 2).json();

            assertThat(sender.current())
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("owner", "first"));
            assertThat(result.path("counts").path("quarantined").asInt()).isEqualTo(1);
            assertThat(result.path("topReasons").get(0).path("rule").asString()).isEqualTo("duplicate-key");
        }

        @Test
        void namesThePartsThatAreMissing() {
            Sender sender = new Sender(hub, jdbc, 121);
            String batch = sender.opened("UPSERT");
            sender.part(batch, 2, CSV, TWO);

            Answer answer = sender.commit(batch, 3, 1, 2);

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.json().path("code").asString()).isEqualTo("BATCH_INCOMPLETE");
            assertThat(answer.json().path("errors").findValuesAsString("expected"))
                    .containsExactly("number 1", "number 3", "number 1");
        }

        @Test
        void againGivesTheSameAnswer() {
            Sender sender = new Sender(hub, jdbc, 122);
            String batch = sender.opened("UPSERT");
            sender.part(batch, 1, CSV, TWO);

            Answer first = sender.commit(batch, 1, 0, 2);
            Answer second = sender.commit(batch, 1, 0, 2);

            assertThat(first.json().path("release").asInt()).isEqualTo(1);
            assertThat(second.json()).isEqualTo(first.json());
            assertThat(sender.commit(batch, 1, 0, 3).status()).isEqualTo(409);
        }

        @Test
        void madeManyTimesAtOnceIsDoneOnce() {
            Sender sender = new Sender(hub, jdbc, 123);
            String batch = sender.opened("UPSERT");
            sender.part(batch, 1, CSV, TWO);

            List<CompletableFuture<Answer>> commits = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> sender.commit(batch, 1, 0, 2)))
                    .toList();

            assertThat(commits).allSatisfy(commit -> {
                assertThat(commit.join().status()).isEqualTo(200);
                assertThat(commit.join().json().path("release").asInt()).isEqualTo(1);
            });
            assertThat(sender.count("select count(*) from " + sender.table())).isEqualTo(2);
        }

        @Test
        void isReceiptedWithTheLogsIndex() {
            Sender sender = new Sender(hub, jdbc, 124);

            JsonNode result = sender.send("UPSERT", CSV, TWO, 2);
            Answer receipt =
                    sender.source().get("/api/v1/batches/" + result.path("id").asString() + "/receipt");

            assertThat(receipt.text())
                    .startsWith("exchange-hub batch receipt v1\n{\"batch\":\""
                            + result.path("id").asString())
                    .contains("\"evidence\":\"" + result.path("evidence").asString() + "\"")
                    .contains("\n\n— hub.test/log ");
        }

        @Test
        void withAnotherNumberOfRowsIsRejectedAsAWhole() {
            Sender sender = new Sender(hub, jdbc, 125);

            JsonNode result = sender.send("UPSERT", CSV, TWO, 3);

            assertThat(result.path("state").asString()).isEqualTo("REJECTED");
            assertThat(result.path("problem").path("detail").asString())
                    .isEqualTo("Expected 3 rows as declared, found 2");
            assertThat(result.path("counts").path("withheld").asInt()).isEqualTo(2);
            assertThat(result.has("release")).isFalse();
        }
    }

    @Nested
    class TheOwnersDepartment {

        @Test
        void seesItsBatchesNewestFirst() {
            Sender sender = new Sender(hub, jdbc, 130);
            String first = sender.opened("UPSERT");
            String second = sender.opened("UPSERT");
            String path = "/api/v1/datasets/" + sender.dataset() + "/batches?limit=1";

            Answer page = sender.steward().get(path);
            String next = page.header("Link").orElseThrow().replaceAll("<(.*)>.*", "$1");

            assertThat(page.json().path("items").findValuesAsString("id")).containsExactly(second);
            assertThat(sender.steward().get(next).json().path("items").findValuesAsString("id"))
                    .containsExactly(first);
            assertThat(hub.as("approval-steward").get(path).status()).isEqualTo(403);
        }

        @Test
        void seesWhatIsInQuarantineWithSensitiveValuesMasked() {
            Sender sender = new Sender(hub, jdbc, 131);
            String rows = """
                    {"_row": 7, "id": "A", "owner": "王小明", "staff": "many", "opened": "never"}
                    {"id": "B"}
                    {"id": "C"}
                    """;
            String id = sender.send("UPSERT", NDJSON, bytes(rows), 3).path("id").asString();
            String path = "/api/v1/batches/" + id + "/quarantine?limit=1";

            Answer page = sender.steward().get(path);
            String next = page.header("Link").orElseThrow().replaceAll("<(.*)>.*", "$1");
            JsonNode item = page.json().path("items").get(0);

            assertThat(item.path("row").asInt()).isEqualTo(7);
            assertThat(item.path("key").asString()).isEqualTo("A");
            assertThat(item.path("field").asString()).isEqualTo("staff");
            assertThat(item.path("rule").asString()).isEqualTo("type");
            assertThat(item.path("message").path("zh").asString()).contains("员工");
            assertThat(page.header("Hub-Evidence")).isPresent();
            assertThat(sender.steward().get(next).json().path("items").findValuesAsString("field"))
                    .containsExactly("opened");
            assertThat(page.text()).doesNotContain("王小明");
            assertThat(sender.source().get(path).status()).isEqualTo(403);
            assertThat(hub.as("approval-steward").get(path).status()).isEqualTo(403);
        }
    }
}
