package org.exchangehub.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What belongs to a dataset's entry beside its items: assessments, provider, overlaps, relations, level. */
@HubTest
class AroundHttpTest {

    private static final String DATASETS = "/api/v1/datasets";

    private final HubClient hub;
    private final JdbcClient jdbc;

    AroundHttpTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    private String registered(String classification, String title) {
        ObjectNode entry = Entries.json().put("classification", classification);
        entry.putObject("title").put("zh", title).put("en", "About " + title);
        entry.remove("overlapReason");
        return registered("market-steward", entry);
    }

    private String registered(String steward, ObjectNode entry) {
        Answer created = hub.as(steward).post(DATASETS, entry.toString());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.json().get("code").asString();
    }

    private String published(String classification, String title) {
        String code = registered(classification, title);
        jdbc.sql("""
                insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now())
                """)
                .param("code", code)
                .param("avsc", PublishedDatasets.SCHEMA)
                .update();
        PublishedDatasets.publish(hub, code);
        return code;
    }

    private static List<String> pointers(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.json()
                .get("errors")
                .valueStream()
                .map(error -> error.get("pointer").asString())
                .toList();
    }

    @Nested
    class AnAssessment {

        private Answer attached(String code, String fileName, byte[] content) {
            return hub.as("market-steward")
                    .send(
                            "PUT",
                            DATASETS + "/" + code + "/assessments/SECRECY?fileName=" + fileName,
                            "application/octet-stream",
                            content);
        }

        @Test
        void comesBackAsItWasAttached() throws Exception {
            String code = registered("806001", "附件");
            byte[] content = "%PDF-1.7 secrecy".getBytes(StandardCharsets.US_ASCII);

            JsonNode file = attached(code, "secrecy.pdf", content).json();
            Answer taken = hub.as("authority").get(DATASETS + "/" + code + "/assessments/SECRECY/content");

            assertThat(file.get("type").asString()).isEqualTo("PDF");
            assertThat(file.get("sha256").asString())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
            assertThat(taken.bytes()).isEqualTo(content);
            assertThat(taken.header("Content-Type")).hasValue("application/pdf");
            assertThat(taken.header("Content-Disposition").orElseThrow()).startsWith("attachment");
        }

        @Test
        void isToldByItsContentAndNotByItsName() throws IOException {
            String code = registered("806001", "附件");

            assertThat(attached(code, "a.pdf", "MZ program".getBytes(StandardCharsets.US_ASCII))
                            .status())
                    .isEqualTo(415);
            assertThat(attached(code, "a.zip", zip("other.xml")).status()).isEqualTo(415);
            assertThat(attached(code, "a.bin", zip("OFD.xml"))
                            .json()
                            .get("type")
                            .asString())
                    .isEqualTo("OFD");
        }

        @Test
        void isTenMebibytesAtMost() {
            assertThat(attached(registered("806001", "附件"), "a.pdf", new byte[AssessmentFiles.LARGEST + 1])
                            .status())
                    .isEqualTo(413);
        }

        @Test
        void isForItsDepartmentAndTheAuthority() {
            String code = published("806001", "附件可见");

            assertThat(hub.as("approval-steward")
                            .get(DATASETS + "/" + code + "/assessments/SECRECY/content")
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void ofAnOldEditionStaysAndThatOfAChangeGivenUpGoes() {
            String code = published("806001", "附件版本");
            String path = DATASETS + "/" + code;
            openChange(code);
            attached(code, "given-up.pdf", "%PDF-1.7 given up".getBytes(StandardCharsets.US_ASCII));
            assertThat(hub.as("market-steward")
                            .post(path + "/discards", "{\"reason\": \"不改了\"}")
                            .status())
                    .isEqualTo(200);

            openChange(code);
            assertThat(names(path + "/assessments")).containsOnly("assessment.pdf");
            byte[] second = "%PDF-1.7 second".getBytes(StandardCharsets.US_ASCII);
            attached(code, "second.pdf", second);
            PublishedDatasets.decided(hub, code);

            assertThat(names(path + "/assessments?edition=2"))
                    .containsExactlyInAnyOrder("second.pdf", "assessment.pdf");
            assertThat(names(path + "/assessments?edition=1")).containsOnly("assessment.pdf");
            assertThat(hub.as("authority")
                            .get(path + "/assessments/SECRECY/content?edition=1")
                            .text())
                    .isEqualTo("%PDF-1.7");
            assertThat(hub.as("authority")
                            .get(path + "/assessments/SECRECY/content")
                            .bytes())
                    .isEqualTo(second);
            assertThat(hub.as("authority").get(path + "/assessments?edition=3").status())
                    .isEqualTo(404);
        }

        private void openChange(String code) {
            Answer opened = hub.as("market-steward")
                    .post(
                            DATASETS + "/" + code + "/changes",
                            "{\"cause\": \"DATA\", \"causedOn\": \"2026-11-20\", \"reason\": \"附件更新\"}");
            assertThat(opened.status()).as(opened.text()).isLessThan(300);
        }

        private List<String> names(String path) {
            return hub.as("authority")
                    .get(path)
                    .json()
                    .get("items")
                    .valueStream()
                    .map(each -> each.get("name").asString())
                    .toList();
        }

        @Test
        void isNeededTwiceToHandIn() {
            assertThat(pointers(hub.as("market-steward")
                            .post(DATASETS + "/" + registered("806001", "缺附件") + "/submissions", "{}")))
                    .containsExactly("/assessments/secrecy/file", "/assessments/personalInformation/file");
        }

        private static byte[] zip(String part) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(part));
            }
            return bytes.toByteArray();
        }
    }

    @Nested
    class AnOverlap {

        @Test
        void isListedAndNeedsAReason() {
            String first = published("806002", "重名目录（2025）");
            String second = registered("806002", "重名 目录2026");
            PublishedDatasets.assessed(hub, second);

            assertThat(pointers(hub.as("market-steward").post(DATASETS + "/" + second + "/submissions", "{}")))
                    .containsExactly("/overlapReason");
            JsonNode overlaps = hub.as("market-steward")
                    .get(DATASETS + "/" + second + "/overlaps")
                    .json()
                    .get("items");
            assertThat(overlaps.valueStream().map(each -> each.get("dataset").asString()))
                    .containsOnly(first);
            assertThat(overlaps.valueStream().map(each -> each.get("value").asString()))
                    .containsExactlyInAnyOrder("重名目录", "about重名目录");
        }

        @Test
        void isFoundInStandardElementsToo() {
            ObjectNode one = Entries.json().put("classification", "806003");
            one.putArray("items").addObject().put("name", "甲").put("type", "M").put("element", "T 1/x1");
            String first = registered("market-steward", one);
            jdbc.sql("""
                    insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                    values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now())
                    """)
                    .param("code", first)
                    .param("avsc", PublishedDatasets.SCHEMA)
                    .update();
            PublishedDatasets.publish(hub, first);
            ObjectNode other = one.deepCopy();
            other.putObject("title").put("zh", "另一个").put("en", "another one altogether");

            JsonNode overlaps = hub.as("market-steward")
                    .get(DATASETS + "/" + registered("market-steward", other) + "/overlaps")
                    .json()
                    .get("items");

            assertThat(overlaps.valueStream().map(each -> each.get("value").asString()))
                    .contains("T 1/x1");
        }

        @Test
        void leavesOutDigitsSpacesAndPunctuation() {
            assertThat(Offers.normalised("法人 基础信息（２０２５年）-1")).isEqualTo("法人基础信息年");
            assertThat(Offers.normalised("Legal Persons, 2")).isEqualTo("legalpersons");
            assertThat(Offers.normalised("2025")).isEqualTo("2025");
        }
    }

    @Test
    void namesRelatedDatasetsBothWays() {
        String one = published("806004", "被关联甲");
        ObjectNode entry = Entries.json().put("classification", "806004");
        entry.putArray("related").add(one.replace('-', '/'));
        String other = registered("market-steward", entry);

        assertThat(hub.as("market-steward")
                        .get(DATASETS + "/" + one + "/related")
                        .json()
                        .at("/namedBy/0/code")
                        .asString())
                .isEqualTo(other);
        assertThat(hub.as("market-steward")
                        .get(DATASETS + "/" + other + "/related")
                        .json()
                        .at("/names/0/code")
                        .asString())
                .isEqualTo(one);
        assertThat(hub.as("approval-steward")
                        .get(DATASETS + "/" + one + "/related")
                        .json()
                        .get("namedBy"))
                .isEmpty();
    }

    @Test
    void needsAProviderWithACode() {
        String code = registered("approval-steward", Entries.json().put("classification", "806005"));

        assertThat(pointers(hub.as("approval-steward").post(DATASETS + "/" + code + "/submissions", "{}")))
                .contains("/department");
    }

    @Test
    void isPublishedAsHighAsItsHighestField() {
        ObjectNode entry = Entries.json().put("classification", "806006").put("level", 1);
        String code = registered("market-steward", entry);
        jdbc.sql("""
                insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now())
                """)
                .param("code", code)
                .param("avsc", PublishedDatasets.SCHEMA)
                .update();
        PublishedDatasets.publish(hub, code);

        assertThat(hub.as("authority")
                        .get(DATASETS + "/" + code)
                        .json()
                        .get("level")
                        .asInt())
                .isEqualTo(3);
    }
}
