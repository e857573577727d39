package org.exchangehub.schemas.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.exchangehub.schemas.SchemaTexts;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.encoding.RecordEncoding.AvroBinary;
import org.exchangehub.schemas.encoding.RecordEncoding.AvroContainer;
import org.exchangehub.schemas.encoding.RecordEncoding.ConfluentWire;
import org.exchangehub.schemas.encoding.RecordEncoding.Csv;
import org.exchangehub.schemas.encoding.RecordEncoding.JsonArray;
import org.exchangehub.schemas.encoding.RecordEncoding.JsonLines;
import org.exchangehub.schemas.encoding.SourceRow.Parsed;
import org.exchangehub.schemas.encoding.SourceRow.Unparsed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams from outside that want to break the reader: each is refused with what was expected and found, and where. */
class HostileStreamsTests {

    private static final StandardSchema SCHEMA = StandardSchema.parse(SchemaTexts.of(
            SchemaTexts.field("k", 1, "\"string\""),
            SchemaTexts.field("n", 2, "[\"null\",\"long\"]"),
            SchemaTexts.field("list", 3, "[\"null\",{\"type\":\"array\",\"items\":\"string\"}]")));
    private static final Limits SMALL = new Limits(1_000, 10_000, 8, 100);

    private static List<SourceRow> rows(RecordEncoding encoding, byte[] bytes) {
        return encoding.rows(bytes, SCHEMA, SMALL);
    }

    private static List<SourceRow> rows(RecordEncoding encoding, String text) {
        return rows(encoding, text.getBytes(UTF_8));
    }

    private static String reason(SourceRow row) {
        return ((Unparsed) row).reason().en();
    }

    /** Bytes of Avro binary: whole numbers and texts. */
    private static byte[] avro(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object part : parts) {
            byte[] text = part instanceof String string ? string.getBytes(UTF_8) : new byte[0];
            long number = part instanceof String ? text.length : ((Number) part).longValue();
            for (long rest = (number << 1) ^ (number >> 63); ; rest >>>= 7) {
                out.write((int) (rest > 0x7f || rest < 0 ? (rest & 0x7f) | 0x80 : rest));
                if (rest <= 0x7f && rest >= 0) {
                    break;
                }
            }
            out.writeBytes(text);
        }
        return out.toByteArray();
    }

    @Nested
    class AvroBinaryThatLies {

        private static final String NULLS = """
                {"type":"record","name":"W","fields":[{"name":"k","type":"string"},{"name":"list","type":
                  {"type":"array","items":"null"}}]}""";
        private static final String DEEP = """
                {"type":"record","name":"W","fields":[{"name":"k","type":"string"},{"name":"list","type":
                  {"type":"record","name":"L","fields":[{"name":"next","type":["null","L"]}]}}]}""";

        private static void refused(String writer, String sentence, Object... parts) {
            AvroBinary binary = new AvroBinary(new Schema.Parser().parse(writer));
            assertThatThrownBy(() -> rows(binary, avro(parts)))
                    .isInstanceOf(MalformedRecords.class)
                    .hasMessageStartingWith("Row 1 of the stream, which begins at byte 0: ")
                    .hasMessageContaining(sentence);
        }

        @Test
        void isRefused() {
            String own = SCHEMA.avro().toString();
            refused(NULLS, "more than 100 nested values", "k", Long.MAX_VALUE, 0);
            refused(NULLS, "claims -9223372036854775808 items", "k", Long.MIN_VALUE, 1);
            refused(NULLS, "more than 100 nested values", "k", -101, 1L << 40);
            refused(own, "a value of 1099511627776 bytes makes the record longer than 1000", 1L << 40);
            refused(own, "claims -1 bytes", -1);
            refused(own, "expected a choice of 0 to 1, found 2", "k", 2);
            refused(own, "the stream ends within the row", "k", 1);
            Object[] nested = new Object[40];
            Arrays.fill(nested, 1);
            nested[0] = "k";
            refused(DEEP, "nested deeper than 8", nested);
        }

        @Test
        void isRefusedWhenItsRowsHaveNoLength() {
            assertThatThrownBy(() -> rows(
                            new AvroBinary(
                                    new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"W\",\"fields\":[]}")),
                            new byte[1]))
                    .hasMessage("The writer's schema lacks the required field k");
        }

        @Test
        void showsBytesThatAreNoTextAsWhatTheyAre() {
            List<SourceRow> rows = rows(new AvroBinary(SCHEMA.avro()), new byte[] {4, (byte) 0xc3, 0x28, 0, 0});

            assertThat(((Parsed) rows.getFirst()).values().getFirst()).isEqualTo("\uFFFD(");
        }
    }

    @Nested
    class AContainerThatLies {

        private static byte[] container(CodecFactory codec, String key) throws IOException {
            Schema schema = new Schema.Parser()
                    .parse("{\"type\":\"record\",\"name\":\"W\",\"fields\":[{\"name\":\"k\",\"type\":\"string\"}]}");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
                writer.setCodec(codec).create(schema, out);
                GenericRecord record = new GenericData.Record(schema);
                record.put("k", key);
                writer.append(record);
            }
            return out.toByteArray();
        }

        @Test
        void isRefusedWhenABlockUnpacksToTooMuch() throws IOException {
            for (CodecFactory codec : List.of(CodecFactory.deflateCodec(9), CodecFactory.bzip2Codec())) {
                byte[] bomb = container(codec, "x".repeat(1 << 20));

                assertThatThrownBy(() -> rows(new AvroContainer(AvroCodec.NULL), bomb))
                        .isInstanceOf(MalformedRecords.class)
                        .hasMessage("A block unpacks to more than 10000 bytes");
            }
        }

        @Test
        void isRefusedOrReadWhateverByteOfItIsAnother() throws IOException {
            Random random = new Random(4);
            for (CodecFactory codec :
                    List.of(CodecFactory.nullCodec(), CodecFactory.deflateCodec(9), CodecFactory.bzip2Codec())) {
                byte[] good = container(codec, "abc".repeat(50));
                for (int i = 0; i < good.length; i++) {
                    byte[] bad = good.clone();
                    bad[i] ^= (byte) (1 << random.nextInt(8));
                    try {
                        rows(new AvroContainer(AvroCodec.NULL), bad);
                    } catch (MalformedRecords malformed) {
                        assertThat(malformed.sentence()).isNotBlank();
                    }
                }
            }
        }
    }

    @Nested
    class Json {

        @Test
        void spoilsOneRowOnly() {
            String good = "{\"k\":\"good\"}";
            String bad = "{\"k\":1,\"k\":2} {\"list\":{\"a\":1,\"a\":2}} {\"list\":" + "[".repeat(9) + "]".repeat(9)
                    + "} {\"list\":[" + "1,".repeat(100) + "1]} {\"x\":[\"" + "y".repeat(999)
                    + "\"]} [1,{}] 7 \"text\" null";
            List<String> expected = List.of(
                    "The name k comes twice",
                    "The name a comes twice",
                    "Values are nested deeper than 8",
                    "The row has more than 100 nested values",
                    "longer than 1000",
                    "not a JSON object",
                    "not a JSON object",
                    "not a JSON object",
                    "not a JSON object");

            List<SourceRow> lines = rows(new JsonLines(), bad.replace(' ', '\n') + "\n" + good);
            List<SourceRow> items = rows(new JsonArray(), "[" + bad.replace(' ', ',') + "," + good + "]");

            for (int i = 0; i < expected.size(); i++) {
                assertThat(reason(lines.get(i))).contains(expected.get(i));
                assertThat(reason(items.get(i))).contains(expected.get(i));
            }
            assertThat(((Parsed) lines.getLast()).values()).startsWith("good");
            assertThat(((Parsed) items.getLast()).values()).startsWith("good");
        }

        @Test
        void keepsNumbersToTheLetterAndUnknownNamesApart() {
            Parsed row = (Parsed) rows(
                            new JsonLines(),
                            "{\"_row\":12,\"_op\":\"D\",\"n\":1.50e999999999,\"list\":[1.10,\"\\u0000\\ud800\"],\"u\":true}")
                    .getFirst();

            assertThat(row.number()).isEqualTo(12);
            assertThat(row.op()).isEqualTo("D");
            assertThat(row.values()).containsExactly(null, "1.50e999999999", "[1.10,\"\\u0000\ud800\"]");
            assertThat(row.unknown()).containsEntry("u", "true");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{\"k\":1}|Expected an array of objects, found START_OBJECT",
                    "[{\"k\":1}] []|Expected nothing behind the array, found START_ARRAY",
                    "[{\"k\":1|Row 1 is not JSON, line 1, column",
                    "[{\"k\":1},|Row 1 is not JSON, line 1, column",
                    "[nothing]|Row 0 is not JSON, line 1, column",
                    "``|Expected an array of objects, found the end"
                })
        void thatIsNoArrayIsRefused(String text, String sentence) {
            assertThatThrownBy(() -> rows(new JsonArray(), text))
                    .isInstanceOf(MalformedRecords.class)
                    .hasMessageStartingWith(sentence);
        }

        @Test
        void thatNestsWithoutEndIsRefusedWithoutAnError() {
            String deep = "{\"list\":" + "[".repeat(100_000);

            assertThat(rows(new JsonLines(), deep.substring(0, 900)))
                    .singleElement()
                    .isInstanceOf(Unparsed.class);
            assertThatThrownBy(() -> rows(new JsonArray(), "[" + deep)).isInstanceOf(MalformedRecords.class);
        }
    }

    @Nested
    class SeparatedValues {

        @Test
        void areRefusedWhenARowNeverEnds() {
            assertThatThrownBy(() -> rows(Csv.PLAIN, "k\n\"" + "x".repeat(20_000)))
                    .isInstanceOf(MalformedRecords.class)
                    .hasMessageStartingWith("Not CSV: ");
        }

        @Test
        void spoilOneRowOnlyWhenItsWidthIsAnother() {
            List<SourceRow> rows = rows(Csv.PLAIN, "k,n\na\nb,1,2\nc,3\n");

            assertThat(reason(rows.get(0))).isEqualTo("Expected 2 values, found 1");
            assertThat(reason(rows.get(1))).isEqualTo("Expected 2 values, found 3");
            assertThat(((Parsed) rows.get(2)).values()).containsExactly("c", "3", null);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"k,colour|\"colour\", which test has not", "k,k|k twice", "n|the required field k"})
        void areRefusedWithAnotherHeader(String header, String sentence) {
            assertThatThrownBy(() -> rows(Csv.PLAIN, header)).hasMessageContaining(sentence);
        }

        @Test
        void showBytesThatAreNoTextAsWhatTheyAre() {
            assertThat(((Parsed) rows(Csv.PLAIN, new byte[] {'k', '\n', 'a', (byte) 0xe9, 0})
                                    .getFirst())
                            .values()
                            .getFirst())
                    .isEqualTo("a\uFFFD\0");
        }
    }

    @Test
    void areNeverMoreThanRefusedWhateverTheirBytes() {
        Random random = new Random(1);
        List<RecordEncoding> encodings = List.of(
                new AvroContainer(AvroCodec.NULL),
                new AvroBinary(SCHEMA.avro()),
                new ConfluentWire(1, SCHEMA.avro()),
                new JsonArray(),
                new JsonLines(),
                Csv.PLAIN);
        byte[][] beginnings = {{'O', 'b', 'j', 1}, {}, {0, 0, 0, 0, 1}, {'[', '{'}, {'{', '"'}, {'k', '\n'}};
        for (int i = 0; i < 20_000; i++) {
            byte[] beginning = beginnings[i % encodings.size()];
            byte[] bytes = new byte[beginning.length + random.nextInt(64)];
            random.nextBytes(bytes);
            System.arraycopy(beginning, 0, bytes, 0, beginning.length);
            try {
                rows(encodings.get(i % encodings.size()), bytes);
            } catch (MalformedRecords malformed) {
                assertThat(malformed.sentence()).isNotBlank();
            }
        }
    }
}
