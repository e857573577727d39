package org.exchangehub.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.mapping.Mapping;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a steward is told of a sample file. */
@HubTest
class SchemaProposalTest {

    private static final List<String> HEADER = List.of("企业名称", "信用代码", "法人姓名", "注册资本(万元)", "成立时间", "住所", "备注");

    private static final List<List<String>> ROWS = List.of(
            List.of("芜湖市甲商贸有限公司", "91350100M000100Y43", "王小明", "100", "2015年3月5日", "安徽省芜湖市镜湖区中山路1号", ""),
            List.of("芜湖市乙餐饮有限公司", "91310230MA1K314J7C", "欧阳红", "50.5", "2018年11月20日", "安徽省芜湖市镜湖区北京路12号", "无"),
            List.of("芜湖市丙建材有限公司", "91310230MA1K314K57", "李强", "2000", "2020年1月1日", "安徽省芜湖市弋江区花津路3号", ""),
            List.of("芜湖市丁科技有限公司", "91350100M000100Y44", "张伟", "300", "2021年6月30日", "安徽省芜湖市鸠江区赤铸山路9号", ""));

    private final HubClient hub;

    SchemaProposalTest(HubClient hub) {
        this.hub = hub;
    }

    private Answer propose(String query, String type, byte[] body) {
        return hub.as("market-steward").send("POST", "/api/v1/schema-proposals" + query, type, body);
    }

    private static String named(String name) {
        return "?fileName=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static byte[] csv(Charset charset) {
        StringBuilder text = new StringBuilder(String.join(",", HEADER)).append('\n');
        ROWS.forEach(row -> text.append(String.join(",", row)).append('\n'));
        return text.toString().getBytes(charset);
    }

    private static byte[] xlsx() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("说明").value(0, 0, "填报说明");
            Worksheet sheet = workbook.newWorksheet("企业名录");
            sheet.value(0, 0, "芜湖市企业名录");
            for (int column = 0; column < HEADER.size(); column++) {
                sheet.value(1, column, HEADER.get(column));
                for (int row = 0; row < ROWS.size(); row++) {
                    sheet.value(row + 2, column, ROWS.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] parquet() {
        try (InputStream in =
                SchemaProposalTest.class.getResourceAsStream("/org/exchangehub/core/parquet/duckdb-zstd.parquet")) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static @Nullable JsonNode column(JsonNode standard, String name) {
        return standard.path("columns")
                .valueStream()
                .filter(column -> column.path("column").asString().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String fieldOf(JsonNode standard, String name) {
        JsonNode column = column(standard, name);
        return column == null ? "no such column" : column.path("field").asString("");
    }

    @Nested
    class ASample {

        @Test
        void isReadInGbkAndMappedToTheStandardOfLegalPersons() {
            Answer answer = propose(named("企业名录.csv"), "text/csv", csv(Charset.forName("GBK")));

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            JsonNode best = answer.json().path("standards").get(0);
            assertThat(answer.json().path("sample").path("rows").asInt()).isEqualTo(4);
            assertThat(best.path("dataset").asString()).isEqualTo("legal-person");
            assertThat(best.path("share").asDouble()).isBetween(0.3, 1.0);
            assertThat(fieldOf(best, "信用代码")).isEqualTo("unifiedSocialCreditCode");
            assertThat(fieldOf(best, "备注")).isEmpty();
            JsonNode code = best.path("columns").get(1);
            assertThat(code.path("confidence").asDouble()).isBetween(0.8, 1.0);
            assertThat(code.path("evidence")
                            .valueStream()
                            .map(reason -> reason.path("kind").asString()))
                    .contains("VALUES_FIT");
            assertThat(code.path("evidence").get(0).path("text").path("zh").asString())
                    .isNotBlank();
            assertThat(Mapping.parse(best.path("mapping").toString()).unfilled(HEADER))
                    .isEmpty();
            assertThat(StandardSchema.parse(answer.json().path("schema").toString())
                            .fields())
                    .hasSize(7);
            assertThat(StandardSchema.parse(best.path("avro").toString()).dataset())
                    .isEqualTo("legal-person");
        }

        @Test
        void isCheckedAsItsRowsWouldBeOnceMapped() {
            JsonNode best = propose(named("a.csv"), "text/csv", csv(StandardCharsets.UTF_8))
                    .json()
                    .path("standards")
                    .get(0);

            assertThat(best.path("unfilledMandatory")
                            .valueStream()
                            .map(field -> field.path("field").asString()))
                    .contains("registeredDivision");
            assertThat(best.path("check").path("refused").asInt()).isEqualTo(4);
            assertThat(best.path("check").path("findings").valueStream()).anySatisfy(finding -> {
                assertThat(finding.path("field").asString()).isEqualTo("registeredDivision");
                assertThat(finding.path("rows").asInt()).isEqualTo(4);
            });
            assertThat(best.path("check").toString()).doesNotContain("王小明", "91350100M000100Y43");
        }

        @Test
        void isReadFromAWorkbookBehindItsCoverAndTitle() {
            Answer answer = propose(named("名录.xlsx"), "application/octet-stream", xlsx());

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().path("sample").path("form").asString()).isEqualTo("XLSX, 企业名录");
            assertThat(answer.json().path("sample").path("headers").size()).isEqualTo(7);
            assertThat(fieldOf(answer.json().path("standards").get(0), "法人姓名")).isEqualTo("legalRepresentative");
        }

        @Test
        void isReadUnderItsAbbreviations() {
            String text = "qymc,tyshxydm,fddbrxm,zczj,clrq,zcdz,bz\n"
                    + ROWS.stream().map(row -> String.join(",", row)).reduce("", (rows, row) -> rows + row + "\n");
            JsonNode best = propose("", "text/csv", text.getBytes(StandardCharsets.UTF_8))
                    .json()
                    .path("standards")
                    .get(0);

            assertThat(fieldOf(best, "tyshxydm")).isEqualTo("unifiedSocialCreditCode");
            assertThat(fieldOf(best, "zcdz")).isEqualTo("registeredAddress");
        }

        @Test
        void isReadFromParquetWithItsInnerRecordsApart() {
            Answer answer = propose(named("shops.parquet"), "application/vnd.apache.parquet", parquet());

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            JsonNode sample = answer.json().path("sample");
            assertThat(sample.path("form").asString()).isEqualTo("Parquet");
            assertThat(sample.path("rows").asInt()).isEqualTo(40);
            assertThat(sample.path("headers").toString()).contains("\"address.road\"", "\"tags\"");
            assertThat(StandardSchema.parse(answer.json().path("schema").toString())
                            .fields())
                    .hasSize(16);
        }

        @Test
        void isMappedToTheStandardTheStewardChose() {
            JsonNode standards = propose("?standard=licence", "text/csv", csv(StandardCharsets.UTF_8))
                    .json()
                    .path("standards");

            assertThat(standards.get(0).path("dataset").asString()).isEqualTo("licence");
            assertThat(standards.get(1).path("dataset").asString()).isEqualTo("legal-person");
        }
    }

    @Nested
    class ARefusal {

        private void refused(Answer answer, int status, String code) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(status);
            assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.json().path("code").asString()).isEqualTo(code);
        }

        @Test
        void isGivenToWhoeverIsNoSteward() {
            Answer answer = hub.as("market-developer")
                    .send("POST", "/api/v1/schema-proposals", "text/csv", csv(StandardCharsets.UTF_8));

            refused(answer, 403, "ACCESS_DENIED");
        }

        @Test
        void namesTheFormatsThatAreTaken() {
            refused(
                    propose(named("a.pdf"), "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)),
                    415,
                    "MEDIA_TYPE_UNSUPPORTED");
            Answer old = propose(named("a.xls"), "application/vnd.ms-excel", new byte[] {
                (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0
            });
            refused(old, 415, "MEDIA_TYPE_UNSUPPORTED");
            assertThat(old.text()).contains(".xlsx");
        }

        @Test
        void saysWhereAFileCannotBeRead() {
            Answer json = propose(
                    named("a.json"), "application/json", "[{\"a\": 1},\n {\"a\": }]".getBytes(StandardCharsets.UTF_8));
            refused(json, 400, "REQUEST_UNPARSABLE");
            assertThat(json.text()).contains("line 2");

            refused(
                    propose(named("a.xlsx"), "text/csv", "PK\u0003\u0004broken".getBytes(StandardCharsets.US_ASCII)),
                    400,
                    "REQUEST_UNPARSABLE");
            refused(
                    propose(named("a.csv"), "text/csv", "only,a,header\n".getBytes(StandardCharsets.US_ASCII)),
                    400,
                    "REQUEST_UNPARSABLE");
        }

        @Test
        void comesForAParquetFileThatIsCut() {
            byte[] whole = parquet();
            Answer cut =
                    propose(named("a.parquet"), "application/octet-stream", Arrays.copyOf(whole, whole.length - 9));

            refused(cut, 400, "REQUEST_UNPARSABLE");
            assertThat(cut.text()).contains("ending in PAR1");
        }

        @Test
        void comesForAWorkbookThatUnpacksToFarMoreThanItIs() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("_rels/.rels"));
                for (int i = 0; i < 600; i++) {
                    zip.write(blanks);
                }
            }

            refused(propose(named("a.xlsx"), "text/csv", out.toByteArray()), 400, "REQUEST_UNPARSABLE");
        }

        @Test
        void comesForMoreThanTwentyMebibytes() {
            refused(propose(named("a.csv"), "text/csv", new byte[(20 << 20) + 1]), 413, "CONTENT_TOO_LARGE");
        }

        @Test
        void comesForAnUnknownStandard() {
            List<String> rows = new ArrayList<>(List.of("a,b", "1,2"));

            refused(
                    propose(
                            "?standard=nothing",
                            "text/csv",
                            String.join("\n", rows).getBytes(StandardCharsets.UTF_8)),
                    422,
                    "REQUEST_INVALID");
        }
    }
}
