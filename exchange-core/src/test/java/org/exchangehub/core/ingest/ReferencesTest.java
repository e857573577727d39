package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@HubTest
class ReferencesTest {

    private final HubClient hub;
    private final JdbcClient jdbc;

    ReferencesTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    /** A dataset whose owner is the id of a record of another. */
    private Sender referring(int number, Sender to, String severity) {
        String references = """
                "hub.references": [{"id": "known-shop", "fields": ["owner"], "dataset": "%s", "severity": "%s",
                 "message": {"zh": "所属商户应已登记", "en": "the parent shop must be registered"}}],
                """.formatted(to.dataset(), severity);
        return new Sender(hub, jdbc, number, Sender.SCHEMA.replace("\"fields\":", references + "\"fields\":"));
    }

    @Nested
    class ABatch {

        @Test
        void publishesTheRowsWhoseReferenceIsKnownOrEmptyAndQuarantinesTheOthers() {
            Sender parents = new Sender(hub, jdbc, 640);
            Sender children = referring(641, parents, "error");
            parents.send("UPSERT", "id,owner\nP1,x\nP2,y\n");
            parents.send("SNAPSHOT", "id,owner\nP1,x\n");

            JsonNode batch = children.send("UPSERT", "id,owner\nA,P1\nB,P2\nC,\nD,P3\n");

            assertThat(children.current()).extracting("id").containsExactly("A", "C");
            assertThat(batch.at("/counts/quarantined").asInt()).isEqualTo(2);
            assertThat(batch.at("/topReasons/0/rule").asString()).isEqualTo("known-shop");
            JsonNode quarantined = children.steward()
                    .get("/api/v1/batches/" + batch.path("id").asString() + "/quarantine")
                    .json()
                    .at("/items/0");
            assertThat(quarantined.path("row").asInt()).isEqualTo(2);
            assertThat(quarantined.path("field").asString()).isEqualTo("owner");
            assertThat(quarantined.path("message").path("zh").asString()).startsWith("所属商户应已登记（owner=P");
            assertThat(quarantined.path("expected").asString()).contains(parents.dataset());
        }

        @Test
        void keepsTheRecordASnapshotStillHoldsThoughItsReferenceHasGone() {
            Sender parents = new Sender(hub, jdbc, 642);
            Sender children = referring(643, parents, "error");
            parents.send("UPSERT", "id,owner\nP1,x\n");
            children.send("SNAPSHOT", "id,owner\nA,P1\nB,P1\nC,P1\nD,P1\n");

            JsonNode batch = children.send("SNAPSHOT", "id,owner\nA,gone\nC,P1\nD,P1\n");

            assertThat(batch.at("/counts/deleted").asInt()).isEqualTo(1);
            assertThat(batch.at("/counts/quarantined").asInt()).isEqualTo(1);
            assertThat(children.current()).extracting("id").containsExactly("A", "C", "D");
            assertThat(children.current()).extracting("owner").containsOnly("P1");
        }

        @Test
        void countsAWarningAndPublishesTheRow() {
            Sender parents = new Sender(hub, jdbc, 644);
            Sender children = referring(645, parents, "warning");
            parents.send("UPSERT", "id,owner\nP1,x\n");

            JsonNode batch = children.send("UPSERT", "id,owner\nA,P1\nB,P2\n");

            assertThat(children.current()).extracting("id").containsExactly("A", "B");
            assertThat(batch.at("/counts/warnings").asInt()).isEqualTo(1);
        }
    }
}
