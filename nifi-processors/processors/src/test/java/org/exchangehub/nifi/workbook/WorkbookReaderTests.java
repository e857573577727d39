package org.exchangehub.nifi.workbook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.nifi.processor.AbstractProcessor;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.serialization.MalformedRecordException;
import org.apache.nifi.serialization.RecordReader;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.util.MockComponentLog;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.exchangehub.nifi.Localized;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkbookReaderTests {

    /** A processor that needs no reader; services are tried through a runner. */
    public static final class Idle extends AbstractProcessor {
        @Override
        public void onTrigger(ProcessContext context, ProcessSession session) {
            context.yield();
        }
    }

    private TestRunner runner;
    private WorkbookReader reader;

    @BeforeEach
    void enable() throws Exception {
        runner = TestRunners.newTestRunner(new Idle());
        reader = new WorkbookReader();
        runner.addControllerService("workbook", reader);
        runner.enableControllerService(reader);
    }

    private void set(String property, String value) {
        runner.disableControllerService(reader);
        runner.setProperty(reader, property, value);
        runner.enableControllerService(reader);
    }

    @Nested
    class Cells {

        @Test
        void becomeTextAsTheyWereMeant() throws Exception {
            byte[] workbook = workbook(sheet -> {
                List.of("text", "number", "code", "day", "moment", "formula", "flag", "empty")
                        .forEach(named(sheet));
                sheet.value(1, 0, " 甲店 <&> ");
                sheet.value(1, 1, 0.1 + 0.2);
                sheet.value(1, 2, 7);
                sheet.style(1, 2).format("0000").set();
                sheet.value(1, 3, LocalDate.of(2024, 2, 29));
                sheet.style(1, 3).format("yyyy/m/d;@").set();
                sheet.value(1, 4, LocalDateTime.of(2024, 2, 29, 13, 5, 7));
                sheet.style(1, 4).format("[$-804]yyyy/m/d h:mm:ss").set();
                sheet.formula(1, 5, "1+1");
                sheet.value(1, 6, true);
            });

            assertThat(values(rows(workbook).getFirst()))
                    .containsEntry("text", " 甲店 <&> ")
                    .containsEntry("number", "0.3")
                    .containsEntry("code", "0007")
                    .containsEntry("day", "2024-02-29")
                    .containsEntry("moment", "2024-02-29 13:05:07")
                    .containsEntry("flag", "TRUE")
                    .containsEntry("empty", null);
        }

        @Test
        void areReadFromWhatExcelItselfWrites() throws Exception {
            byte[] workbook = parts("""
                    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>日期</t></is></c></row>
                    <row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" s="1"><v>45351</v></c></row>
                    <row r="4"><c r="A4" t="str"><f>"x"&amp;"y"</f><v>xy</v></c><c r="C4" s="1"><v>59</v></c></row>
                    <row r="5"><c r="B5" s="1"/></row>
                    <row><c><v>1.5E3</v></c><c/><c s="2"><v>45351.5</v></c></row>
                    <row><c t="str"><v>_x000D_&amp;_x</v></c></row>
                    """);

            List<Map<String, Object>> rows =
                    rows(workbook).stream().map(WorkbookReaderTests::values).toList();

            assertThat(rows).extracting(row -> row.get("名称")).containsExactly("富文本", "xy", "1500", "\r&_x");
            assertThat(rows)
                    .extracting(row -> row.get("日期"))
                    .containsExactly("2024-02-29", "1900-02-28", "2024-02-29 12:00:00", null);
        }

        @Test
        void thatNobodyCanTrustMakeTheirRowMalformedAndNoOther() throws Exception {
            byte[] workbook = parts("""
                    <row r="1"><c r="A1" t="s"><v>0</v></c></row>
                    <row r="2"><c r="A2"><v>3.40202199001011E+17</v></c></row>
                    <row r="3"><c r="A3" t="e"><v>#REF!</v></c></row>
                    <row r="4"><c r="A4"><v>340202199001011</v></c></row>
                    """);
            RecordReader rows = open(workbook);

            assertThatThrownBy(rows::nextRecord)
                    .isInstanceOf(MalformedRecordException.class)
                    .hasMessageContaining("A2")
                    .hasMessageContaining("15 digits");
            assertThatThrownBy(rows::nextRecord).hasMessageContaining("A3").hasMessageContaining("#REF!");
            assertThat(requireNonNull(rows.nextRecord()).getValue("名称")).isEqualTo("340202199001011");
            assertThat(rows.nextRecord()).isNull();
        }

        @Test
        void beyondTheHeaderAreTheRowsSurplus() throws Exception {
            byte[] workbook = workbook(sheet -> {
                sheet.value(0, 0, "a");
                sheet.value(1, 0, "1");
                sheet.value(1, 3, "x");
            });

            assertThat(values(rows(workbook).getFirst())).containsEntry("unknown_field_index_3", "x");
        }
    }

    @Nested
    class TheHeader {

        @Test
        void standsInTheRowThatIsNamed() throws Exception {
            set("Header Row", "3");
            byte[] workbook = workbook(sheet -> {
                sheet.value(0, 0, "房屋信息表");
                sheet.value(2, 0, " a ");
                sheet.value(2, 1, "b");
                sheet.value(3, 1, "2");
            });

            assertThat(rows(workbook))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(values(row)).containsEntry("a", null).containsEntry("b", "2"));
        }

        @Test
        void mustNotBeEmptyNorNameAColumnTwice() throws Exception {
            byte[] twice = workbook(sheet -> List.of("a", "b", "a").forEach(named(sheet)));
            assertThatThrownBy(() -> open(twice)).hasMessageContaining("“a”").hasMessageContaining("A, C");

            set("Header Row", "2");
            assertThatThrownBy(() -> open(twice)).hasMessageContaining("row 2");
        }
    }

    @Nested
    class TheSheet {

        @Test
        void isTheFirstVisibleOneOrTheOneNamed() throws Exception {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (Workbook book = new Workbook(out, "test", "1.0")) {
                Worksheet hidden = book.newWorksheet("代码");
                hidden.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
                hidden.value(0, 0, "hidden");
                book.newWorksheet("一").value(0, 0, "one");
                book.newWorksheet("二").value(0, 0, "two");
            }

            assertThat(open(out.toByteArray()).getSchema().getFieldNames()).containsExactly("one");
            set("Sheet", "二");
            assertThat(open(out.toByteArray()).getSchema().getFieldNames()).containsExactly("two");
            set("Sheet", "三");
            assertThatThrownBy(() -> open(out.toByteArray()))
                    .isInstanceOfSatisfying(
                            MalformedWorkbook.class,
                            refused -> assertThat(refused.said().zh()).contains("没有工作表“三”"))
                    .hasMessageContaining("[代码, 一, 二]");
        }
    }

    @Nested
    class AFileThatIsNoWholeWorkbook {

        @Test
        void isRefusedInBothLanguagesAndLeavesNothingBehind() throws Exception {
            byte[] whole = workbook(sheet -> sheet.value(0, 0, "a"));
            long before = left();

            for (byte[] broken : List.of(
                    Arrays.copyOf(whole, whole.length / 2),
                    "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8),
                    new byte[0],
                    new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0})) {
                assertThatThrownBy(() -> open(broken)).isInstanceOfSatisfying(Localized.class, refused -> {
                    assertThat(refused.said().zh()).contains("工作簿");
                    assertThat(refused.said().en()).contains("workbook");
                });
            }
            assertThat(left()).isEqualTo(before);
        }

        @Test
        void isRefusedWhenItIsLargerThanAllowed() throws Exception {
            set("Largest Workbook", "1 KB");

            assertThatThrownBy(() -> open(workbook(sheet -> sheet.value(0, 0, "a"))))
                    .hasMessageContaining("1024 bytes");
        }

        @Test
        void bringsInNothingFromOutside() throws Exception {
            byte[] workbook = parts(
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>");

            assertThatThrownBy(() -> open(workbook)).isInstanceOf(MalformedWorkbook.class);
        }

        private long left() throws IOException {
            try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
                return files.filter(file -> file.getFileName().toString().startsWith("workbook-"))
                        .count();
            }
        }
    }

    private RecordReader open(byte[] workbook) throws IOException, MalformedRecordException {
        return reader.createRecordReader(
                Map.of(), new ByteArrayInputStream(workbook), workbook.length, new MockComponentLog("test", this));
    }

    private List<Record> rows(byte[] workbook) throws IOException, MalformedRecordException {
        List<Record> records = new ArrayList<>();
        try (RecordReader rows = open(workbook)) {
            for (Record row = rows.nextRecord(false, false); row != null; row = rows.nextRecord(false, false)) {
                records.add(row);
            }
        }
        return records;
    }

    private static Map<String, Object> values(Record row) {
        return new LinkedHashMap<>(row.toMap());
    }

    private static Consumer<String> named(Worksheet sheet) {
        int[] column = {0};
        return name -> sheet.value(0, column[0]++, name);
    }

    private static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            fill.accept(workbook.newWorksheet("一"));
        }
        return out.toByteArray();
    }

    private static byte[] parts(String rows) throws IOException {
        return parts("", rows);
    }

    /** A workbook as Excel lays it out: absolute targets, a style for dates, rich text with a phonetic guide. */
    private static byte[] parts(String prologue, String rows) throws IOException {
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "_rels/.rels",
                relations(
                        "<Relationship Id=\"r1\" Type=\"" + office + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations("<Relationship Id=\"r1\" Type=\"" + office
                        + "/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"r2\" Type=\"" + office + "/styles\" Target=\"styles.xml\"/>"
                        + "<Relationship Id=\"r3\" Type=\"" + office
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/>"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"" + office
                        + "\"><workbookPr/><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/></numFmts><cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/></cellXfs></styleSheet>");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst><si><t>名称</t></si><si><r><t>富</t></r><r><rPr/><t>文本</t></r><rPh sb=\"0\" eb=\"1\"><t>fù</t></rPh></si></sst>");
        parts.put("xl/worksheets/sheet1.xml", prologue + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static String relations(String relations) {
        return "<Relationships>" + relations + "</Relationships>";
    }
}
