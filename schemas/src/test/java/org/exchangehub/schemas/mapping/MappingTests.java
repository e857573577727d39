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
        void namesTheHeadersEachFieldMayComeFrom() {
            Mapping mapping = mapping(
                    "{\"to\":\"x\",\"concat\":{\"from\":[\"A\",[\"b\",\"bb\"]]},\"otherwise\":{\"from\":[\"b\",\"c\"]}}",
                    "{\"to\":\"y\",\"cel\":{\"expression\":\"area\",\"columns\":{\"area\":\"面积\"}}}",
                    "{\"to\":\"z\",\"constant\":\"US\"}");

            assertThat(mapping.columns())
                    .containsExactly(
                            Map.entry("x", List.of("a", "b", "bb", "c")),
                            Map.entry("y", List.of("面积")),
                            Map.entry("z", List.of()));
        }

        @Test
        void givesNullWhereTheSourceHasNothing() {
            assertThat(mapping("{\"to\":\"x\",\"from\":\"gone\",\"transforms\":[\"trim\"]}")
                            .apply(Map.of("a", "1")))
                    .containsEntry("x", null);
        }

        @Test
        void fallsBackToAnotherWayWhereTheFirstGivesNothing() {
            Mapping mapping = mapping("{\"to\":\"birthDate\",\"from\":\"csrq\",\"transforms\":[\"trim\"],"
                    + "\"otherwise\":{\"from\":\"sfzh\",\"transforms\":[\"birthDateOfId\"],"
                    + "\"otherwise\":{\"constant\":\"1900-01-01\"}}}");

            assertThat(mapping.apply(Map.of("csrq", "1949-12-30", "sfzh", "11010519491231002X")))
                    .containsEntry("birthDate", "1949-12-30");
            assertThat(mapping.apply(Map.of("csrq", " ", "sfzh", "11010519491231002X")))
                    .containsEntry("birthDate", "1949-12-31");
            assertThat(mapping.apply(Map.of("csrq", " ", "sfzh", "unknown"))).containsEntry("birthDate", "1900-01-01");
        }

        @Test
        void computesByExpressionOverNamedColumns() {
            Mapping mapping = mapping("{\"to\":\"x\",\"cel\":{\"expression\":"
                    + "\"area == '' ? '' : string(int(area) * 3 / int(price))\","
                    + "\"columns\":{\"area\":[\"面积\",\"mj\"],\"price\":\"单价\"}}}");

            assertThat(mapping.apply(Map.of("mj", "80", "单价", "2"))).containsEntry("x", "120");
            assertThat(mapping.apply(Map.of("mj", "", "单价", "2"))).containsEntry("x", null);
            assertThat(mapping.apply(Map.of("mj", "eighty", "单价", "2"))).containsEntry("x", null);
        }

        @ParameterizedTest
        @CsvSource(delimiter = ';', textBlock = """
                        芜湖长江商贸有限公司;       安徽省芜湖市镜湖区北京路12号; 芜湖长江商贸有限公司; 安徽省芜湖市镜湖区北京路12号
                        安徽省芜湖市镜湖区北京路12号; 芜湖长江商贸有限公司;       芜湖长江商贸有限公司; 安徽省芜湖市镜湖区北京路12号
                        张三;                     李四;                     张三;               李四
                        """)
        void exchangesColumnsBackOnlyWhenBothSaySo(String name, String address, String rightName, String rightAddress) {
            Mapping mapping = Mapping.parse("{\"version\":1,\"fields\":[{\"to\":\"name\",\"from\":\"mc\"},"
                    + "{\"to\":\"address\",\"from\":\"dz\"}],\"swapped\":[{\"columns\":[\"mc\",\"dz\"],"
                    + "\"kinds\":[\"organisation-name\",\"address\"]}]}");

            assertThat(mapping.apply(Map.of("mc", name, "dz", address)))
                    .containsExactly(Map.entry("name", rightName), Map.entry("address", rightAddress));
        }

        @ParameterizedTest
        @CsvSource({"D,D", "delete,D", "新增,I", "u ,U", "old,U", "?,?", ",''"})
        void readsWhatHappenedToARow(@Nullable String word, String operation) {
            Mapping mapping = Mapping.parse("{\"version\":1,\"fields\":[{\"to\":\"x\",\"from\":\"a\"}],"
                    + "\"operation\":{\"from\":\"cd_operation\",\"transforms\":[{\"codes\":{\"old\":\"U\"}}]}}");
            Map<String, @Nullable String> row = new java.util.HashMap<>();
            row.put("CD_OPERATION", word);

            assertThat(mapping.namesOperation()).isTrue();
            assertThat(mapping.operation(row)).isEqualTo(operation.isEmpty() ? null : operation);
        }

        @Test
        void tellsWhichFieldsASourceNoLongerFills() {
            Mapping mapping = mapping("{\"to\":\"x\",\"from\":[\"a\",\"b\"]}", "{\"to\":\"y\",\"from\":\"c\"}");

            assertThat(mapping.unfilled(List.of("B"))).containsExactly("y");
        }
    }

    @Nested
    class KeepingTheNewest {

        private final Mapping mapping = Mapping.parse(
                "{\"version\":1,\"fields\":[{\"to\":\"id\",\"from\":\"id\"},"
                        + "{\"to\":\"on\",\"from\":\"on\"}],\"newest\":{\"by\":[\"id\"],\"order\":[\"on\",{\"from\":\"cd_id\"}]}}");

        private List<Integer> kept(String... rows) {
            NewestRows newest = mapping.newest().orElseThrow();
            for (String row : rows) {
                String[] cells = row.split(",", -1);
                Map<String, String> source = Map.of("id", cells[0], "on", cells[1], "cd_id", cells[2]);
                newest.offer(source, mapping.apply(source));
            }
            return java.util.stream.IntStream.range(0, rows.length)
                    .filter(newest::keeps)
                    .boxed()
                    .toList();
        }

        @Test
        void ordersByFieldsThenByTheSourcesOwnColumns() {
            assertThat(kept("a,2021-03-05,9", "b,2020-01-01,1", "a,2021-03-05,10", "a,2020-12-31,99", "b,,2"))
                    .containsExactly(1, 2);
        }

        @Test
        void takesTheLaterOfEqualsAndKeepsRowsWithoutKey() {
            assertThat(kept("a,2021-03-05,1", ",2021-03-05,1", "a,2021-03-05,1", ",2021-03-05,1"))
                    .containsExactly(1, 2, 3);
        }

        @Test
        void holdsNoMoreKeysThanAllowed() {
            NewestRows newest = mapping.newest(2).orElseThrow();
            for (String id : List.of("a", "b", "a")) {
                newest.offer(Map.of(), Map.of("id", id));
            }

            assertThatExceptionOfType(NewestRows.TooManyKeys.class)
                    .isThrownBy(() -> newest.offer(Map.of(), Map.of("id", "c")));
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
                        {"version":1,"fields":[{"to":"x","from":"a","transforms":[{"lookup":"colours"}]}]} ; /fields/0/transforms/0/lookup
                        {"version":1,"fields":[{"to":"x","from":"a","transforms":[{"address":"planet"}]}]} ; /fields/0/transforms/0/address
                        {"version":1,"fields":[{"to":"x","from":"a","transforms":[{"phone":{"kind":"fax"}}]}]} ; /fields/0/transforms/0/phone/kind
                        {"version":1,"fields":[{"to":"x","from":"a","transforms":[{"number":{"in":"parsec"}}]}]} ; /fields/0/transforms/0/number/in
                        {"version":1,"fields":[{"to":"x","from":"a","otherwise":{"from":"b","to":"y"}}]} ; /fields/0/otherwise/to
                        {"version":1,"fields":[{"to":"x","cel":{"expression":"a + b","columns":{"a":"a"}}}]} ; /fields/0/cel/expression
                        {"version":1,"fields":[{"to":"x","cel":{"expression":"[1].map(i, i)","columns":{"a":"a"}}}]} ; /fields/0/cel/expression
                        {"version":1,"fields":[{"to":"x","cel":{"expression":"a.replace('a', a)","columns":{"a":"a"}}}]} ; /fields/0/cel/expression
                        {"version":1,"fields":[{"to":"x","from":"a"}],"newest":{"by":["y"],"order":["x"]}} ; /newest/by
                        {"version":1,"fields":[{"to":"x","from":"a"}],"newest":{"by":["x"]}}            ; /newest/order
                        {"version":1,"fields":[{"to":"x","from":"a"}],"swapped":[{"columns":["a","b"],"kinds":["address","soup"]}]} ; /swapped/0/kinds/1
                        {"version":1,"fields":[{"to":"x","from":"a"}],"operation":{"from":"op","codes":{}}} ; /operation/codes
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
