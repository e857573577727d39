package org.exchangehub.nifi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.nifi.csv.CSVReader;
import org.apache.nifi.json.JsonTreeReader;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MapToStandardTests {

    private StandInHub hub;
    private TestRunner runner;

    @BeforeEach
    void start() throws Exception {
        hub = new StandInHub(Hubs.RSA);
        hub.documents.put(Shop.MAPPING_PATH, Shop.MAPPING);
        runner = Hubs.connected(TestRunners.newTestRunner(MapToStandard.class), hub);
        runner.setProperty(MapToStandard.SOURCE, "trial");
        csv();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    /** As the flow definition sets it. */
    private void csv() throws InitializationException {
        CSVReader reader = new CSVReader();
        runner.addControllerService("csv", reader);
        Map.of(
                        "schema-access-strategy", "csv-header-derived",
                        "csv-reader-csv-parser", "commons-csv",
                        "CSV Format", "custom",
                        "Value Separator", ",",
                        "Skip Header Line", "true",
                        "Quote Character", "\"",
                        "Escape Character", "\\u0000",
                        "Trim Fields", "false",
                        "csvutils-character-set", "UTF-8",
                        "csvutils-allow-duplicate-header-names", "false")
                .forEach((name, value) -> runner.setProperty(reader, name, value));
        runner.enableControllerService(reader);
        runner.setProperty(MapToStandard.RECORD_READER, "csv");
        runner.setProperty(MapToStandard.INCOMPLETE_ROWS, "REFUSE");
    }

    private List<GenericRecord> mapped(String content, Charset charset) {
        runner.enqueue(content.getBytes(charset));
        runner.run();
        assertThat(runner.getFlowFilesForRelationship(MapToStandard.FAILURE))
                .extracting(failed -> failed.getAttribute(HubAttributes.ERROR))
                .isEmpty();
        runner.assertAllFlowFilesTransferred(MapToStandard.MAPPED, 1);
        return Shop.records(flowFile().toByteArray());
    }

    private MockFlowFile flowFile() {
        return runner.getFlowFilesForRelationship(MapToStandard.MAPPED).getFirst();
    }

    private static String text(GenericRecord record, String field) {
        return String.valueOf(record.get(field));
    }

    @Nested
    class Rows {

        @Test
        void getTheStandardsNamesAndTheirNumberInTheSource() {
            List<GenericRecord> rows =
                    mapped("\uFEFFbm,mc,kyrq\r\na1, 甲店 ,20240131\r\na2,\"乙,\"\"店\"\"\\\",\r\n", StandardCharsets.UTF_8);

            assertThat(rows).extracting(row -> text(row, "code")).containsExactly("A1", "A2");
            assertThat(rows).extracting(row -> text(row, "name")).containsExactly("甲店", "乙,\"店\"\\");
            assertThat(rows).extracting(row -> text(row, "opened")).containsExactly("2024-01-31", "null");
            assertThat(rows).extracting(row -> row.get("_row")).containsExactly(1L, 2L);
            assertThat(rows).extracting(row -> row.get("_fault")).containsOnlyNulls();
            flowFile().assertAttributeEquals(HubAttributes.ROWS, "2");
            flowFile().assertAttributeEquals(HubAttributes.SOURCE, "trial");
            flowFile().assertAttributeEquals(HubAttributes.FIELDS_UNFILLED, "");
        }

        @Test
        void tellWhichFieldsNoColumnCouldFill() {
            List<GenericRecord> rows = mapped("编码,名称\nb1,㐂店\n", StandardCharsets.UTF_8);

            assertThat(text(rows.getFirst(), "name")).isEqualTo("㐂店");
            flowFile().assertAttributeEquals(HubAttributes.FIELDS_UNFILLED, "opened");
        }

        @Test
        void sayWhatTheyDoAndAreTheNewestOfTheirKey() {
            hub.documents.put(Shop.MAPPING_PATH, """
                    {"version": 1, "fields": [{"to": "code", "from": "bm"}, {"to": "name", "from": "mc"}],
                     "operation": {"from": "cd_operation"},
                     "newest": {"by": ["code"], "order": [{"from": "cd_time"}]}}
                    """);

            List<GenericRecord> rows = mapped(
                    "bm,mc,cd_operation,cd_time\na1,新,U,2024-02-01\na1,旧,I,2024-01-01\na3,去,D,\n",
                    StandardCharsets.UTF_8);

            assertThat(rows).extracting(row -> row.get("_row")).containsExactly(1L, 3L);
            assertThat(rows).extracting(row -> text(row, "_op")).containsExactly("U", "D");
            assertThat(text(rows.getFirst(), "name")).isEqualTo("新");
            flowFile().assertAttributeEquals(HubAttributes.ROWS, "2");
            flowFile().assertAttributeEquals(HubAttributes.ROWS_SUPERSEDED, "1");
        }

        @Test
        void comeFromAnyReader() throws InitializationException {
            JsonTreeReader json = new JsonTreeReader();
            runner.addControllerService("json", json);
            runner.enableControllerService(json);
            runner.setProperty(MapToStandard.RECORD_READER, "json");
            runner.setProperty(MapToStandard.INCOMPLETE_ROWS, "ACCEPT");

            List<GenericRecord> rows =
                    mapped("[{\"bm\":12,\"mc\":[\"x\",1.5]},{\"mc\":{\"a\":true}}]", StandardCharsets.UTF_8);

            assertThat(rows).extracting(row -> text(row, "code")).containsExactly("12", "null");
            assertThat(rows).extracting(row -> text(row, "name")).containsExactly("[\"x\",1.5]", "{\"a\":true}");
        }
    }

    @Nested
    class RowsThatCannotBeRead {

        @Test
        void goAlongWithTheirNumberAndTheReason() {
            List<GenericRecord> rows = mapped("bm,mc,kyrq\na1,x,\na2,\"y\"z,\na3,z,\n", StandardCharsets.UTF_8);

            assertThat(rows.getFirst().get("_fault")).isNull();
            assertThat(text(rows.get(1), "_fault")).contains("unreadable-row");
            assertThat(rows.get(1).get("_row")).isEqualTo(2L);
            assertThat(text(rows.getLast(), "code")).isEqualTo("A3");
            assertThat(rows.getLast().get("_fault")).isNull();
        }

        @Test
        void areThoseWithTooFewOrTooManyValuesToo() {
            List<GenericRecord> rows = mapped("bm,mc,kyrq\na1,x\na2,x,,surplus\na3,,\n", StandardCharsets.UTF_8);

            assertThat(text(rows.get(0), "_fault")).contains("column-count", "3 values", "2 values");
            assertThat(text(rows.get(1), "_fault")).contains("column-count", "3 values", "4 values");
            assertThat(rows.get(2).get("_fault")).isNull();
            flowFile().assertAttributeEquals(HubAttributes.ROWS_UNREADABLE, "0");
        }

        @Test
        void areThoseInAnotherCharacterSet() {
            List<GenericRecord> rows = mapped("bm,mc,kyrq\na1,甲店,\n", Charset.forName("GB18030"));

            assertThat(text(rows.getFirst(), "_fault")).contains("character-set", "mc");
        }

        @Test
        void areTheRestOfAFileThatEndsWithinQuotes() {
            List<GenericRecord> rows = mapped("bm,mc,kyrq\na1,x,\na2,\"y,\na3,z,\n", StandardCharsets.UTF_8);

            assertThat(rows).hasSize(2);
            assertThat(text(rows.getLast(), "_fault")).contains("unreadable-row");
            flowFile().assertAttributeEquals(HubAttributes.ROWS_UNREADABLE, "1");
        }
    }

    @Nested
    class Content {

        @Test
        void thatIsNotReadableAtAllFails() throws Exception {
            JsonTreeReader json = new JsonTreeReader();
            runner.addControllerService("json", json);
            runner.enableControllerService(json);
            runner.setProperty(MapToStandard.RECORD_READER, "json");
            runner.enqueue("[{\"bm\":");
            runner.run();

            runner.assertAllFlowFilesTransferred(MapToStandard.FAILURE, 1);
            MockFlowFile failed =
                    runner.getFlowFilesForRelationship(MapToStandard.FAILURE).getFirst();
            failed.assertContentEquals("[{\"bm\":");
            assertThat(failed.getAttribute(HubAttributes.ERROR)).contains("cannot be read");
        }

        @Test
        void waitsWhileTheHubHasNoMapping() {
            hub.documents.clear();
            runner.enqueue("bm\na1\n");
            runner.run();

            runner.assertTransferCount(MapToStandard.MAPPED, 0);
            runner.assertTransferCount(MapToStandard.FAILURE, 0);
            assertThat(runner.getQueueSize().getObjectCount()).isEqualTo(1);
        }
    }
}
