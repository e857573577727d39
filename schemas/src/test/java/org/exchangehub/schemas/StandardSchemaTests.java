package org.exchangehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardSchemaTests {

    private static final String KEY = SchemaTexts.field("k", 1, "\"string\"");

    private static List<String> refusedPaths(String avsc) {
        SchemaRefused refused = assertThatExceptionOfType(SchemaRefused.class)
                .isThrownBy(() -> StandardSchema.parse(avsc))
                .actual();
        return refused.refusals().stream().map(Refusal::path).toList();
    }

    @Test
    void readsAllThatItIsTold() {
        StandardSchema schema = StandardSchema.parse(SchemaTexts.of(
                KEY,
                SchemaTexts.field(
                        "capital",
                        2,
                        "[\"null\",{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":10,\"scale\":2}]",
                        "\"hub.unit\":\"万元\"",
                        "\"hub.filter\":\"range\"",
                        "\"hub.checks\":[\"range:0..\"]",
                        "\"hub.element\":{\"standard\":\"GB/T 1\",\"code\":\"zb\"}",
                        "\"aliases\":[\"zb\"]")));

        assertThat(schema.fullName()).isEqualTo("n.R");
        assertThat(schema.field("capital")).hasValueSatisfying(field -> {
            assertThat(field.type()).hasToString("DECIMAL(10,2)");
            assertThat(field.nullable()).isTrue();
            assertThat(field.filter()).isEqualTo(FilterKind.RANGE);
            assertThat(field.element()).isEqualTo(new StandardField.Element("GB/T 1", "zb"));
            assertThat(field.unit()).isEqualTo("万元");
            assertThat(field.aliases()).containsExactly("zb");
        });
    }

    @Nested
    class Refusing {

        @ParameterizedTest
        @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                        "hub.colour":"red"                ; hub.colour
                        "hub.checks":["uscc","luck"]      ; hub.checks/1
                        "hub.checks":["date-not-future"]  ; hub.checks/0
                        "hub.checks":["length:9..1"]      ; hub.checks/0
                        "hub.checks":["pattern:("]        ; hub.checks/0
                        "hub.checks":["uscc:x"]           ; hub.checks/0
                        "hub.mask":"veil"                 ; hub.mask
                        "hub.mask":"amountBand"           ; hub.mask
                        "hub.mask":"name:k"               ; hub.mask
                        "hub.mask":"holderName"           ; hub.mask
                        "hub.mask":"holderName:nobody"    ; hub.mask
                        "hub.codes":"colours"             ; hub.codes
                        "hub.filter":"fuzzy"              ; hub.filter
                        "hub.element":{"standard":"x"}    ; hub.element/code
                        """)
        void namesThePathOfAWrongProperty(String property, String path) {
            String avsc = SchemaTexts.of(KEY, SchemaTexts.field("a", 2, "\"string\"", property));

            assertThat(refusedPaths(avsc)).containsExactly("/fields/1/" + path);
        }

        @ParameterizedTest
        @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                        {"type":"map","values":"string"}
                        {"type":"enum","name":"E","symbols":["A"]}
                        {"type":"fixed","name":"F","size":4}
                        {"type":"int","logicalType":"time-millis"}
                        {"type":"string","logicalType":"uuid"}
                        "null"
                        {"type":"array","items":{"type":"map","values":"string"}}
                        {"type":"record","name":"Self","fields":[{"name":"s","type":["null","Self"],"default":null}]}
                        """)
        void knowsNoOtherTypes(String type) {
            assertThat(refusedPaths(SchemaTexts.of(KEY, SchemaTexts.field("a", 2, type))))
                    .containsExactly("/fields/1/type");
        }

        @Test
        void wantsIdTitleAndLevelOfEveryField() {
            String avsc = SchemaTexts.of(KEY, "{\"name\":\"a\",\"type\":\"string\"}");

            assertThat(refusedPaths(avsc))
                    .containsExactly("/fields/1/hub.id", "/fields/1/hub.title", "/fields/1/hub.level");
        }

        @Test
        void wantsIdsAndNamesThatAreTheirOwn() {
            String avsc = SchemaTexts.of(
                    KEY,
                    SchemaTexts.field("a", 1, "\"string\""),
                    SchemaTexts.field("b", 2, "\"string\"", "\"aliases\":[\"A\"]"));

            assertThat(refusedPaths(avsc)).containsExactly("/fields/1/hub.id", "/fields/2/name");
        }

        @Test
        void wantsAKeyThatIsAlwaysThere() {
            String optional = SchemaTexts.field("a", 2, "[\"null\",\"string\"]");

            assertThat(refusedPaths(SchemaTexts.record("\"hub.key\":[\"k\",\"a\",\"z\"]", KEY, optional)))
                    .containsExactly("/hub.key/1", "/hub.key/2");
            assertThat(refusedPaths(SchemaTexts.record("\"hub.key\":[]", KEY))).containsExactly("/hub.key");
        }

        @ParameterizedTest
        @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                        k <= 5
                        k + 'x'
                        missing == 'x'
                        1 == 1
                        k.all(c, c == 'x')
                        k ==
                        """)
        void wantsRulesThatAreTrueOrFalseOfItsFields(String expression) {
            String rule = "\"hub.key\":[\"k\"],\"hub.rules\":[{\"id\":\"r\",\"expression\":\"" + expression
                    + "\",\"message\":{\"zh\":\"错\",\"en\":\"wrong\"}}]";

            assertThat(refusedPaths(SchemaTexts.record(rule, KEY))).containsExactly("/hub.rules/0/expression");
        }

        @Test
        void wantsReferencesThatNamePlainFieldsAndIdsOfTheirOwn() {
            String references = "\"hub.key\":[\"k\"],\"hub.references\":["
                    + "{\"id\":\"known\",\"fields\":[\"k\",\"k\",\"z\"],\"dataset\":\"d\",\"message\":{\"zh\":\"错\",\"en\":\"e\"}},"
                    + "{\"id\":\"uscc\",\"fields\":[],\"severity\":\"fatal\",\"why\":1}]";

            assertThat(refusedPaths(SchemaTexts.record(references, KEY)))
                    .containsExactlyInAnyOrder(
                            "/hub.references/0/fields/1",
                            "/hub.references/0/fields/2",
                            "/hub.references/1/why",
                            "/hub.references/1/dataset",
                            "/hub.references/1/message",
                            "/hub.references/1/severity",
                            "/hub.references/1/fields");
            String repeated = references
                    .replaceAll("\\[\"k\",\"k\",\"z\"\\]", "[\"k\"]")
                    .replaceAll(",\\{\"id\":\"uscc\".*", "]")
                    .replace("known", "uscc");
            assertThat(refusedPaths(SchemaTexts.record(repeated, KEY))).containsExactly("/hub.references");
            assertThat(StandardSchema.parse(SchemaTexts.record(repeated.replace("uscc", "known"), KEY))
                            .references())
                    .singleElement()
                    .satisfies(reference -> assertThat(reference.fields()).containsExactly("k"));
        }

        @Test
        void holdsAThousandFieldsAndNoMore() {
            String[] fields = IntStream.rangeClosed(2, 1_000)
                    .mapToObj(id -> SchemaTexts.field("f" + id, id, "\"string\""))
                    .toArray(String[]::new);
            String thousand = KEY + "," + String.join(",", fields);

            assertThat(StandardSchema.parse(SchemaTexts.of(thousand)).fields()).hasSize(1_000);
            assertThat(refusedPaths(SchemaTexts.of(thousand, SchemaTexts.field("more", 1_001, "\"string\""))))
                    .contains("/fields");
        }

        @Test
        void isCalmBeforeNonsense() {
            String deep = "[".repeat(5_000);

            assertThat(refusedPaths("{")).containsExactly("");
            assertThat(refusedPaths(deep)).containsExactly("");
            assertThat(refusedPaths("\"string\"")).containsExactly("/type");
            assertThat(refusedPaths("{\"type\":\"record\",\"name\":\"1\",\"fields\":[]}"))
                    .containsExactly("");
        }

        @Test
        void saysEverythingAtOnce() {
            String avsc = SchemaTexts.record("\"hub.key\":[\"z\"],\"hub.owner\":\"x\"", KEY);

            assertThatExceptionOfType(SchemaRefused.class)
                    .isThrownBy(() -> StandardSchema.parse(avsc))
                    .withMessageContaining("/hub.owner: expected one of")
                    .withMessageContaining("/hub.key/0: expected a field that is there once");
        }
    }
}
