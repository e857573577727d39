package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Files as their owners keep them, sent with the mapping that makes rows of the schema of them. */
@HubTest
class MappedUploadTest {

    private static final String MAPPING = """
            {"version": 1, "fields": [
              {"to": "id", "from": ["编号"], "transforms": ["trim"]},
              {"to": "owner", "from": ["业主", "业主姓名"]},
              {"to": "capital", "from": ["注册资本"], "transforms": [{"number": {"in": "元", "plain": "万元"}}]},
              {"to": "opened", "from": ["开业日期"], "transforms": [{"date": ["yyyy年M月d日", "yyyy-MM-dd", "excelSerial"]}]}]}
            """;
    private static final String JSON = "application/json";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final HubClient hub;
    private final JdbcClient jdbc;

    MappedUploadTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    private static Answer open(Sender sender, String key, String mapping) {
        return sender.steward()
                .post(
                        "/api/v1/datasets/" + sender.dataset() + "/batches",
                        "{\"batchKey\": \"%s\", \"mode\": \"UPSERT\", \"mapping\": %s}".formatted(key, mapping));
    }

    private static String opened(Sender sender, String mapping) {
        return open(sender, "file", mapping).json().path("id").asString();
    }

    private static Answer put(Sender sender, String batch, int number, String type, byte[] content) {
        return sender.steward()
                .header("Content-Digest", Sender.digest(content))
                .send("PUT", "/api/v1/batches/" + batch + "/parts/" + number, type, content);
    }

    private static Answer commit(Sender sender, String batch, int parts) {
        return sender.steward()
                .post("/api/v1/batches/" + batch + "/commit", "{\"parts\": %d, \"rejects\": 0}".formatted(parts));
    }

    private static JsonNode sent(Sender sender, String mapping, String type, byte[] content) {
        String batch = opened(sender, mapping);
        Answer put = put(sender, batch, 1, type, content);
        assertThat(put.status()).as(put.text()).isEqualTo(204);
        Answer done = commit(sender, batch, 1);
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        return done.json();
    }

    private String stored(Sender sender) {
        return jdbc.sql("select string_agg(concat_ws('|', f1, f2, f4, f5), ', ' order by f1) from " + sender.table()
                        + " where released_to is null")
                .query(String.class)
                .single();
    }

    @Nested
    class AFile {

        @Test
        void inGbkBehindATitleIsMappedCheckedAndPublished() {
            Sender sender = new Sender(hub, jdbc, 840);
            String csv = """
                    商户登记表（2026年11月）
                    编号;业主;注册资本;开业日期
                     A1 ;王小明;1.5;2021年3月5日
                    A2;李四;abc;2021-03-06
                    A3;张三
                    A4;赵六;;二
                    A5;钱七;2万元;
                    A6;孙八;;
                    """;

            JsonNode result = sent(sender, MAPPING, Sender.CSV, csv.getBytes(Charset.forName("GB18030")));

            assertThat(result.path("state").asString()).as(result.toString()).isEqualTo("PUBLISHED");
            assertThat(result.at("/counts/received").asLong()).isEqualTo(6);
            assertThat(result.at("/counts/quarantined").asLong()).isEqualTo(3);
            assertThat(result.path("topReasons").findValuesAsString("rule"))
                    .containsOnly("type", RowFindings.UNPARSABLE);
            assertThat(stored(sender)).isEqualTo("A1|王小明|15000.0000|2021-03-05, A5|钱七|20000.0000, A6|孙八");
        }

        @Test
        void ofJsonWithinAnObjectIsReadByPaths() {
            Sender sender = new Sender(hub, jdbc, 841);
            String json = """
                    {"total": 2, "data": [{"no": "1", "owner": {"name": "甲"}}, {"no": "2", "owner": {"name": "乙"}}]}
                    """;
            String mapping = """
                    {"version": 1, "fields": [{"to": "id", "from": ["no"]}, {"to": "owner", "from": ["owner.name"]}]}
                    """;

            sent(sender, mapping, JSON, Sender.bytes(json));

            assertThat(stored(sender)).isEqualTo("1|甲, 2|乙");
        }

        @Test
        void thatIsAWorkbookIsReadFromItsTable() throws IOException {
            Sender sender = new Sender(hub, jdbc, 842);
            byte[] workbook = workbook("""
                    <row r="1"><c r="A1" t="inlineStr"><is><t>商户登记表</t></is></c></row>
                    <row r="3"><c r="A3" t="inlineStr"><is><t>编号</t></is></c>
                    <c r="B3" t="inlineStr"><is><t>业主姓名</t></is></c>
                    <c r="C3" t="inlineStr"><is><t>开业日期</t></is></c></row>
                    <row r="4"><c r="A4" t="inlineStr"><is><t>X1</t></is></c>
                    <c r="B4" t="inlineStr"><is><t>王五</t></is></c><c r="C4"><v>44260</v></c></row>
                    """);

            sent(sender, MAPPING, XLSX, workbook);

            assertThat(stored(sender)).isEqualTo("X1|王五|2021-03-05");
        }

        @Test
        void bringsOnlyTheNewestRowOfAKeyWhereTheMappingSaysSo() {
            Sender sender = new Sender(hub, jdbc, 843);
            String mapping = MAPPING.strip().replaceAll("\\}$", "")
                    + ", \"newest\": {\"by\": [\"id\"], \"order\": [{\"from\": \"开业日期\"}]}}";
            String batch = opened(sender, mapping);
            put(sender, batch, 1, Sender.CSV, Sender.bytes("编号,业主,开业日期\nA,new,2024-01-01\nB,b,2020-01-01\n"));
            put(sender, batch, 2, Sender.CSV, Sender.bytes("编号,业主,开业日期\nA,old,2023-01-01\n"));

            JsonNode result = commit(sender, batch, 2).json();

            assertThat(result.at("/counts/received").asLong())
                    .as(result.toString())
                    .isEqualTo(3);
            assertThat(result.at("/counts/superseded").asLong()).isEqualTo(1);
            assertThat(result.at("/counts/quarantined").asLong()).isZero();
            assertThat(stored(sender)).isEqualTo("A|new|2024-01-01, B|b|2020-01-01");
        }
    }

    @Nested
    class IsRefused {

        @Test
        void withAMappingThatDoesNotLeadToTheSchema() {
            Sender sender = new Sender(hub, jdbc, 844);

            Answer answer =
                    open(sender, "wrong", "{\"version\": 1, \"fields\": [{\"to\": \"nobody\", \"from\": [\"x\"]}]}");

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().path("errors").findValuesAsString("pointer"))
                    .contains("/mapping/fields/0/to", "/mapping/fields");
        }

        @Test
        void asAFileWithoutTheColumnsTheMappingCannotDoWithout() {
            Sender sender = new Sender(hub, jdbc, 845);
            String batch = opened(sender, MAPPING);

            Answer answer = put(sender, batch, 1, Sender.CSV, Sender.bytes("code,业主\n1,a\n"));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().path("detail").asString()).contains("[id]", "[code, 业主]");
        }

        @Test
        void asAWorkbookOfABatchWithoutMappingOrAsNoWorkbook() {
            Sender sender = new Sender(hub, jdbc, 846);

            Answer unmapped = sender.part(sender.opened("UPSERT"), 1, XLSX, new byte[] {1});
            Answer damaged = put(sender, opened(sender, MAPPING), 1, XLSX, new byte[] {'P', 'K', 3, 4});

            assertThat(unmapped.status()).isEqualTo(415);
            assertThat(damaged.status()).isEqualTo(422);
            assertThat(damaged.json().path("detail").asString()).contains("no whole XLSX workbook");
        }

        @Test
        void underTheSameKeyWithAnotherMapping() {
            Sender sender = new Sender(hub, jdbc, 847);
            String other = MAPPING.replace("trim", "upper");

            assertThat(open(sender, "once", MAPPING).status()).isEqualTo(201);
            assertThat(open(sender, "once", MAPPING).status()).isEqualTo(200);
            assertThat(open(sender, "once", other).json().path("code").asString())
                    .isEqualTo("BATCH_KEY_REUSED");
        }

        @Test
        void uncountedWhenThereIsNoMapping() {
            Sender sender = new Sender(hub, jdbc, 848);
            String batch = sender.opened("UPSERT");
            sender.part(batch, 1, Sender.CSV, Sender.bytes("id\n1\n"));

            Answer answer =
                    sender.source().post("/api/v1/batches/" + batch + "/commit", "{\"parts\": 1, \"rejects\": 0}");

            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/rows");
        }
    }

    /** A workbook of one sheet with these rows. */
    private static byte[] workbook(String rows) throws IOException {
        String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "_rels/.rels", """
                    <Relationships xmlns="%s"><Relationship Id="r1" Type="%s/officeDocument" Target="xl/workbook.xml"/>
                    </Relationships>""".formatted(relations, office));
            entry(zip, "xl/workbook.xml", """
                    <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>""".formatted(main, office));
            entry(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="%s"><Relationship Id="r1" Type="%s/worksheet" Target="worksheets/one.xml"/>
                    </Relationships>""".formatted(relations, office));
            entry(zip, "xl/worksheets/one.xml", """
                    <worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>""".formatted(main, rows));
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
