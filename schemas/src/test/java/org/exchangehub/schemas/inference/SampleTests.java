package org.exchangehub.schemas.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // line ends are what these tests are about
class SampleTests {

    private static Sample read(byte[] bytes, SampleFormat format) {
        return read(bytes, format, Sample.Limits.STANDARD);
    }

    private static Sample read(byte[] bytes, SampleFormat format, Sample.Limits limits) {
        try {
            return Sample.read(new ByteArrayInputStream(bytes), format, limits);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Sample read(String text, SampleFormat format) {
        return read(text.getBytes(StandardCharsets.UTF_8), format);
    }

    @Nested
    class SeparatedValues {

        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
        void areReadInTheirCharacterSet(String charset) {
            String text = String.join("\r\n", "姓名,身份证号", "张三丰,11010519491231002X", "欧阳娜娜,440524188001010014", "");

            assertThat(read(text.getBytes(Charset.forName(charset)), SampleFormat.CSV))
                    .satisfies(sample -> assertThat(sample.headers()).containsExactly("姓名", "身份证号"))
                    .satisfies(sample ->
                            assertThat(sample.rows().getFirst()).containsExactly("张三丰", "11010519491231002X"));
        }

        @Test
        void haveTheirHeaderBehindExplanationsAndAByteOrderMark() {
            Sample sample = read(
                    String.join(
                            "\n",
                            "\uFEFF2024年企业名单,,,",
                            "制表：某局,,,",
                            "名称;x,代码,,备注",
                            "\"甲,店\",A1,,y",
                            ",,,",
                            "乙店,B2,7,x",
                            "丙店,C3,,z",
                            "丁店,D4,,z"),
                    SampleFormat.CSV);

            assertThat(sample.headers()).containsExactly("名称;x", "代码", "column_3", "备注");
            assertThat(sample.rows())
                    .hasSize(4)
                    .startsWith(List.of("甲,店", "A1", "", "y"), List.of("乙店", "B2", "7", "x"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\t", ";", "|", ","})
        void arePartedByWhatPartsMostLines(String separator) {
            Sample sample =
                    read(String.join("\n", "a b c", "1 2 3", "4 5 6").replace(" ", separator), SampleFormat.CSV);

            assertThat(sample.headers()).containsExactly("a", "b", "c");
        }

        @Test
        void areReadNoFurtherThanAllowed() {
            Sample sample = read(
                    String.join("\n", "a,b", "1,2", "3,4", "5,6").getBytes(StandardCharsets.UTF_8),
                    SampleFormat.CSV,
                    new Sample.Limits(2, 1, 1_000));

            assertThat(sample.headers()).containsExactly("a");
            assertThat(sample.rows()).hasSize(2);
            assertThat(sample.truncated()).isTrue();
        }
    }

    @Nested
    class Json {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[{\"a\":1,\"b\":{\"c\":\"x\"}},{\"a\":1.50}]",
                    "{\"meta\":{\"n\":[1,2]},\"data\":{\"rows\":[{\"a\":1,\"b\":{\"c\":\"x\"}},{\"a\":1.50}]}}",
                    "{\"a\":1,\"b\":{\"c\":\"x\"}}\n{\"a\":1.50}\n"
                })
        void isReadAsRowsByTheirPaths(String json) {
            Sample sample = read(json, SampleFormat.JSON);

            assertThat(sample.headers()).containsExactly("a", "b.c");
            assertThat(sample.rows()).containsExactly(List.of("1", "x"), List.of("1.50", ""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[1,2]", "{\"a\":", "[[[[", "true"})
        void withoutRowsIsRefused(String json) {
            assertThatExceptionOfType(Sample.Unreadable.class).isThrownBy(() -> read(json, SampleFormat.JSON));
        }

        @Test
        void nestedTooDeepIsRefused() {
            String deep = "[{\"a\":" + "[".repeat(100_000);

            assertThatExceptionOfType(Sample.Unreadable.class).isThrownBy(() -> read(deep, SampleFormat.JSON));
        }
    }

    @Nested
    class Xml {

        @Test
        void isReadByTheElementThatIsRepeated() {
            Sample sample = read(
                    "<r><head><n>2</n></head><p id='1'><name>张三</name><adr><road>中山路</road></adr></p>"
                            + "<p id='2'><name><![CDATA[李四]]></name></p></r>",
                    SampleFormat.XML);

            assertThat(sample.headers()).containsExactly("@id", "name", "adr.road");
            assertThat(sample.rows()).containsExactly(List.of("1", "张三", "中山路"), List.of("2", "李四", ""));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r><p><a>&x;</a></p></r>",
                    "<!DOCTYPE r [<!ENTITY x 'y'>]><r><p><a>1</a></p></r>",
                    "<r><p><a></p></r>",
                    "<r/>"
                })
        void withADocumentTypeOrWithoutRowsIsRefused(String xml) {
            assertThatExceptionOfType(Sample.Unreadable.class).isThrownBy(() -> read(xml, SampleFormat.XML));
        }
    }

    @Test
    void anAvroContainerIsReadByItsLogicalTypes() throws IOException {
        Schema schema = new Schema.Parser()
                .parse(
                        "{\"type\":\"record\",\"name\":\"R\",\"fields\":["
                                + "{\"name\":\"d\",\"type\":[\"null\",{\"type\":\"int\",\"logicalType\":\"date\"}]},"
                                + "{\"name\":\"m\",\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":9,\"scale\":2}},"
                                + "{\"name\":\"i\",\"type\":{\"type\":\"record\",\"name\":\"I\",\"fields\":[{\"name\":\"x\",\"type\":\"string\"}]}}]}");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataFileWriter<GenericData.Record> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
            writer.create(schema, out);
            GenericData.Record inner =
                    new GenericData.Record(schema.getField("i").schema());
            inner.put("x", "y");
            GenericData.Record record = new GenericData.Record(schema);
            record.put("d", 18_691);
            record.put(
                    "m", ByteBuffer.wrap(new BigDecimal("12.50").unscaledValue().toByteArray()));
            record.put("i", inner);
            writer.append(record);
        }

        Sample sample = read(out.toByteArray(), SampleFormat.AVRO);

        assertThat(sample.headers()).containsExactly("d", "m", "i.x");
        assertThat(sample.rows()).containsExactly(List.of("2021-03-05", "12.50", "y"));
        assertThatExceptionOfType(Sample.Unreadable.class).isThrownBy(() -> read("Obj?", SampleFormat.AVRO));
    }
}
