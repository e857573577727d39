package org.exchangehub.schemas.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.exchangehub.schemas.SchemaTexts;
import org.exchangehub.schemas.SharedData;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.encoding.RecordEncoding.AvroBinary;
import org.exchangehub.schemas.encoding.RecordEncoding.AvroContainer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the Avro project itself. */
class AvroVectorsTests {

    private static final AvroContainer CONTAINER = new AvroContainer(AvroCodec.NULL);
    private static final StandardSchema WEATHER = StandardSchema.parse(SchemaTexts.record(
            "\"hub.key\":[\"station\"]",
            SchemaTexts.field("station", 1, "\"string\""),
            SchemaTexts.field("time", 2, "\"long\""),
            SchemaTexts.field("temp", 3, "\"int\"")));

    private static Path file(String name) {
        Path path = SharedData.file("vectors/avro/" + name).orElse(null);
        Assumptions.assumeTrue(path != null, SharedData.ABSENT);
        return Objects.requireNonNull(path);
    }

    private static List<List<Object>> rows(String name) throws IOException {
        return rows(Files.readAllBytes(file(name)));
    }

    private static List<List<Object>> rows(byte[] container) throws IOException {
        return CONTAINER.rows(container, WEATHER, Limits.STANDARD).stream()
                .map(row -> List.<Object>copyOf(((SourceRow.Parsed) row).values()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weather", "weather-deflate", "weather-snappy"})
    void holdTheSameRowsInEachCodec(String name) throws IOException {
        assertThat(rows(name + ".avro"))
                .containsExactly(
                        List.of("011990-99999", -619524000000L, 0),
                        List.of("011990-99999", -619506000000L, 22),
                        List.of("011990-99999", -619484400000L, -11),
                        List.of("012650-99999", -655531200000L, 111),
                        List.of("012650-99999", -655509600000L, 78));
    }

    @Test
    void areReadSortedToo() throws IOException {
        assertThat(rows("weather-sorted.avro")).containsExactlyInAnyOrderElementsOf(rows("weather.avro"));
    }

    @Test
    void areRefusedByNameInACodecThatIsNotTaken() throws IOException {
        byte[] container = Files.readAllBytes(file("weather-zstd.avro"));

        assertThatThrownBy(() -> rows(container))
                .hasMessage("Expected one of the codecs null, deflate, bzip2, snappy, found zstandard");
    }

    /** Single-object encoding: two bytes, the fingerprint of the schema, the record (Avro specification 1.12). */
    @Test
    void includeAMessageBehindItsSchemasFingerprint() throws IOException {
        Schema schema = new Schema.Parser().parse(Files.readString(file("test_schema.avsc")));
        StandardSchema ours = StandardSchema.parse(SchemaTexts.record(
                "\"hub.key\":[\"id\"]",
                SchemaTexts.field("id", 1, "\"long\""),
                SchemaTexts.field("name", 2, "\"string\""),
                SchemaTexts.field("tags", 3, "{\"type\":\"array\",\"items\":\"string\"}")));
        byte[] message = Files.readAllBytes(file("test_message.bin"));

        assertThat(ByteBuffer.wrap(message).getShort()).isEqualTo((short) 0xc301);
        assertThat(ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).getLong(2))
                .isEqualTo(SchemaNormalization.parsingFingerprint64(schema));
        assertThat(new AvroBinary(schema).rows(Arrays.copyOfRange(message, 10, message.length), ours, Limits.STANDARD))
                .singleElement()
                .extracting(row -> ((SourceRow.Parsed) row).values().get(1))
                .isEqualTo("Bill");
    }

    @Test
    void giveEachSchemaItsCanonicalFormAndFingerprint() throws IOException {
        Matcher part = Pattern.compile("^<<(\\w+)(?: (.*)|\\n(?s:(.*?))\\n\\1)$", Pattern.MULTILINE)
                .matcher(Files.readString(file("schema-tests.txt")));
        Schema schema = Schema.create(Schema.Type.NULL);
        int compared = 0;
        while (part.find()) {
            String text = part.group(2) == null ? part.group(3) : part.group(2);
            switch (part.group(1)) {
                case "INPUT" -> schema = new Schema.Parser().parse(text);
                case "canonical" ->
                    assertThat(SchemaNormalization.toParsingForm(schema)).isEqualTo(text);
                default ->
                    assertThat(SchemaNormalization.parsingFingerprint64(schema)).isEqualTo(Long.parseLong(text));
            }
            compared++;
        }
        assertThat(compared).isGreaterThan(60);
    }
}
