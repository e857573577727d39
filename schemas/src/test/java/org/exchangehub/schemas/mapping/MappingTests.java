package org.exchangehub.schemas.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.Refusal;
import org.exchangehub.schemas.SchemaTexts;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTests {

    private static Mapping mapping(String... fields) {
        return Mapping.parse("{\"version\":1,\"fields\":[" + String.join(",", fields) + "]}");
    }

    private static @Nullable String through(String transforms, String value) {
        Mapping mapping = mapping("{\"to\":\"x\",\"from\":\"a\",\"transforms\":[" + transforms + "]}");
        return mapping.apply(Map.of("a", value)).get("x");
    }

    @Nested
    class Transforming {

        @ParameterizedTest
        @CsvSource(delimiter = ';', quoteCharacter = '`', nullValues = "null", textBlock = """
                        "trim";                                    `\u00a0 a b　`;      a b
                        "halfWidth";                               ９１Ａ（一）;         91A(一)
                        "upper";                                   ab1x;               AB1X
                        "lower";                                   Ab;                 ab
                        "fullWidthBrackets";                       皖(2021)1号;         皖（2021）1号
                        "citizenId";                               110105491231002;    11010519491231002X
                        {"date":["yyyy年M月d日"]};                  2021年3月5日;        2021-03-05
                        {"date":["yyyyMMdd","yyyy/M/d"]};          2021/3/5;           2021-03-05
                        {"date":["yyyyMMdd","yyyy/M/d"]};          20210305;           2021-03-05
                        {"date":["M/d/yy"]};                       3/5/98;             1998-03-05
                        {"date":["MM/dd/yyyy HH:mm:ss"]};          03/05/2021 08:30:00; 2021-03-05
                        {"date":["yyyy-MM-dd'T'HH:mm:ss.S"]};      2021-03-05T00:00:00.000; 2021-03-05
                        {"date":"excelSerial"};                    44260;              2021-03-05
                        {"date":["yyyyMMdd"]};                     20210230;           20210230
                        {"timestamp":{"patterns":["yyyy-MM-dd HH:mm"],"zone":"Asia/Shanghai"}}; 2021-03-05 08:00; 2021-03-05T00:00:00Z
                        "number";                                  `¥ 1,234,567.50`;   1234567.50
                        "number";                                  1,23;               1,23
                        {"number":{"units":{"万元":1,"亿元":10000}}}; 2亿元;             20000
                        {"number":{"units":{"元":"0.0001"}}};       25000元;            2.5000
                        {"codes":{"存续":"1"}};                     存续;               1
                        {"codes":{"存续":"1"}};                     消失;               消失
                        {"nullIf":["(blank)","无"]};                无;                 null
                        {"nullIf":["无"]},{"default":"x"};          无;                 x
                        {"split":{"by":"、","at":0}};               `张三、李四`;         张三
                        {"split":{"by":" ","at":-1}};              `a b c`;            c
                        {"split":{"by":",","at":3}};               `a,b`;              `a,b`
                        """)
        void hasItsResult(String transforms, String value, @Nullable String result) {
            assertThat(through(transforms, value)).isEqualTo(result);
        }
    }

    @Nested
    class Applying {

        @Test
        void takesTheFirstHeaderThatIsThere() {
            Mapping mapping = mapping("{\"to\":\"x\",\"from\":[\"Organization name\",\"Organization\"]}");

            assertThat(mapping.apply(Map.of("Organization", "old"))).containsEntry("x", "old");
            assertThat(mapping.apply(Map.of("Organization", "old", "Organization name", "new")))
                    .containsEntry("x", "new");
        }

        @Test
        void knowsAHeaderBehindAByteOrderMarkInAnyCase() {
            Mapping mapping = mapping("{\"to\":\"x\",\"from\":\"Domain Name\"}");

            assertThat(mapping.apply(Map.of("\uFEFF DOMAIN name ", "gov"))).containsEntry("x", "gov");
        }

        @Test
        void joinsColumnsWithoutGapsAndFillsConstants() {
            Mapping mapping = mapping(
                    "{\"to\":\"x\",\"concat\":{\"from\":[\"a\",[\"b\",\"bb\"],\"c\"],\"with\":\" \"}}",
                    "{\"to\":\"country\",\"constant\":\"US\"}");

            assertThat(mapping.apply(Map.of("a", "1", "bb", " ", "c", "3")))
                    .containsExactly(Map.entry("x", "1 3"), Map.entry("country", "US"));
        }

        @Test
        void givesNullWhereTheSourceHasNothing() {
            assertThat(mapping("{\"to\":\"x\",\"from\":\"gone\",\"transforms\":[\"trim\"]}")
                            .apply(Map.of("a", "1")))
                    .containsEntry("x", null);
        }

        @Test
        void tellsWhichFieldsASourceNoLongerFills() {
            Mapping mapping = mapping("{\"to\":\"x\",\"from\":[\"a\",\"b\"]}", "{\"to\":\"y\",\"from\":\"c\"}");

            assertThat(mapping.unfilled(List.of("B"))).containsExactly("y");
        }
    }

    @Nested
    class Refusing {

        @ParameterizedTest
        @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                        {"version":2,"fields":[{"to":"x","from":"a"}]}                                  ; /version
                        {"version":1,"fields":[]}                                                       ; /fields
                        {"version":1,"fields":[{"to":"x","from":"a"}],"extra":1}                        ; /extra
                        {"version":1,"fields":[{"to":"x"}]}                                             ; /fields/0
                        {"version":1,"fields":[{"to":"x","from":"a","constant":"b"}]}                   ; /fields/0
                        {"version":1,"fields":[{"to":"x","from":"a"},{"to":"x","from":"b"}]}            ; /fields/1/to
                        {"version":1,"fields":[{"to":"x","from":"a","transforms":["polish"]}]}          ; /fields/0/transforms/0
                        {"version":1,"fields":[{"to":"x","from":"a","transforms":[{"date":["q"]}]}]}    ; /fields/0/transforms/0/date
                        {"version":1,"fields":[{"to":"x","from":"a","transforms":[{"date":[]}]}]}       ; /fields/0/transforms/0/date
                        {"version":1,"fields":[{"to":"x","from":"a","transforms":[{"codes":{"a":1}}]}]} ; /fields/0/transforms/0/codes/a
                        {"version":1,"fields":[{"to":"x","from":"a","transforms":[{"split":{"by":","}}]}]} ; /fields/0/transforms/0/split/at
                        {"version":1,"fields":[{"to":"x","form":"a","from":"a"}]}                       ; /fields/0/form
                        """)
        void namesThePath(String json, String path) {
            assertThatExceptionOfType(MappingRefused.class)
                    .isThrownBy(() -> Mapping.parse(json))
                    .satisfies(refused -> assertThat(refused.refusals())
                            .extracting(Refusal::path)
                            .containsExactly(path));
        }

        @Test
        void findsWhatDoesNotServeASchema() {
            StandardSchema schema = StandardSchema.parse(SchemaTexts.of(SchemaTexts.field("k", 1, "\"string\"")));

            assertThat(mapping("{\"to\":\"z\",\"from\":\"a\"}").against(schema))
                    .extracting(Refusal::path)
                    .containsExactly("/fields/0/to", "/fields");
        }
    }
}
