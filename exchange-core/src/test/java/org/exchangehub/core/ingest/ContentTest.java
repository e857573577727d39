package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exchangehub.core.ingest.Sender.AVRO;
import static org.exchangehub.core.ingest.Sender.CSV;
import static org.exchangehub.core.ingest.Sender.NDJSON;
import static org.exchangehub.core.ingest.Sender.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.schemas.encoding.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@HubTest
class ContentTest {

    private static final String WRITER = """
            {"type": "record", "name": "Row", "fields": [
               {"name": "_row", "type": "long"}, {"name": "id", "type": "string"},
               {"name": "staff", "type": ["null", "string"]}]}
            """;

    private final HubClient hub;
    private final JdbcClient jdbc;

    ContentTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    private static Map<String, @Nullable Object> row(long number, String id, @Nullable String staff) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("_row", number);
        row.put("id", id);
        row.put("staff", staff);
        return row;
    }

    /** The rules that quarantined something, with how often. */
    private static Map<String, Long> reasons(JsonNode batch) {
        Map<String, Long> reasons = new HashMap<>();
        batch.path("topReasons")
                .forEach(each -> reasons.merge(
                        each.path("rule").asString(), each.path("count").asLong(), Long::sum));
        return reasons;
    }

    @Nested
    class AnAvroContainer {

        @Test
        void isReadDeflatedWithTheRowsNumbersAtTheSource() {
            Sender sender = new Sender(hub, jdbc, 300);
            byte[] content = Avro.container(
                    WRITER,
                    List.of(row(10, "A", "1"), row(20, "B", "two"), row(30, "C", null)),
                    CodecFactory.deflateCodec(6));

            JsonNode result = sender.send("UPSERT", AVRO, content, 3);
            Answer quarantine =
                    sender.steward().get("/api/v1/batches/" + result.path("id").asString() + "/quarantine");

            assertThat(sender.current()).extracting("id").containsExactly("A", "C");
            assertThat(quarantine.json().path("items").findValuesAsString("row"))
                    .containsExactly("20");
        }

        @Test
        void mayBeWrittenWithTheDatasetsOwnTypes() {
            Sender sender = new Sender(hub, jdbc, 301);
            Map<String, @Nullable Object> typed = new HashMap<>();
            typed.put("id", "A");
            typed.put("staff", 7L);
            typed.put("capital", ByteBuffer.wrap(new byte[] {0x30, 0x39}));
            typed.put("opened", 0);
            typed.put("seen", 1L);
            typed.put("tags", List.of("x"));
            typed.put("open", false);
            typed.put("ratio", 0.5);

            sender.send("UPSERT", AVRO, Avro.container(Sender.SCHEMA, List.of(typed), CodecFactory.nullCodec()), 1);

            assertThat(jdbc.sql("select f3 || ' ' || f4 || ' ' || f5 || ' ' || f7 || ' ' || f8 || ' ' || f9 from "
                                    + sender.table())
                            .query(String.class)
                            .single())
                    .isEqualTo("7 1.2345 1970-01-01 [\"x\"] false 0.5");
        }

        @Test
        void isRefusedAtOnceWhenItIsNoneIsCutShortOrHasAnotherSchema() {
            Sender sender = new Sender(hub, jdbc, 302);
            byte[] good = Avro.container(WRITER, List.of(row(1, "A", "1")), CodecFactory.nullCodec());
            String other = WRITER.replace("\"staff\"", "\"colour\"");
            String keyless = WRITER.replace("{\"name\": \"id\", \"type\": \"string\"},", "");
            String recursive =
                    "{\"type\": \"record\", \"name\": \"Row\", \"fields\": [{\"name\": \"id\", \"type\": \"Row\"}]}";

            assertRefused(sender, bytes("id\nA\n"), "begins with");
            assertRefused(sender, Arrays.copyOf(good, good.length - 1), "ends in the middle");
            assertRefused(sender, Arrays.copyOf(good, 20), "ends within the header");
            assertRefused(sender, empty(other), "colour");
            assertRefused(sender, empty(keyless), "lacks the required field id");
            assertRefused(sender, empty(recursive), "id as");
            assertRefused(sender, empty("\"string\""), "records");
            assertRefused(sender, replaced(good, "string", "strinq"), "not an Avro schema");
        }

        private static byte[] empty(String schema) {
            return Avro.container(new Schema.Parser().parse(schema), CodecFactory.nullCodec(), writer -> {});
        }

        private static byte[] replaced(byte[] content, String from, String to) {
            return new String(content, StandardCharsets.ISO_8859_1)
                    .replace(from, to)
                    .getBytes(StandardCharsets.ISO_8859_1);
        }

        private static void assertRefused(Sender sender, byte[] content, String detail) {
            Answer answer = sender.part(sender.opened("UPSERT"), 1, AVRO, content);

            assertThat(answer.status()).as(detail).isEqualTo(422);
            assertThat(answer.json().path("code").asString()).isEqualTo("BATCH_MALFORMED");
            assertThat(answer.json().path("detail").asString()).contains(detail);
        }

        @Test
        void rejectsTheBatchWhenALengthInItLies() {
            Sender sender = new Sender(hub, jdbc, 303);
            byte[] content = Avro.container(WRITER, List.of(row(1, "ABCDEFGH", "1")), CodecFactory.nullCodec());
            int at = new String(content, StandardCharsets.ISO_8859_1).indexOf("ABCDEFGH") - 1;
            content[at] = 126;

            JsonNode result = sender.send("UPSERT", AVRO, content, 1);

            assertThat(result.path("state").asString()).isEqualTo("REJECTED");
            assertThat(result.path("problem").path("detail").asString())
                    .startsWith("Part 1 is malformed: Row 1 of the container: a length claims 63 bytes");
        }

        @Test
        void rejectsTheBatchWhenABlockUnpacksToTooMuch() {
            Sender sender = new Sender(hub, jdbc, 304);
            String huge = "x".repeat(Limits.STANDARD.blockBytes() + 1);
            byte[] bomb = Avro.container(WRITER, List.of(row(1, huge, "1")), CodecFactory.deflateCodec(9));

            JsonNode result = sender.send("UPSERT", AVRO, bomb, 1);

            assertThat(bomb.length).isLessThan(1 << 20);
            assertThat(result.path("problem").path("detail").asString()).contains("unpacks to more than");
        }
    }

    @Nested
    class Lines {

        @Test
        void spoilThemselvesOnly() {
            Sender sender = new Sender(hub, jdbc, 310);
            String good = "{\"id\": \"%s\"}\n";
            String rows = good.formatted("A")
                    + "not json\n"
                    + "[1, 2]\n"
                    + "{\"id\": \"twice\", \"id\": \"twice\"}\n"
                    + "{\"id\": \"deep\", \"tags\": " + "[".repeat(40) + "]".repeat(40) + "}\n"
                    + "{\"id\": \"nul\\u0000\"}\n"
                    + "{\"id\": \"half\\ud800\"}\n"
                    + "{\"id\": \"U\", \"colour\": 1}\n"
                    + "{\"id\": \"long " + "x".repeat(Limits.STANDARD.recordBytes()) + "\"}\n"
                    + "\n"
                    + good.repeat(8).formatted("B", "C", "D", "E", "F", "G", "H", "I")
                    + good.formatted("J");

            JsonNode result = sender.send("UPSERT", NDJSON, bytes(rows), 18);

            assertThat(result.path("state").asString()).isEqualTo("PUBLISHED");
            assertThat(sender.current()).hasSize(10);
            assertThat(reasons(result)).isEqualTo(Map.of("unparsable", 5L, "type", 2L, "unknown-field", 1L));
        }

        @Test
        void thatAreNotUtf8AreQuarantined() {
            Sender sender = new Sender(hub, jdbc, 311);
            byte[] rows = "id,owner\nA,Caf\u00e9\nB,ok\nC,ok\n".getBytes(StandardCharsets.ISO_8859_1);

            JsonNode result = sender.send("UPSERT", CSV, rows, 3);

            assertThat(sender.current()).extracting("id").containsExactly("B", "C");
            assertThat(reasons(result)).isEqualTo(Map.of("encoding", 1L));
        }
    }

    @Nested
    class Csv {

        @Test
        void quarantinesRowsOfAnotherWidth() {
            Sender sender = new Sender(hub, jdbc, 320);

            JsonNode result = sender.send("UPSERT", "\uFEFFid,owner\nA,\"x, y\"\nB\nC,x,y\nD,z\n");

            assertThat(sender.current()).extracting("owner").containsExactly("x, y", "z");
            assertThat(reasons(result)).isEqualTo(Map.of("unparsable", 2L));
        }

        @Test
        void isRefusedAtOnceWithAnotherHeader() {
            Sender sender = new Sender(hub, jdbc, 321);

            for (String header : List.of("id,colour", "id,id", "owner", "")) {
                Answer answer = sender.part(sender.opened("UPSERT"), 1, CSV, bytes(header));
                assertThat(answer.status()).as(header).isEqualTo(422);
                assertThat(answer.json().path("code").asString()).isEqualTo("BATCH_MALFORMED");
            }
        }
    }

    @Nested
    class TooManyBadRows {

        @Test
        void rejectTheBatchAndKeepTheirReasons() {
            Sender sender = new Sender(hub, jdbc, 330);

            JsonNode result = sender.send("UPSERT", "id,staff\nA,1\nB,x\nC,y\n");
            Answer quarantine =
                    sender.steward().get("/api/v1/batches/" + result.path("id").asString() + "/quarantine");

            assertThat(result.path("state").asString()).isEqualTo("REJECTED");
            assertThat(result.path("problem").path("detail").asString())
                    .isEqualTo("2 of 3 rows are bad; above 50 % the whole batch is rejected");
            assertThat(quarantine.json().path("items")).hasSize(2);
            assertThat(result.has("receipt")).isTrue();
        }
    }
}
