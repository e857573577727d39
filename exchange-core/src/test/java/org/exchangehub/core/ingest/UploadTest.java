package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Parts on their way in: compressed, too large, too many. */
@HubTest
class UploadTest {

    private static final byte[] ROWS = Sender.bytes("id,owner,staff\nA,王小明,1\nB,y,2\n");

    private final HubClient hub;
    private final JdbcClient jdbc;

    UploadTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    private static Answer put(Sender sender, String batch, String coding, String type, byte[] content) {
        return sender.source()
                .header("Content-Digest", Sender.digest(content))
                .header("Content-Encoding", coding)
                .send("PUT", "/api/v1/batches/" + batch + "/parts/1", type, content);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return packed.toByteArray();
    }

    @Nested
    class ACompressedPart {

        @Test
        void isUnpackedWhenItIsReadAndKeptAsItCame() {
            Sender sender = new Sender(hub, jdbc, 820);
            for (String coding : new String[] {"gzip", "zstd"}) {
                String batch = sender.opened("UPSERT");
                byte[] packed = coding.equals("gzip") ? gzip(ROWS) : Zstd.compress(ROWS);

                assertThat(put(sender, batch, coding, Sender.CSV, packed).status())
                        .isEqualTo(204);
                JsonNode result = sender.commit(batch, 1, 0, 2).json();

                assertThat(result.path("state").asString())
                        .as(result.toString())
                        .isEqualTo("PUBLISHED");
                assertThat(sender.current()).extracting("owner").containsExactly("王小明", "y");
            }
        }

        @Test
        void thatIsDamagedOrInAnotherCodingIsRefused() {
            Sender sender = new Sender(hub, jdbc, 821);
            String batch = sender.opened("UPSERT");
            byte[] packed = gzip(ROWS);

            assertThat(put(sender, batch, "gzip", Sender.CSV, Arrays.copyOf(packed, packed.length / 2))
                            .json()
                            .path("code")
                            .asString())
                    .isEqualTo("BATCH_MALFORMED");
            assertThat(put(sender, batch, "zstd", Sender.CSV, packed).status()).isEqualTo(422);
            assertThat(put(sender, batch, "br", Sender.CSV, packed).status()).isEqualTo(415);
            assertThat(put(sender, batch, "gzip, gzip", Sender.CSV, packed).status())
                    .isEqualTo(415);
        }

        @Test
        void thatUnpacksToFarMoreThanItWasIsRefused() {
            Sender sender = new Sender(hub, jdbc, 822);
            String batch = sender.opened("UPSERT");
            StringBuilder rows = new StringBuilder("id,owner,staff\n");
            rows.append("A,x,1\n".repeat((20 << 20) / 6));

            assertThat(put(sender, batch, "zstd", Sender.CSV, Zstd.compress(Sender.bytes(rows.toString())))
                            .status())
                    .isEqualTo(204);
            JsonNode result = sender.commit(batch, 1, 0, (20 << 20) / 6).json();

            assertThat(result.path("state").asString()).isEqualTo("REJECTED");
            assertThat(result.at("/problem/detail").asString())
                    .contains("Part 1")
                    .contains("at most 16777216 bytes when unpacked");
        }
    }

    @Nested
    class TheQuota {

        private Answer set(String department, String version, long bytes) {
            return hub.as("system-admin")
                    .header("If-Match", "\"" + version + "\"")
                    .send(
                            "PUT",
                            "/api/v1/departments/" + department + "/upload-quota",
                            "application/json",
                            Sender.bytes("{\"bytesPerDay\": " + bytes + "}"));
        }

        @Test
        void turnsAwayWhatIsTooMuchAndSaysWhenToComeAgain() {
            Sender sender = new Sender(hub, jdbc, 823);
            String path = "/api/v1/departments/market-supervision/upload-quota";
            JsonNode before = sender.steward().get(path).json();
            long used = before.path("usedToday").asLong();
            assertThat(set("market-supervision", "0", used + ROWS.length).status())
                    .isEqualTo(200);
            try {
                String batch = sender.opened("UPSERT");
                assertThat(sender.part(batch, 1, Sender.CSV, ROWS).status()).isEqualTo(204);
                assertThat(sender.part(batch, 1, Sender.CSV, ROWS).status()).isEqualTo(204);
                Answer refused = sender.part(batch, 2, Sender.CSV, ROWS);

                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.json().path("code").asString()).isEqualTo("QUOTA_EXCEEDED");
                assertThat(Long.parseLong(refused.header("Retry-After").orElseThrow()))
                        .isBetween(1L, 86_400L);
                assertThat(sender.commit(batch, 1, 0, 2).status()).isEqualTo(200);
            } finally {
                assertThat(set("market-supervision", "1", 50L << 30).status()).isEqualTo(200);
            }
            assertThat(set("market-supervision", "1", 1).status()).isEqualTo(412);
        }

        @Test
        void isSetBySystemAdministratorsAndReadByTheDepartment() {
            Sender sender = new Sender(hub, jdbc, 824);
            String path = "/api/v1/departments/market-supervision/upload-quota";

            assertThat(sender.steward().put(path, "{\"bytesPerDay\": 1}").status())
                    .isEqualTo(403);
            assertThat(hub.as("approval-steward").get(path).status()).isEqualTo(403);
            assertThat(set("market-supervision", "9", -1).status()).isEqualTo(422);
            assertThat(set("nowhere", "0", 1).status()).isEqualTo(404);
        }
    }
}
