package org.exchangehub.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.exchangehub.core.contract.Schemas.ID;
import static org.exchangehub.core.contract.Schemas.NAME;
import static org.exchangehub.core.contract.Schemas.NOTE;
import static org.exchangehub.core.contract.Schemas.field;
import static org.exchangehub.core.contract.Schemas.keyed;
import static org.exchangehub.core.contract.Schemas.optional;
import static org.exchangehub.core.contract.Schemas.thing;

import java.util.List;
import java.util.stream.IntStream;
import org.exchangehub.core.contract.BoundSchema.State;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.StandardSchema;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SchemaEvolutionTest {

    private static final String FIRST = thing(ID, NAME);

    private static void require(String next, String... before) {
        List<BoundSchema> published = IntStream.range(0, before.length)
                .mapToObj(i -> new BoundSchema(
                        "301001-000001", i + 1, i + 1, StandardSchema.parse(before[i]), State.PUBLISHED))
                .toList();
        SchemaEvolution.require(StandardSchema.parse(next), published);
    }

    private static HubProblem refusal(String next, String... before) {
        return catchThrowableOfType(HubProblem.class, () -> require(next, before));
    }

    @Nested
    class AVersionFollows {

        @Test
        void withANewNullableField() {
            assertThatCode(() -> require(thing(ID, NAME, NOTE), FIRST)).doesNotThrowAnyException();
        }

        @Test
        void withADecimalThatHasMoreDigitsBeforeThePoint() {
            assertThatCode(() -> require(thing(ID, sum(20, 4)), thing(ID, sum(18, 4))))
                    .doesNotThrowAnyException();
            assertThat(refusal(thing(ID, sum(20, 2)), thing(ID, sum(18, 4)))).hasMessageContaining("DECIMAL(18,4)");
            assertThat(refusal(thing(ID, sum(16, 4)), thing(ID, sum(18, 4)))).hasMessageContaining("DECIMAL(16,4)");
        }

        private static String sum(int precision, int scale) {
            return field(
                    4,
                    "sum",
                    "[\"null\", {\"type\": \"bytes\", \"logicalType\": \"decimal\", \"precision\": %d, \"scale\": %d}],"
                                    .formatted(precision, scale)
                            + " \"default\": null");
        }

        @Test
        void withAFieldRenamedByAlias() {
            String renamed = field(2, "title", "[\"null\", \"string\"], \"default\": null, \"aliases\": [\"name\"]");

            assertThatCode(() -> require(thing(ID, renamed), FIRST)).doesNotThrowAnyException();
        }
    }

    @Nested
    class ARefusalNamesFieldVersionAndReason {

        private static void assertRefused(String next, String reason) {
            HubProblem problem = refusal(next, FIRST);

            assertThat(problem.code()).isEqualTo(ErrorCode.SCHEMA_INCOMPATIBLE);
            assertThat(problem).hasMessageContaining(reason);
        }

        @Test
        void ofARemovedField() {
            assertRefused(
                    thing(ID), "/fields/name: expected the field with hub.id 2 as in version 1, found no such field");
        }

        @Test
        void ofAFieldMadeRequired() {
            assertRefused(
                    thing(ID, field(2, "name", "\"string\"")),
                    "/fields/name: expected a nullable field as in version 1, found a required field");
        }

        @Test
        void ofANewRequiredField() {
            assertRefused(
                    thing(ID, NAME, field(3, "note", "\"string\"")),
                    "/fields/note: expected a new field to be nullable");
        }

        @Test
        void ofAnotherType() {
            assertRefused(
                    thing(ID, optional(2, "name", "long")),
                    "/fields/name: expected type STRING as in version 1, found type LONG");
        }

        @Test
        void ofANameThatGetsAnotherId() {
            assertRefused(
                    thing(ID, optional(9, "name", "string")),
                    "/fields/name: expected the field with hub.id 2 as in version 1, found the name with hub.id 9");
        }

        @Test
        void ofAnotherKey() {
            String code = field(3, "code", "\"string\"");

            assertThat(refusal(keyed("code", ID, code), keyed("id", ID, code)))
                    .hasMessageContaining("/hub.key: expected the key [id] as in version 1, found [code]");
        }

        @Test
        void alsoAgainstOlderVersions() {
            HubProblem problem = refusal(thing(ID, NOTE), FIRST, thing(ID, NAME, NOTE));

            assertThat(problem.errors())
                    .extracting(FieldError::expected)
                    .containsExactly(
                            "the field with hub.id 2 as in version 1", "the field with hub.id 2 as in version 2");
        }
    }
}
