package org.exchangehub.schemas.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.SchemaTexts;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.encoding.Limits;
import org.exchangehub.schemas.encoding.MalformedRecords;
import org.exchangehub.schemas.encoding.SourceRow;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.value.LocalizedText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SourceTableTests {

    private static final Limits SMALL = new Limits(2_000, 10_000, 8, 100);

    private static InputStream stream(String text, Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }

    private static List<TableRow> rows(SourceTable table) throws IOException {
        List<TableRow> rows = new ArrayList<>();
        try (table) {
            for (TableRow row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<TableRow> csv(String text) throws IOException {
        return rows(SourceTable.csv(stream(text, UTF_8), null, SMALL));
    }

    @Nested
    class ACsvTable {

        @Test
        void inGbkBehindATitleIsReadByItsHeader() throws IOException {
            SourceTable table = SourceTable.csv(
                    stream("企业登记表（2026年）\n\n编号;名称\n1;张三\n;\n2;李四\n", Charset.forName("GBK")), null, SMALL);

            assertThat(table.form()).isEqualTo("CSV, GB18030, \";\"");
            assertThat(rows(table))
                    .extracting(TableRow::values)
                    .extracting(values -> values.get("编号"), values -> values.get("名称"))
                    .containsExactly(tuple("1", "张三"), tuple("2", "李四"));
        }

        @Test
        void saysOfARowWithOtherThanAllItsValuesThatNobodyKnowsWhichIsWhich() throws IOException {
            List<TableRow> rows = csv("a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,\n");

            assertThat(rows).hasSize(4);
            assertThat(rows)
                    .extracting(row -> row.fault() == null ? "" : row.fault().en())
                    .containsExactly("", "Expected 3 values, found 2", "Expected 3 values, found 4", "");
        }

        @Test
        void holdsItsTitleLineOnly() throws IOException {
            assertThat(csv("a,b\n")).isEmpty();
            assertThat(csv("")).isEmpty();
        }

        @Test
        void withAnEndlessRowIsRefused() {
            assertThatThrownBy(() -> csv("a,b\n1,2\n\"" + "x".repeat(40_000)))
                    .isInstanceOf(MalformedRecords.class)
                    .hasMessageStartingWith("Not CSV, UTF-8");
        }

        @Test
        void goesOnBehindTheLinesItsHeaderWasFoundIn() throws IOException {
            StringBuilder text = new StringBuilder("a,b\n");
            for (int i = 0; i < 3_000; i++) {
                text.append(i).append(",x\n");
            }
            List<TableRow> rows = csv(text.toString());

            assertThat(rows).hasSize(3_000);
            assertThat(rows.get(2_999).values()).containsEntry("a", "2999");
        }
    }

    @Nested
    class AJsonTable {

        private List<TableRow> json(String text) throws IOException {
            return rows(SourceTable.json(stream(text, UTF_8), SMALL));
        }

        @Test
        void goesOnBehindAnItemThatIsNoObject() throws IOException {
            assertThat(json("{\"page\":1,\"rows\":[{\"a\":{\"b\":1.50}},7,{\"a\":{\"b\":null}}]}"))
                    .containsExactly(
                            TableRow.of(Map.of("a.b", "1.50")),
                            TableRow.faulty(new LocalizedText("该项不是JSON对象", "The item is not a JSON object")),
                            TableRow.of(Map.of("a.b", "")));
        }

        @Test
        void keepsNumbersToTheLetterWithoutUnfoldingThem() throws IOException {
            assertThat(json("[{\"a\":12345678901234567.10,\"b\":1e999999999}]"))
                    .containsExactly(TableRow.of(Map.of("a", "12345678901234567.10", "b", "1E+999999999")));
        }

        @Test
        void isRefusedWhereItBreaksOffWithTheRow() {
            assertThatThrownBy(() -> json("[{\"a\":1},{\"a\":"))
                    .isInstanceOf(MalformedRecords.class)
                    .hasMessageStartingWith("Row 2 is not JSON, line 1");
        }

        @Test
        void withARowOfTooManyBytesIsRefused() {
            String values = ",1".repeat(20_000);
            assertThatThrownBy(() -> json("[{\"a\":1},{\"a\":[1" + values + "]}]"))
                    .isInstanceOf(MalformedRecords.class)
                    .hasMessageContaining("at most 2000 bytes");
        }

        @Test
        void ofLinesGoesOnBehindALineThatIsNone() throws IOException {
            List<TableRow> rows =
                    rows(SourceTable.jsonLines(stream("{\"a\":1}\n{\"a\":\n{\"a\":3} 4\n{\"a\":5}\n", UTF_8), SMALL));

            assertThat(rows)
                    .extracting(row -> row.fault() == null ? row.values().get("a") : "fault")
                    .containsExactly("1", "fault", "fault", "5");
        }
    }

    @Test
    void areRowsOfTheStandardOnceMapped() throws IOException {
        StandardSchema schema = StandardSchema.parse(SchemaTexts.of(
                SchemaTexts.field("k", 1, "\"string\""), SchemaTexts.field("name", 2, "[\"null\",\"string\"]")));
        Mapping mapping = Mapping.parse("""
                {"version": 1, "fields": [
                  {"to": "name", "from": ["名称"], "transforms": ["trim"]}, {"to": "k", "from": ["编号"]}]}""");
        List<SourceRow> rows = new ArrayList<>();
        try (MappedTable table = new MappedTable(
                SourceTable.csv(stream("编号,名称\n1, 张三 \n2\n3,\n", UTF_8), null, SMALL), mapping, schema)) {
            for (SourceRow row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
        }

        assertThat(rows)
                .containsExactly(
                        SourceRow.of(null, null, new String[] {"1", "张三"}),
                        new SourceRow.Unparsed(null, new LocalizedText("应有2列，实有1列", "Expected 2 values, found 1")),
                        SourceRow.of(null, null, new String[] {"3", null}));
    }
}
