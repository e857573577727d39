package org.exchangehub.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@HubTest
class CatalogFilesHttpTest {

    private static final String HEADER = "信息资源代码,信息资源名称,信息资源名称（英文）,信息资源分类,信息资源提供方,信息资源提供方代码,"
            + "信息资源摘要,信息资源摘要（英文）,信息资源格式,共享方式,非涉密声明,信息项名称,数据类型,数据长度\n";

    private final HubClient hub;

    CatalogFilesHttpTest(HubClient hub) {
        this.hub = hub;
    }

    private Answer imported(String as, String form, boolean dryRun, byte[] file) {
        return hub.as(as)
                .send(
                        "POST",
                        "/api/v1/catalog-imports?format=" + form + "&dryRun=" + dryRun,
                        "application/octet-stream",
                        file);
    }

    private JsonNode imported(boolean dryRun, String... rows) {
        Answer answer = imported(
                "market-steward", "CSV", dryRun, (HEADER + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> ids(JsonNode report, boolean error) {
        return report.get("messages")
                .valueStream()
                .filter(message -> message.get("error").asBoolean() == error)
                .map(message ->
                        message.get("row").asInt() + " " + message.get("id").asString())
                .toList();
    }

    @Test
    void findsWhatReviewersSendBackRowByRow() {
        JsonNode report = imported(
                true,
                ",人口管理系统,a,807001,市场监督管理局,,摘要,s,电子表格,服务接口,是,姓名,varchar,50字",
                ",企业名录,b,807001,,,摘要,s,数据库,服务接口,是,名称,C,50",
                ",企业 名录2,c,807001,市场监督管理局,123,,,数据库,文件下载,是,名称,C,50",
                "80700,其他,d,807001,教育局,,摘要,s,数据库,服务接口,否,名称,C,50");

        assertThat(ids(report, true))
                .containsExactlyInAnyOrder(
                        "2 SYSTEM_NAME",
                        "2 FORMAT_MODE",
                        "2 UNKNOWN_TYPE",
                        "2 UNIT_IN_NUMBER",
                        "3 PROVIDER_BLANK",
                        "4 DUPLICATE_NAME",
                        "4 PROVIDER_CODE_MALFORMED",
                        "4 SUMMARY_BLANK",
                        "4 FORMAT_MODE",
                        "5 CODE_MALFORMED",
                        "5 PROVIDER_OTHER",
                        "5 ENTRY_INVALID",
                        "5 CODE_UNKNOWN");
        assertThat(report.get("taken").asBoolean()).isFalse();
    }

    @Test
    void takesAllOrNothingAndNothingInADryRun() {
        String good = ",个体工商户,a,807002,市场监督管理局,,摘要,s,数据库,服务接口,是,名称,C,50\n,,,,,,,,,,,代码,C,18";

        assertThat(imported(true, good).get("codes")).isEmpty();
        assertThat(imported(false, good, ",坏平台,b,807002,市场监督管理局,,摘要,s,数据库,服务接口,是,,,")
                        .get("taken")
                        .asBoolean())
                .isFalse();
        JsonNode taken = imported(false, good);

        assertThat(taken.get("codes")).hasSize(1);
        JsonNode dataset = hub.as("market-steward")
                .get("/api/v1/datasets/" + taken.get("codes").get(0).asString())
                .json();
        assertThat(dataset.get("code").asString()).isEqualTo("807002-000001");
        assertThat(dataset.get("items")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XLSX", "CSV", "JSON"})
    void takesBackWhatItGave(String form) {
        String classification =
                switch (form) {
                    case "XLSX" -> "807003";
                    case "CSV" -> "807004";
                    default -> "807005";
                };
        String code = hub.as("market-steward")
                .post(
                        "/api/v1/datasets",
                        Entries.json().put("classification", classification).toString())
                .json()
                .get("code")
                .asString();
        JsonNode before =
                hub.as("market-steward").get("/api/v1/datasets/" + code).json();
        byte[] file = hub.as("market-steward")
                .get("/api/v1/catalog-exports?format=" + form + "&q=" + code)
                .bytes();

        Answer answer = imported("market-steward", form, false, file);

        assertThat(answer.json().get("taken").asBoolean()).as(answer.text()).isTrue();
        assertThat(answer.json().get("codes").get(0).asString()).isEqualTo(code);
        JsonNode after =
                hub.as("market-steward").get("/api/v1/datasets/" + code).json();
        assertThat(after.get("version").asInt()).isEqualTo(2);
        assertThat(EntryDifference.between(before, after))
                .extracting(EntryDifference::pointer)
                .containsExactlyInAnyOrder("/version", "/updatedAt");
    }

    @Test
    void isTheStewardsOfADepartmentAndOnlyForItsOwnCodes() {
        assertThat(imported("market-developer", "JSON", true, "[]".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(403);
        assertThat(imported("market-steward", "JSON", true, "{".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
    }
}
