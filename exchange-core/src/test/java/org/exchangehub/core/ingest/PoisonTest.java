package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exchangehub.core.ingest.Sender.AVRO;
import static org.exchangehub.core.ingest.Sender.CSV;
import static org.exchangehub.core.ingest.Sender.NDJSON;
import static org.exchangehub.core.ingest.Sender.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.file.CodecFactory;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Input made to hurt, sent as anybody would send it: it ends in a finding or a refusal that says why, never in a failure. */
@HubTest
class PoisonTest {

    private static final String ROW = """
            {"type": "record", "name": "Row", "fields": [{"name": "id", "type": "string"},
             {"name": "staff", "type": ["null", "string"], "default": null}]}
            """;
    private static final List<String> FORMATS = List.of(CSV, NDJSON, AVRO);

    private final HubClient hub;
    private final JdbcClient jdbc;

    PoisonTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    private static byte[] good(String format, int rows) {
        Stream<String> ids = IntStream.range(0, rows).mapToObj(i -> "g" + i);
        return switch (format) {
            case CSV -> bytes("id,staff\n" + ids.map(id -> id + ",1\n").collect(Collectors.joining()));
            case NDJSON ->
                bytes(ids.map(id -> "{\"id\":\"" + id + "\",\"staff\":\"1\"}\n").collect(Collectors.joining()));
            default -> Avro.container(ROW, records(ids.toList()), CodecFactory.deflateCodec(6));
        };
    }

    private static List<Map<String, ? extends @Nullable Object>> records(List<String> ids) {
        List<Map<String, ? extends @Nullable Object>> records = new ArrayList<>();
        ids.forEach(id -> records.add(Map.of("id", id, "staff", "1")));
        return records;
    }

    /** How a part ended: refused at once, or with its batch. */
    private String ended(Sender sender, String format, byte[] content, long rows) {
        String id = sender.opened("UPSERT");
        Answer part = sender.part(id, 1, format, content);
        if (part.status() != 204) {
            assertThat(part.status()).as(part.text()).isEqualTo(422);
            assertThat(part.json().path("code").asString()).isEqualTo("BATCH_MALFORMED");
            assertThat(part.json().path("detail").asString()).startsWith("Part 1 is malformed: ");
            return "refused: " + part.json().path("detail").asString();
        }
        Answer commit = sender.commit(id, 1, 0, rows);
        assertThat(commit.status()).as(commit.text()).isEqualTo(200);
        JsonNode batch = commit.json();
        if (batch.path("state").asString().equals("PUBLISHED")) {
            return "published: " + batch.path("topReasons");
        }
        assertThat(batch.path("state").asString()).isEqualTo("REJECTED");
        assertThat(batch.path("problem").path("code").asString()).isEqualTo("BATCH_MALFORMED");
        return "rejected: " + batch.path("problem").path("detail").asString();
    }

    @Nested
    class ContentDamagedAtRandom {

        @Test
        void isRefusedOrSpoilsRowsOnlyWhateverTheDamage() {
            Random random = new Random(779);
            Sender sender = new Sender(hub, jdbc, 779);
            List<String> ends = new ArrayList<>();
            for (String format : FORMATS) {
                byte[] whole = good(format, 40);
                for (int i = 0; i < 25; i++) {
                    ends.add(ended(sender, format, damaged(whole, random), 40));
                }
            }

            assertThat(ends).hasSize(75).allMatch(end -> end.matches("(?s)(refused|rejected|published): .+"));
            assertThat(ends).anyMatch(end -> end.startsWith("refused")).anyMatch(end -> end.startsWith("published"));
        }

        private static byte[] damaged(byte[] whole, Random random) {
            byte[] content = whole.clone();
            int at = random.nextInt(content.length);
            switch (random.nextInt(5)) {
                case 0 -> content[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> content = Arrays.copyOf(content, at);
                case 2 -> System.arraycopy(whole, 0, content, at, content.length - at);
                case 3 -> content[at] = 0;
                default -> Arrays.fill(content, at, Math.min(content.length, at + 20), (byte) 0xFF);
            }
            return content;
        }
    }

    @Nested
    class OneBadRowAmongVeryMany {

        @Test
        void isFoundByItsNumberFieldAndReasonAndAllOthersAreVisible() {
            Sender sender = new Sender(hub, jdbc, 778);
            int rows = 20_000;
            List<String> poison = List.of(
                    "{\"id\":\"nul\\u0000\"}",
                    "{\"id\":\"big\",\"staff\":" + "9".repeat(90) + "}",
                    "{\"id\":\"vast\",\"ratio\":1e999999999}",
                    "{\"id\":\"day\",\"opened\":\"+999999999-01-01\"}",
                    "{\"id\":\"deep\",\"tags\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                    "{\"id\":\"" + "x".repeat(900_000) + "\"}",
                    "{\"id\":\"text\",\"owner\":\"" + "\\ud83d".repeat(3) + "\"}");
            String good = new String(good(NDJSON, rows), StandardCharsets.UTF_8);
            int middle = good.indexOf("{\"id\":\"g10000\"");
            String content = good.substring(0, middle) + String.join("\n", poison) + "\n" + good.substring(middle);

            JsonNode batch = sender.send("UPSERT", NDJSON, bytes(content), rows + poison.size());
            JsonNode items = sender.steward()
                    .get("/api/v1/batches/" + batch.path("id").asString() + "/quarantine")
                    .json()
                    .path("items");

            assertThat(batch.path("state").asString()).isEqualTo("PUBLISHED");
            assertThat(batch.path("counts").path("inserted").asInt()).isEqualTo(rows);
            assertThat(items.findValuesAsString("row"))
                    .containsExactlyElementsOf(IntStream.rangeClosed(10_001, 10_000 + poison.size())
                            .mapToObj(Integer::toString)
                            .toList());
            assertThat(items)
                    .allSatisfy(item -> assertThat(item.toString()).contains("\"rule\":", "\"zh\":", "\"en\":"));
        }
    }

    @Nested
    class AnAvroContainerThatClaimsTheImpossible {

        private final byte[] whole = Avro.container(ROW, records(List.of("A")), CodecFactory.nullCodec());

        @Test
        void isRefusedBeforeItCostsAnything() {
            Sender sender = new Sender(hub, jdbc, 777);

            assertThat(ended(sender, AVRO, changed("null", "nulx"), 1))
                    .startsWith("refused")
                    .contains("codec");
            assertThat(ended(sender, AVRO, block(Long.MAX_VALUE, 4), 1)).matches("(refused|rejected): .+");
            assertThat(ended(sender, AVRO, block(1, Long.MAX_VALUE), 1)).matches("(refused|rejected): .+");
            assertThat(ended(sender, AVRO, block(-1, 4), 1)).matches("(refused|rejected): .+");
            assertThat(ended(sender, AVRO, block(1, -4), 1)).matches("(refused|rejected): .+");
            assertThat(ended(sender, AVRO, nothings(), 1)).matches("(refused|rejected): .+");
        }

        private byte[] changed(String from, String to) {
            String text = new String(whole, StandardCharsets.ISO_8859_1);
            int at = text.indexOf("avro.codec") + "avro.codec".length();
            return (text.substring(0, at) + text.substring(at).replaceFirst(from, to))
                    .getBytes(StandardCharsets.ISO_8859_1);
        }

        /** A container whose only block says it has so many records in so many bytes. */
        private byte[] block(long records, long bytes) {
            byte[] header = Avro.container(ROW, records(List.of()), CodecFactory.nullCodec());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(header);
            zigzag(out, records);
            zigzag(out, bytes);
            out.writeBytes(new byte[] {2, 'A', 0});
            return out.toByteArray();
        }

        /** Records that take no bytes at all, two thousand million of them. */
        private byte[] nothings() {
            String schema =
                    "{\"type\": \"record\", \"name\": \"Row\", \"fields\": [{\"name\": \"id\", \"type\": \"null\"}]}";
            byte[] header = Avro.container(schema, records(List.of()), CodecFactory.nullCodec());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(header);
            zigzag(out, 2_000_000_000L);
            zigzag(out, 0);
            out.write(header, header.length - 16, 16);
            return out.toByteArray();
        }

        private static void zigzag(ByteArrayOutputStream out, long value) {
            long rest = (value << 1) ^ (value >> 63);
            while ((rest & ~0x7FL) != 0) {
                out.write((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }

    @Nested
    class TextThatIsAFormula {

        @Test
        void isKeptAsTheTextItIs() {
            Sender sender = new Sender(hub, jdbc, 776);
            String formula = "=HYPERLINK(\"\"http://x\"\",\"\"y\"\")";

            JsonNode batch =
                    sender.send("UPSERT", "id,owner,staff\nA,\"" + formula + "\",1\nB,\"" + formula + "\",many\n");
            assertThat(sender.current()).extracting("owner").containsExactly("=HYPERLINK(\"http://x\",\"y\")");
            assertThat(batch.path("counts").path("quarantined").asInt()).isEqualTo(1);
        }
    }
}
