package org.exchangehub.schemas.encoding;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.exchangehub.schemas.SchemaTexts;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.encoding.RecordEncoding.Csv;
import org.exchangehub.schemas.encoding.SourceRow.Parsed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    private static final Charset GBK = Charset.forName("GBK");
    private static final StandardSchema SCHEMA = StandardSchema.parse(
            SchemaTexts.of(SchemaTexts.field("k", 1, "\"string\""), SchemaTexts.field("n", 2, "[\"null\",\"long\"]")));

    private static byte[] written(Csv form, @Nullable Object... values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RecordWriter writer = form.writer(out, SCHEMA)) {
            writer.write(Arrays.asList(values));
        }
        return out.toByteArray();
    }

    @Nested
    class Reading {

        private static Object firstKey(Charset charset, byte[] bytes) {
            Parsed row = (Parsed) new Csv(charset, false, false)
                    .rows(bytes, SCHEMA, Limits.STANDARD)
                    .getFirst();
            return String.valueOf(row.values().getFirst());
        }

        @Test
        void takesTheCharacterSetItIsToldUnlessAMarkNamesAnother() {
            String text = "k\n人口\n";

            assertThat(firstKey(UTF_8, text.getBytes(UTF_8))).isEqualTo("人口");
            assertThat(firstKey(GBK, text.getBytes(GBK))).isEqualTo("人口");
            assertThat(firstKey(Charset.forName("GB18030"), text.getBytes(GBK))).isEqualTo("人口");
            assertThat(firstKey(GBK, ("\uFEFF" + text).getBytes(UTF_8))).isEqualTo("人口");
            assertThat(firstKey(GBK, text.getBytes(UTF_16))).isEqualTo("人口");
        }

        @Test
        void takesNumberAndOperationOfARowAndPassesOverWhatWasWrong() {
            Parsed row = (Parsed) Csv.PLAIN
                    .rows("_why,_row,k,_op\nno,7,A,D\n".getBytes(UTF_8), SCHEMA, Limits.STANDARD)
                    .getFirst();

            assertThat(row.number()).isEqualTo(7);
            assertThat(row.op()).isEqualTo("D");
            assertThat(row.values()).containsExactly("A", null);
        }
    }

    @Nested
    class Writing {

        @Test
        void leavesFormulasAloneUnlessItIsToldOtherwise() throws IOException {
            Csv neutralised = new Csv(UTF_8, true, true);

            assertThat(new String(written(Csv.PLAIN, "=1+1", -5L), UTF_8)).isEqualTo("k,n\r\n=1+1,-5\r\n");
            assertThat(new String(written(neutralised, "=1+1", -5L), UTF_8)).isEqualTo("\uFEFFk,n\r\n'=1+1,-5\r\n");
            assertThat(new String(written(neutralised, "＠x", null), UTF_8)).isEqualTo("\uFEFFk,n\r\n'＠x,\r\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"=1+1", "＝1", "-5", "@x", "'", "'=1", "''=1", "''x", "x", "", "'x"})
        void marksFormulasSoThatTheyCanBeReadAgain(String text) {
            String marked = SpreadsheetText.marked(text);

            assertThat(marked).doesNotMatch("^[=+\\-@＝].*");
            assertThat(SpreadsheetText.unmarked(marked)).isEqualTo(text);
        }

        @Test
        void refusesCharactersItsSetDoesNotHold() {
            assertThatThrownBy(() -> written(new Csv(GBK, false, false), "𠮷", null))
                    .isInstanceOf(CharacterCodingException.class)
                    .hasMessage("Row 1, field k: expected characters of GBK, found others; write UTF-8 or GB18030");
        }
    }
}
