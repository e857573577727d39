package org.exchangehub.nifi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.provenance.ProvenanceEventRecord;
import org.apache.nifi.provenance.ProvenanceEventType;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PublishToHubTests {

    private static final byte[] PART = "the part".getBytes(StandardCharsets.UTF_8);
    private static final byte[] REJECTS = "{\"row\":3}\n".getBytes(StandardCharsets.UTF_8);

    private StandInHub hub;
    private TestRunner runner;

    @BeforeEach
    void start() throws Exception {
        hub = new StandInHub(Hubs.RSA);
        runner = Hubs.connected(TestRunners.newTestRunner(PublishToHub.class), hub);
        runner.setProperty(HubProcessor.DATASET, "207001-000001");
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private static Map<String, String> attributes(String content, int rejects) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put(HubAttributes.BATCH_KEY, "trial-1");
        attributes.put(HubAttributes.BATCH_CONTENT, content);
        attributes.put(HubAttributes.BATCH_NUMBER, "1");
        attributes.put(HubAttributes.BATCH_PARTS, "1");
        attributes.put(HubAttributes.BATCH_REJECTS, Integer.toString(rejects));
        attributes.put(HubAttributes.ROWS, "3");
        attributes.put(HubAttributes.SCHEMA_VERSION, "3");
        attributes.put("mime.type", content.equals("part") ? "application/avro" : "application/x-ndjson");
        return attributes;
    }

    private MockFlowFile publish(byte[] content, Map<String, String> attributes, Relationship expected) {
        runner.clearTransferState();
        runner.enqueue(content, attributes);
        runner.run();
        runner.assertAllFlowFilesTransferred(expected, 1);
        return runner.getFlowFilesForRelationship(expected).getFirst();
    }

    private StandInHub.Batch batch() {
        return hub.batches.values().iterator().next();
    }

    @Nested
    class ABatch {

        @Test
        void isOpenedFilledCommittedAndPublished() {
            MockFlowFile accepted = publish(PART, attributes("part", 0), PublishToHub.ACCEPTED);

            assertThat(batch().declaration)
                    .hasToString(
                            "{\"batchKey\":\"trial-1\",\"mode\":\"UPSERT\",\"declaredRows\":3,\"schemaVersion\":3}");
            assertThat(batch().pieces).containsOnlyKeys("parts/1").containsEntry("parts/1", PART);
            accepted.assertAttributeEquals(HubAttributes.BATCH_STATE, "PUBLISHED");
            accepted.assertAttributeEquals(HubAttributes.BATCH_ID, "batch-1");
            accepted.assertAttributeEquals(HubAttributes.RELEASE, "7");
            accepted.assertAttributeEquals("hub.count.inserted", "2");
        }

        @Test
        void isCommittedByWhicheverPieceCompletesIt() {
            hub.quarantined = 1;
            MockFlowFile first = publish(REJECTS, attributes("rejects", 1), PublishToHub.ACCEPTED);
            first.assertAttributeEquals(HubAttributes.BATCH_STATE, "OPEN");

            MockFlowFile second = publish(PART, attributes("part", 1), PublishToHub.QUARANTINED);

            assertThat(batch().pieces).containsOnlyKeys("rejects/1", "parts/1");
            second.assertAttributeEquals("hub.count.quarantined", "1");
            second.assertAttributeEquals("mime.type", "application/json");
            assertThat(second.getContent()).contains("topReasons");
        }

        @Test
        void isOneBatchWhenTheFlowFileComesAgain() {
            publish(PART, attributes("part", 0), PublishToHub.ACCEPTED);
            publish(PART, attributes("part", 0), PublishToHub.ACCEPTED);

            assertThat(hub.batches).hasSize(1);
            assertThat(batch().pieces).hasSize(1);
        }

        @Test
        void isGivenToProvenanceByNameOfDatasetAndBatch() {
            publish(PART, attributes("part", 0), PublishToHub.ACCEPTED);

            List<ProvenanceEventRecord> sent = runner.getProvenanceEvents().stream()
                    .filter(event -> event.getEventType() == ProvenanceEventType.SEND)
                    .toList();
            assertThat(sent).hasSize(1);
            assertThat(sent.getFirst().getTransitUri()).isEqualTo("hub:/datasets/207001-000001/batches/batch-1");
        }

        @Test
        void isRejectedWithTheHubsReasons() throws IOException {
            hub.endState = "REJECTED";
            hub.quarantined = 3;

            MockFlowFile rejected = publish(PART, attributes("part", 0), PublishToHub.REJECTED);

            rejected.assertAttributeEquals(HubAttributes.ERROR_CODE, "BATCH_REJECTED");
            assertThat(rejected.getAttribute(HubAttributes.ERROR)).contains("uscc uscc × 3");
            rejected.assertContentEquals(PART);
        }
    }

    @Nested
    class APiece {

        @Test
        void isRejectedWhenTheHubHasOtherBytesOfIt() {
            publish(REJECTS, attributes("rejects", 1), PublishToHub.ACCEPTED);

            publish(PART, attributes("rejects", 1), PublishToHub.REJECTED)
                    .assertAttributeEquals(HubAttributes.ERROR_CODE, "PART_DIFFERS");
        }

        @Test
        void ofASnapshotWithUnreadableRowsIsNotSent() {
            runner.setProperty(PublishToHub.MODE, "SNAPSHOT");
            Map<String, String> attributes = attributes("part", 1);
            attributes.put(HubAttributes.ROWS_UNREADABLE, "1");

            publish(PART, attributes, PublishToHub.REJECTED)
                    .assertAttributeEquals(HubAttributes.ERROR_CODE, "SNAPSHOT_UNREADABLE");
            assertThat(hub.calls).isEmpty();
        }

        @Test
        void ofAnUnknownTypeIsRejectedSayingWhatWasExpected() {
            Map<String, String> attributes = attributes("part", 0);
            attributes.put("mime.type", "text/html");

            assertThat(publish(PART, attributes, PublishToHub.REJECTED).getAttribute(HubAttributes.ERROR))
                    .contains("application/avro", "text/html");
        }

        @Test
        void thatValidateStandardHasNotMadeIsABatchOfItsOwn() {
            publish(PART, Map.of("mime.type", "text/csv", "record.count", "2"), PublishToHub.ACCEPTED);

            assertThat(batch().declaration.path("declaredRows").asInt()).isEqualTo(2);
        }
    }

    @Nested
    class WhileTheHub {

        @Test
        void doesNotAnswerItIsRetriedUnchanged() throws IOException {
            hub.close();

            publish(PART, attributes("part", 0), PublishToHub.RETRY).assertContentEquals(PART);
        }

        @Test
        void isBusyItIsRetried() {
            for (int i = 0; i < 3; i++) {
                hub.failures.add(new StandInHub.Failure(503, null, ""));
            }

            publish(PART, attributes("part", 0), PublishToHub.RETRY);
        }

        @Test
        void doesNotLetTheClientInItIsRetried() {
            hub.failures.add(new StandInHub.Failure(403, null, "{\"code\":\"FORBIDDEN\",\"detail\":\"not yours\"}"));

            publish(PART, attributes("part", 0), PublishToHub.RETRY)
                    .assertAttributeEquals(HubAttributes.ERROR, "403 FORBIDDEN: not yours");
        }

        @Test
        void stillPublishesItIsRetried() {
            runner.setProperty(PublishToHub.PUBLICATION_WAIT, "0 ms");
            hub.endState = "COMMITTED";

            assertThat(publish(PART, attributes("part", 0), PublishToHub.RETRY).getAttribute(HubAttributes.ERROR))
                    .contains("COMMITTED");

            batch().state = "PUBLISHED";
            hub.endState = "PUBLISHED";
            publish(PART, attributes("part", 0), PublishToHub.ACCEPTED);
        }
    }
}
