package org.exchangehub.schemas.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.exchangehub.schemas.RecordChecker;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.canonical.CanonicalRecords;
import org.exchangehub.schemas.canonical.DatasetDigest;
import org.exchangehub.schemas.encoding.RecordEncoding.AvroBinary;
import org.exchangehub.schemas.encoding.RecordEncoding.AvroContainer;
import org.exchangehub.schemas.encoding.RecordEncoding.ConfluentWire;
import org.exchangehub.schemas.encoding.RecordEncoding.Csv;
import org.exchangehub.schemas.encoding.RecordEncoding.JsonArray;
import org.exchangehub.schemas.encoding.RecordEncoding.JsonLines;
import org.exchangehub.schemas.value.FieldType.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the schema and the record: what is written is read, in every encoding, and is the same record to the byte. */
class RoundTripTests {

    private static final int RECORDS = 40;

    static IntStream seeds() {
        return IntStream.range(0, 25);
    }

    private static List<RecordEncoding> encodings(StandardSchema schema) {
        return List.of(
                new AvroContainer(AvroCodec.NULL),
                new AvroContainer(AvroCodec.DEFLATE),
                new AvroContainer(AvroCodec.BZIP2),
                new AvroBinary(schema.avro()),
                new ConfluentWire(7, schema.avro()),
                new JsonArray(),
                new JsonLines(),
                Csv.PLAIN,
                new Csv(StandardCharsets.UTF_8, true, false),
                new Csv(StandardCharsets.UTF_16LE, true, false),
                new Csv(Charset.forName("GB18030"), false, false));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheSameRecordsAndTheSameDigest(int seed) {
        RandomRecords source = new RandomRecords(seed);
        StandardSchema schema = source.schema();
        RecordChecker checker = RecordChecker.of(schema);
        List<List<@Nullable Object>> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            records.add(source.record(checker));
        }
        for (RecordEncoding encoding : encodings(schema)) {
            List<List<@Nullable Object>> read = read(encoding, checker, written(encoding, schema, records));

            assertThat(read).as(encoding.toString()).hasSameSizeAs(records);
            for (int i = 0; i < RECORDS; i++) {
                assertThat(plain(schema, read.get(i))).as(encoding.toString()).isEqualTo(plain(schema, records.get(i)));
            }
            assertThat(digest(schema, read).digest())
                    .as(encoding.toString())
                    .isEqualTo(digest(schema, records).digest());
        }
    }

    private static byte[] written(
            RecordEncoding encoding, StandardSchema schema, List<List<@Nullable Object>> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RecordWriter writer = encoding.writer(out, schema)) {
            for (List<@Nullable Object> record : records) {
                writer.write(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<List<@Nullable Object>> read(RecordEncoding encoding, RecordChecker checker, byte[] bytes) {
        List<List<@Nullable Object>> records = new ArrayList<>();
        for (SourceRow row : encoding.rows(bytes, checker.schema(), Limits.STANDARD)) {
            assertThat(row).as(encoding.toString()).isInstanceOf(SourceRow.Parsed.class);
            records.add(RandomRecords.typed(
                    checker, ((SourceRow.Parsed) row).values().toArray()));
        }
        return records;
    }

    /** What can be compared without canonical bytes: all but nested values, whose text may differ in form. */
    private static String plain(StandardSchema schema, List<@Nullable Object> record) {
        @Nullable Object[] values = record.toArray();
        for (int i = 0; i < values.length; i++) {
            if (schema.fields().get(i).type().kind() == Kind.JSON) {
                values[i] = null;
            }
        }
        return Arrays.deepToString(values);
    }

    private static DatasetDigest digest(StandardSchema schema, List<List<@Nullable Object>> records) {
        CanonicalRecords canonical = CanonicalRecords.of(schema);
        DatasetDigest digest = new DatasetDigest();
        records.forEach(record -> digest.add(canonical.digest(record)));
        return digest;
    }
}
