package org.exchangehub.nifi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.exchangehub.schemas.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ValidateStandardTests {

    private static final byte[] GOOD = Shop.mapped(Map.of("code", "A1"));
    private static final byte[] BAD = Shop.mapped(Map.of("code", "far too long"));

    private StandInHub hub;
    private TestRunner runner;

    @BeforeEach
    void start() throws Exception {
        hub = new StandInHub(Hubs.RSA);
        hub.documents.put(Shop.SCHEMA_PATH, Shop.schemaAnswer());
        runner = Hubs.connected(TestRunners.newTestRunner(new ValidateStandard()), hub);
        runner.setProperty(HubProcessor.DATASET, "207001-000001");
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private MockFlowFile only(org.apache.nifi.processor.Relationship relationship) {
        runner.assertTransferCount(relationship, 1);
        return runner.getFlowFilesForRelationship(relationship).getFirst();
    }

    private void validate(byte[] content) {
        runner.enqueue(content, Map.of(HubAttributes.SOURCE, "trial"));
        runner.run();
    }

    @Nested
    class RecordsThatConform {

        @Test
        void leaveTypedInTheDatasetsSchema() {
            validate(Shop.mapped(Map.of(
                    "code", "A1",
                    "name", "甲店",
                    "opened", "2024-01-31",
                    "changed", "2024-01-31T08:00:00+08:00",
                    "capital", "12.5",
                    "staff", "7",
                    "area", "1.25",
                    "chain", "true",
                    "tags", "[\"新\",\"x\"]")));

            GenericRecord record =
                    Shop.records(only(ValidateStandard.VALID).toByteArray()).getFirst();
            assertThat(record.getSchema().getFullName()).isEqualTo("org.exchangehub.trial.Shop");
            assertThat(record.getSchema().getField("code").getObjectProp("hub.id"))
                    .isEqualTo(1);
            assertThat(record.get("name")).hasToString("甲店");
            assertThat(record.get("opened"))
                    .isEqualTo((int) LocalDate.of(2024, 1, 31).toEpochDay());
            assertThat(record.get("changed")).isEqualTo(1706659200000L);
            assertThat(record.get("capital"))
                    .isEqualTo(ByteBuffer.wrap(BigInteger.valueOf(1250).toByteArray()));
            assertThat(record.get("staff")).isEqualTo(7);
            assertThat(record.get("area")).isEqualTo(1.25);
            assertThat(record.get("chain")).isEqualTo(true);
            assertThat(record.get("tags")).hasToString("[新, x]");
            assertThat(record.get("_row")).isEqualTo(1L);
            assertThat(record.get("_op")).isNull();
        }

        @Test
        void areABatchOfOnePartWhenAllConform() {
            validate(GOOD);

            runner.assertTransferCount(ValidateStandard.INVALID, 0);
            MockFlowFile valid = only(ValidateStandard.VALID);
            valid.assertAttributeEquals(HubAttributes.DATASET, "207001-000001");
            valid.assertAttributeEquals(HubAttributes.SCHEMA_VERSION, "3");
            valid.assertAttributeEquals(HubAttributes.BATCH_PARTS, "1");
            valid.assertAttributeEquals(HubAttributes.BATCH_REJECTS, "0");
            valid.assertAttributeEquals(HubAttributes.ROWS, "1");
            valid.assertAttributeEquals("mime.type", "application/avro");
        }
    }

    @Nested
    class RecordsThatDoNot {

        @Test
        void leaveAsLinesWithRowValuesAndFindings() throws IOException {
            validate(Shop.mapped(Map.of("code", "A1"), Map.of("code", "far too long", "name", "甲\"店\"")));

            List<String> lines =
                    Arrays.asList(only(ValidateStandard.INVALID).getContent().split("\n"));
            JsonNode line = new ObjectMapper().readTree(lines.getFirst());
            assertThat(lines).hasSize(1);
            assertThat(line.path("row").asLong()).isEqualTo(2);
            assertThat(line.at("/values/name").asText()).isEqualTo("甲\"店\"");
            assertThat(line.at("/findings/0/field").asText()).isEqualTo("code");
            assertThat(line.at("/findings/0/rule").asText()).isEqualTo("length");
            assertThat(line.at("/findings/0/severity").asText()).isEqualTo("ERROR");
            assertThat(line.at("/findings/0/message/zh").asText()).isNotEmpty();
        }

        @Test
        void findTheirBatchAgainWithThoseThatDo() {
            validate(Shop.mapped(Map.of("code", "A1"), Map.of()));

            MockFlowFile valid = only(ValidateStandard.VALID);
            MockFlowFile invalid = only(ValidateStandard.INVALID);
            for (String same : List.of(
                    HubAttributes.BATCH_KEY,
                    HubAttributes.BATCH_PARTS,
                    HubAttributes.BATCH_REJECTS,
                    HubAttributes.ROWS,
                    HubAttributes.SCHEMA_VERSION)) {
                assertThat(invalid.getAttribute(same)).isEqualTo(valid.getAttribute(same));
            }
            assertThat(valid.getAttribute(HubAttributes.BATCH_KEY)).startsWith("trial-");
            valid.assertAttributeEquals(HubAttributes.BATCH_CONTENT, "part");
            invalid.assertAttributeEquals(HubAttributes.BATCH_CONTENT, "rejects");
            invalid.assertAttributeEquals(HubAttributes.ROWS_INVALID, "1");
        }

        @Test
        void areABatchWithoutPartsWhenNoneConforms() {
            validate(BAD);

            runner.assertTransferCount(ValidateStandard.VALID, 0);
            only(ValidateStandard.INVALID).assertAttributeEquals(HubAttributes.BATCH_PARTS, "0");
        }

        @Test
        void areThoseThatCouldNotBeReadToo() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Finding fault = Faults.columns(3, 2);
            try (MappedRows rows = new MappedRows(MappedRows.schema(List.of("code"), false), out)) {
                rows.append(5, null, Map.of("code", "A1"), fault);
            }

            validate(out.toByteArray());

            JsonNode line =
                    new ObjectMapper().readTree(only(ValidateStandard.INVALID).getContent());
            assertThat(line.path("row").asLong()).isEqualTo(5);
            assertThat(line.at("/findings/0/rule").asText()).isEqualTo("column-count");
            assertThat(line.at("/values/code").asText()).isEqualTo("A1");
        }
    }

    @Nested
    class Content {

        @Test
        void withoutRowsIsAnEmptyBatch() {
            validate(Shop.mapped());

            only(ValidateStandard.VALID).assertAttributeEquals(HubAttributes.ROWS, "0");
        }

        @Test
        void thatBreaksOffFailsWhole() throws IOException {
            byte[] cut = Arrays.copyOf(GOOD, GOOD.length - 20);

            runner.enqueue(cut, Map.of(HubAttributes.ROWS, "1"));
            runner.run();

            runner.assertAllFlowFilesTransferred(ValidateStandard.FAILURE, 1);
            only(ValidateStandard.FAILURE).assertContentEquals(cut);
        }

        @Test
        void withADamagedBlockFailsWhole() throws IOException {
            byte[] damaged = GOOD.clone();
            Arrays.fill(damaged, GOOD.length - 24, GOOD.length - 16, (byte) 0xFF);

            runner.enqueue(damaged, Map.of(HubAttributes.ROWS, "1"));
            runner.run();

            runner.assertAllFlowFilesTransferred(ValidateStandard.FAILURE, 1);
            only(ValidateStandard.FAILURE).assertContentEquals(damaged);
        }

        @Test
        void waitsWhileTheHubsSchemaCannotBeKeptTo() {
            hub.documents.put(Shop.SCHEMA_PATH, Shop.schemaAnswer().replace("length:2..8", "no-such-check"));

            validate(GOOD);

            assertThat(runner.getQueueSize().getObjectCount()).isEqualTo(1);
        }
    }
}
