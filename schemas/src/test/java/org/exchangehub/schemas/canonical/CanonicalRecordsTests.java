package org.exchangehub.schemas.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.exchangehub.schemas.CheckedRecord;
import org.exchangehub.schemas.RecordChecker;
import org.exchangehub.schemas.SchemaTexts;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalRecordsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    /** Computed by an implementation of docs/canonical-records.md in another language. */
    private static final JsonNode VECTORS = vectors();

    private static JsonNode vectors() {
        try (InputStream in = CanonicalRecordsTests.class.getResourceAsStream("vectors.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final StandardSchema SCHEMA =
            StandardSchema.parse(VECTORS.path("schema").toString());

    static Stream<Named<JsonNode>> records() {
        return VECTORS.path("records")
                .valueStream()
                .map(record -> Named.of(record.path("what").asText(), record));
    }

    static Stream<Named<JsonNode>> datasets() {
        return VECTORS.path("datasets")
                .valueStream()
                .map(dataset -> Named.of(dataset.path("what").asText(), dataset));
    }

    private static List<@Nullable Object> typed(StandardSchema schema, Map<String, ? extends @Nullable Object> values) {
        CheckedRecord checked = RecordChecker.of(schema).check(values, TODAY);
        assertThat(checked).isInstanceOf(CheckedRecord.Accepted.class);
        return ((CheckedRecord.Accepted) checked).values();
    }

    private static Map<String, @Nullable Object> values(JsonNode record) {
        Map<String, @Nullable Object> values = new HashMap<>();
        record.path("values")
                .properties()
                .forEach(each -> values.put(
                        each.getKey(),
                        each.getValue().isNull() ? null : each.getValue().textValue()));
        return values;
    }

    private static String canonical(StandardSchema schema, Map<String, ? extends @Nullable Object> values) {
        return new String(CanonicalRecords.of(schema).bytes(typed(schema, values)), StandardCharsets.UTF_8);
    }

    @Nested
    class ARecord {

        @ParameterizedTest
        @MethodSource("org.exchangehub.schemas.canonical.CanonicalRecordsTests#records")
        void hasTheBytesAndTheDigestOfItsVector(JsonNode record) {
            assertThat(canonical(SCHEMA, values(record)))
                    .isEqualTo(record.path("canonical").asText());
            assertThat(CanonicalRecords.of(SCHEMA)
                            .digest(typed(SCHEMA, values(record)))
                            .hex())
                    .isEqualTo(record.path("digest").asText());
        }

        @Test
        void staysTheSameWhenItsSchemaGrowsAndAFieldIsRenamed() {
            StandardSchema before = StandardSchema.parse(SchemaTexts.of(
                    SchemaTexts.field("k", 1, "\"string\""), SchemaTexts.field("old", 2, "[\"null\",\"long\"]")));
            StandardSchema after = StandardSchema.parse(SchemaTexts.of(
                    SchemaTexts.field("added", 3, "[\"null\",\"string\"]"),
                    SchemaTexts.field("renamed", 2, "[\"null\",\"long\"]", "\"aliases\":[\"old\"]"),
                    SchemaTexts.field("k", 1, "\"string\"")));

            assertThat(canonical(after, Map.of("k", "A", "renamed", 7)))
                    .isEqualTo(canonical(before, Map.of("k", "A", "old", 7)))
                    .isEqualTo("{\"1\":\"A\",\"2\":\"7\"}");
        }

        @Test
        void isRefusedWithAValueOfAnotherTypeOrNumber() {
            CanonicalRecords canonical = CanonicalRecords.of(SCHEMA);
            List<@Nullable Object> wrong = new ArrayList<>(typed(SCHEMA, Map.of("id", "A")));
            wrong.set(SCHEMA.fields().indexOf(SCHEMA.field("money").orElseThrow()), "12.5");

            assertThatThrownBy(() -> canonical.bytes(wrong)).hasMessageStartingWith("money: expected a BigDecimal");
            assertThatThrownBy(() -> canonical.bytes(List.of("A"))).hasMessageContaining("one per field, found 1");
        }

        @Test
        void doesNotDependOnTheScaleOfADecimal() {
            List<@Nullable Object> record = typed(SCHEMA, Map.of("id", "A", "money", "1.5"));
            List<@Nullable Object> same = new ArrayList<>(record);
            same.set(SCHEMA.fields().indexOf(SCHEMA.field("money").orElseThrow()), new BigDecimal("1.50"));

            assertThat(CanonicalRecords.of(SCHEMA).bytes(same))
                    .isEqualTo(CanonicalRecords.of(SCHEMA).bytes(record));
        }
    }

    @Nested
    class ADataset {

        @ParameterizedTest
        @MethodSource("org.exchangehub.schemas.canonical.CanonicalRecordsTests#datasets")
        void hasTheDigestOfItsVector(JsonNode dataset) {
            DatasetDigest digest = new DatasetDigest();
            for (JsonNode record : dataset.path("records")) {
                digest.add(digest(record.intValue()));
            }

            assertThat(digest.digest().hex()).isEqualTo(dataset.path("digest").asText());
        }

        private static Digest digest(int record) {
            return Digest.ofHex(
                    VECTORS.path("records").path(record).path("digest").asText());
        }

        @Test
        void hasTheSameDigestWhateverTheOrderAndWhatWasThereInBetween() {
            DatasetDigest one = new DatasetDigest();
            one.add(digest(0));
            one.add(digest(2));
            one.add(digest(3));
            DatasetDigest other = new DatasetDigest();
            other.remove(digest(4));
            other.add(digest(3));
            other.add(digest(4));
            other.remove(digest(3));
            other.add(digest(3));
            DatasetDigest part = new DatasetDigest();
            part.add(digest(2));
            part.add(digest(0));
            other.add(part);

            assertThat(other.digest()).isEqualTo(one.digest());
            assertThat(other).isEqualTo(one);
        }

        @Test
        void goesOnFromItsState() {
            DatasetDigest digest = new DatasetDigest();
            digest.add(digest(0));
            DatasetDigest restored = DatasetDigest.ofState(digest.state());
            restored.add(digest(2));
            digest.add(digest(2));

            assertThat(restored).isEqualTo(digest);
            assertThatThrownBy(() -> DatasetDigest.ofState(Arrays.copyOf(digest.state(), 100)))
                    .hasMessageContaining("found 100");
        }

        @Test
        void differsByEachRecordAndHasNoneBelowZero() {
            DatasetDigest one = new DatasetDigest();
            one.add(digest(0));
            DatasetDigest other = new DatasetDigest();
            other.add(digest(2));

            assertThat(one.digest()).isNotEqualTo(other.digest());
            one.remove(digest(0));
            assertThat(one.digest()).isEqualTo(new DatasetDigest().digest());
            one.remove(digest(0));
            assertThatThrownBy(one::digest).isInstanceOf(IllegalStateException.class);
        }
    }
}
