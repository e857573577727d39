package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.zip.ZipFile;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Quarantined rows taken away, corrected and sent again. */
@HubTest
class CorrectionTest {

    private static final String LONG = "X".repeat(30);

    private final HubClient hub;
    private final JdbcClient jdbc;

    CorrectionTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    /** A batch of which rows 2 and 4 are quarantined: a key that is too long, and a number that is none. */
    private static String spoiled(Sender sender) {
        return sender.send("UPSERT", "id,owner,staff\nA,甲,1\n" + LONG + ",=SUM(A1),2\nC,丙,3\nD,丁,many\n")
                .path("id")
                .asString();
    }

    private static Answer file(Sender sender, String batch, String format) {
        return sender.steward().get("/api/v1/batches/" + batch + "/quarantine/file?format=" + format);
    }

    private static Answer open(Sender sender, String corrects, String mode) {
        return sender.steward()
                .post(
                        "/api/v1/datasets/" + sender.dataset() + "/batches",
                        "{\"batchKey\": \"corrections %s\", \"mode\": \"%s\", \"corrects\": \"%s\"}"
                                .formatted(mode, mode, corrects));
    }

    @Nested
    class TheFile {

        @Test
        void holdsTheRowsAsTheyCameAndWhatIsWrong() {
            Sender sender = new Sender(hub, jdbc, 660);
            String batch = spoiled(sender);

            Answer answer = file(sender, batch, "csv");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Hub-Evidence")).isPresent();
            assertThat(answer.text())
                    .startsWith("\uFEFF_row,id,owner,staff,")
                    .contains("\n2," + LONG + ",=SUM(A1),2,")
                    .contains("\n4,D,丁,many,")
                    .contains("编号：应为1至20个字符")
                    .doesNotContain("丙");
            assertThat(answer.text().lines()).hasSize(3);
        }

        @Test
        void hasAnEntryBeforeItsFirstByteAndOneOfItsEnd() {
            Sender sender = new Sender(hub, jdbc, 697);
            Answer answer = file(sender, spoiled(sender), "csv");
            String evidence = answer.header("Hub-Evidence").orElseThrow();
            long index = Long.parseLong(evidence.substring(evidence.lastIndexOf('/') + 1));

            JsonNode intent =
                    hub.as("audit-admin").get("/api/v1/audit/entries/" + index).json();
            assertThat(intent.path("part").asString()).isEqualTo("INTENT");
            JsonNode ending =
                    await().until(() -> ending(index), Optional::isPresent).orElseThrow();
            assertThat(ending.path("outcome").asString()).isEqualTo("COMPLETED");
            assertThat(ending.path("rows").asLong()).isEqualTo(2);
            assertThat(ending.path("bytes").asLong()).isEqualTo(answer.bytes().length);
        }

        /** The entry that says how the answer announced by another ended; it is one of the next. */
        private Optional<JsonNode> ending(long intent) {
            return LongStream.rangeClosed(intent + 1, intent + 20)
                    .mapToObj(index -> hub.as("audit-admin")
                            .get("/api/v1/audit/entries/" + index)
                            .json())
                    .filter(entry -> entry.path("intent").asLong(-1) == intent)
                    .findFirst();
        }

        @Test
        void isAWorkbookOfTextsWithTheReasonsAtTheCells(@TempDir Path folder) throws IOException {
            Sender sender = new Sender(hub, jdbc, 661);

            Path file = Files.write(
                    folder.resolve("quarantine.xlsx"),
                    file(sender, spoiled(sender), "xlsx").bytes());

            try (ZipFile workbook = new ZipFile(file.toFile())) {
                assertThat(entry(workbook, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
                assertThat(entry(workbook, "xl/sharedStrings.xml"))
                        .contains("=SUM(A1)")
                        .contains("many");
                assertThat(entry(workbook, "xl/comments1.xml"))
                        .contains("ref=\"D3\"")
                        .contains("&#x201c;many&#x201d;");
            }
        }

        @Test
        void isForTheOwnersStewardOnly() {
            Sender sender = new Sender(hub, jdbc, 662);
            String path = "/api/v1/batches/" + spoiled(sender) + "/quarantine/file";

            assertThat(hub.as("approval-steward").get(path).status()).isEqualTo(403);
            assertThat(hub.as("market-developer").get(path).status()).isEqualTo(403);
            assertThat(sender.source().get(path).status()).isEqualTo(403);
            assertThat(sender.steward().get(path + "?format=pdf").status()).isEqualTo(422);
        }

        private static String entry(ZipFile workbook, String name) throws IOException {
            try (InputStream in = workbook.getInputStream(workbook.getEntry(name))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    @Nested
    class CorrectedRows {

        @Test
        void areResolvedWhenTheyArePublishedAndOnlyThose() {
            Sender sender = new Sender(hub, jdbc, 663);
            String earlier = spoiled(sender);
            byte[] content = Sender.bytes(file(sender, earlier, "csv").text().replaceFirst("2," + LONG, "2,B"));
            String batch = open(sender, earlier, "UPSERT").json().path("id").asString();
            sender.steward()
                    .header("Content-Digest", Sender.digest(content))
                    .send("PUT", "/api/v1/batches/" + batch + "/parts/1", Sender.CSV, content);

            JsonNode done = sender.steward()
                    .post("/api/v1/batches/" + batch + "/commit", "{\"parts\": 1, \"rows\": 2}")
                    .json();

            assertThat(done.at("/counts/inserted").asInt()).isEqualTo(1);
            assertThat(done.at("/counts/quarantined").asInt()).isEqualTo(1);
            JsonNode before = sender.steward().get("/api/v1/batches/" + earlier).json();
            assertThat(before.path("unresolved").asInt()).isEqualTo(1);
            assertThat(before.at("/counts/quarantined").asInt()).isEqualTo(2);
            JsonNode items = sender.steward()
                    .get("/api/v1/batches/" + earlier + "/quarantine")
                    .json()
                    .path("items");
            assertThat(items.at("/0/resolvedBy").asString()).isEqualTo(batch);
            assertThat(items.path(1).hasNonNull("resolvedBy")).isFalse();
            assertThat(file(sender, earlier, "csv").text().lines()).hasSize(2);
            assertThat(sender.current()).extracting("id").containsExactly("A", "B", "C");
        }

        @Test
        void belongToAFinishedBatchOfTheSameDataset() {
            Sender sender = new Sender(hub, jdbc, 664);
            Sender other = new Sender(hub, jdbc, 665);
            String elsewhere = spoiled(other);
            String unfinished = sender.opened("UPSERT");

            assertThat(open(sender, elsewhere, "UPSERT").status()).isEqualTo(422);
            assertThat(open(sender, unfinished, "UPSERT").status()).isEqualTo(422);
            assertThat(open(other, elsewhere, "SNAPSHOT")
                            .json()
                            .at("/errors/0/pointer")
                            .asString())
                    .isEqualTo("/mode");
            assertThat(open(other, elsewhere, "CHANGES").status()).isEqualTo(201);
        }
    }
}
