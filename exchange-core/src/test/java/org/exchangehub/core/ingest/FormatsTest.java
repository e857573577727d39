package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.schemas.encoding.WireFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Parts in Parquet and in the Confluent wire format. */
@HubTest
class FormatsTest {

    private final HubClient hub;
    private final JdbcClient jdbc;

    FormatsTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    private static void malformed(Answer answer, String sentence) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().path("code").asString()).isEqualTo("BATCH_MALFORMED");
        assertThat(answer.json().path("detail").asString()).contains(sentence);
    }

    @Nested
    class AParquetPart {

        private static final String TYPE = "application/vnd.apache.parquet";

        /** The columns of what DuckDB wrote; numbers it wrote in one type are taken in another that holds them. */
        private static final String SCHEMA = """
                {"type": "record", "name": "Shop", "namespace": "test", "hub.dataset": "shop",
                 "hub.title": {"zh": "商户", "en": "shops"}, "hub.key": ["name"],
                 "fields": [%s]}
                """.formatted(String.join(
                ",",
                field(1, "name", "\"string\""),
                nullable(2, "sort", "\"string\"", "\"aliases\": [\"kind\"], "),
                nullable(3, "small", "\"long\"", ""),
                nullable(4, "big", "\"long\"", ""),
                nullable(5, "ratio", "\"double\"", ""),
                nullable(6, "part", "\"double\"", ""),
                nullable(7, "price", decimal(9, 2), ""),
                nullable(8, "capital", decimal(18, 4), ""),
                nullable(9, "huge", decimal(30, 2), ""),
                nullable(10, "open", "\"boolean\"", ""),
                nullable(11, "opened", "{\"type\": \"int\", \"logicalType\": \"date\"}", ""),
                nullable(12, "seen", "\"%s\"", ""),
                nullable(13, "zoned", "{\"type\": \"long\", \"logicalType\": \"timestamp-millis\"}", ""),
                nullable(
                        14,
                        "address",
                        "{\"type\": \"record\", \"name\": \"Address\", \"fields\": ["
                                + "{\"name\": \"road\", \"type\": [\"null\", \"string\"]},"
                                + "{\"name\": \"number\", \"type\": [\"null\", \"long\"]}]}",
                        ""),
                nullable(15, "tags", "{\"type\": \"array\", \"items\": \"string\"}", "")));

        private static String decimal(int precision, int scale) {
            return "{\"type\": \"bytes\", \"logicalType\": \"decimal\", \"precision\": " + precision + ", \"scale\": "
                    + scale + "}";
        }

        private static String field(int id, String name, String rest) {
            return "{\"name\": \"%s\", \"type\": %s, \"hub.id\": %d, \"hub.title\": {\"zh\": \"%s\", \"en\": \"%s\"}, \"hub.level\": 1}"
                    .formatted(name, rest, id, name, name);
        }

        private static String nullable(int id, String name, String type, String more) {
            return field(id, name, "[\"null\", " + type + "], " + more + "\"default\": null");
        }

        private static byte[] file() {
            try (InputStream in =
                    FormatsTest.class.getResourceAsStream("/org/exchangehub/core/parquet/duckdb-snappy.parquet")) {
                assertThat(in).isNotNull();
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Test
        void isPublishedWithItsTypes() {
            Sender sender = new Sender(hub, jdbc, 830, SCHEMA.formatted("string"));

            JsonNode result = sender.send("UPSERT", TYPE, file(), 40);

            assertThat(result.path("state").asString()).as(result.toString()).isEqualTo("PUBLISHED");
            assertThat(result.at("/counts/inserted").asLong()).isEqualTo(40);
            assertThat(jdbc
                            .sql("select f2 is null as none, f3, f7, f9, f10, f11::text as day, f12, f13 = "
                                    + "'2024-01-01T00:00:00Z' as at, f14 ->> 'number' as house, f15 ->> 1 as tag from "
                                    + sender.table() + " where f1 = '芜湖市第3号商店'")
                            .query()
                            .singleRow()
                            .values()
                            .stream()
                            .map(String::valueOf))
                    .containsExactly(
                            "true",
                            "3",
                            "3.75",
                            "-37037036703703703671.50",
                            "false",
                            "2020-03-02",
                            "2024-01-01T08:03",
                            "true",
                            "3",
                            "b3");
        }

        /** A time that has no zone: which it was, is not for the hub to guess. */
        @Test
        void whoseTimesHaveNoZoneIsQuarantinedWhereTheyNeedOne() {
            Sender sender = new Sender(
                    hub,
                    jdbc,
                    831,
                    SCHEMA.replace("\"%s\"", "{\"type\": \"long\", \"logicalType\": \"timestamp-millis\"}"));

            JsonNode result = sender.send("UPSERT", TYPE, file(), 40);

            assertThat(result.path("state").asString()).isEqualTo("REJECTED");
            assertThat(result.at("/counts/quarantined").asLong()).isEqualTo(40);
            assertThat(result.path("topReasons").toString()).contains("seen").contains("type");
        }

        @Test
        void thatIsDamagedOrHasOtherColumnsIsRefusedAtOnce() {
            Sender sender = new Sender(hub, jdbc, 832, SCHEMA.formatted("string"));
            String batch = sender.opened("UPSERT");
            byte[] file = file();

            malformed(
                    sender.part(batch, 1, TYPE, Arrays.copyOf(file, file.length - 10)),
                    "Part 1 is malformed: expected a Parquet file ending in PAR1");
            // Within the first page, behind its header and the length Snappy begins with.
            Arrays.fill(file, 100, 104, (byte) 0xFF);
            malformed(sender.part(batch, 1, TYPE, file), "Part 1 is malformed: the Parquet file is damaged");
            Sender other = new Sender(hub, jdbc, 833);
            malformed(
                    other.part(other.opened("UPSERT"), 1, TYPE, file()),
                    "The Parquet file has the column \"name\", which shop has not");
        }
    }

    @Nested
    class APartInTheWireFormat {

        private static final String TYPE = "application/vnd.exchange-hub.avro-wire";

        private static byte[] body(String id, @Nullable Long staff) {
            Schema schema = new Schema.Parser().parse(Sender.SCHEMA);
            GenericRecordBuilder record = new GenericRecordBuilder(schema).set("id", id);
            record.set("staff", staff);
            try {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
                new GenericDatumWriter<GenericRecord>(schema).write(record.build(), encoder);
                encoder.flush();
                return out.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static byte[] frames(WireFormat... messages) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                for (WireFormat message : messages) {
                    out.writeInt(message.encode().length);
                    out.write(message.encode());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        /** A dataset whose one schema version has this id in the registry. */
        private Sender sender(int number, int registryId) {
            Sender sender = new Sender(hub, jdbc, number);
            jdbc.sql("update hub.contract_schema set registry_id = :id where dataset = :dataset")
                    .param("id", registryId)
                    .param("dataset", sender.dataset())
                    .update();
            return sender;
        }

        @Test
        void isPublishedAndAMessageThatCannotBeDecodedIsQuarantined() {
            Sender sender = sender(835, 8350);
            byte[] good = body("A", 1L);

            JsonNode result = sender.send(
                    "UPSERT",
                    TYPE,
                    frames(
                            new WireFormat(8350, good),
                            new WireFormat(8350, Arrays.copyOf(good, good.length - 3)),
                            new WireFormat(8350, body("B", null))),
                    3);

            assertThat(result.path("state").asString()).as(result.toString()).isEqualTo("PUBLISHED");
            assertThat(result.at("/counts/quarantined").asLong()).isEqualTo(1);
            assertThat(sender.current()).extracting("id").containsExactly("A", "B");
            assertThat(sender.steward()
                            .get("/api/v1/batches/" + result.path("id").asString() + "/quarantine")
                            .text())
                    .contains("cannot be decoded with its schema");
        }

        @Test
        void ofAnUnknownSchemaOrAnotherDatasetsIsRefused() {
            sender(836, 8360);
            Sender sender = sender(837, 8370);
            String batch = sender.opened("UPSERT");

            for (int id : new int[] {8360, 8379}) {
                malformed(
                        sender.part(
                                batch,
                                1,
                                TYPE,
                                frames(new WireFormat(8370, body("A", 1L)), new WireFormat(id, body("B", 1L)))),
                        "Message 2 of the stream: expected the id of a schema of shop, found " + id);
            }
        }

        @Test
        void thatIsCutOrNoneIsRefused() {
            Sender sender = sender(838, 8380);
            String batch = sender.opened("UPSERT");
            byte[] part = frames(new WireFormat(8380, body("A", 1L)));

            malformed(sender.part(batch, 1, TYPE, Arrays.copyOf(part, part.length - 1)), "expected a message of");
            malformed(sender.part(batch, 1, TYPE, new byte[] {0, 0}), "ends within the length");
            malformed(
                    sender.part(
                            batch,
                            1,
                            TYPE,
                            ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).array()),
                    "expected a length of 5 to 4194304 bytes before the message, found 2147483647");
            for (byte[] other : List.of(new byte[] {0, 0, 0, 5, 1, 0, 0, 0, 1}, Sender.bytes("id,owner\nA,x\n"))) {
                malformed(sender.part(batch, 1, TYPE, other), "Message 1 of the stream");
            }
        }
    }
}
