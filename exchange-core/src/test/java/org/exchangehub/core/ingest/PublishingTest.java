package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exchangehub.core.ingest.Sender.NDJSON;
import static org.exchangehub.core.ingest.Sender.bytes;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.publication.PublishedRecords;
import org.exchangehub.core.publication.RecordPage;
import org.exchangehub.core.publication.RecordQuery;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.exchangehub.core.testing.HubTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@HubTest
class PublishingTest {

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final PublishedRecords records;

    PublishingTest(HubClient hub, JdbcClient jdbc, PublishedRecords records) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.records = records;
    }

    private static void assertCounts(JsonNode batch, String expected) {
        JsonNode counts = batch.path("counts");
        assertThat("%d+ %d~ %d= %d- %dq"
                        .formatted(
                                counts.path("inserted").asInt(),
                                counts.path("updated").asInt(),
                                counts.path("unchanged").asInt(),
                                counts.path("deleted").asInt(),
                                counts.path("quarantined").asInt()))
                .isEqualTo(expected);
    }

    /** The changes so far are numbered 1 to n without a gap, whichever column says so. */
    private void assertGapFree(Sender sender, long changes) {
        List<Long> numbers = jdbc.sql("select seq from " + sender.table() + " union all select deleted_seq from "
                        + sender.table() + " where deleted_seq is not null order by 1")
                .query((row, n) -> row.getLong(1))
                .list();
        assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, changes).boxed().toList());
    }

    @Nested
    class AnUpsert {

        @Test
        void writesNothingForRowsThatAreTheSameAlready() {
            Sender sender = new Sender(hub, jdbc, 200);
            assertCounts(sender.send("UPSERT", "id,owner,staff\nA,x,1\nB,y,2\nC,z,\n"), "3+ 0~ 0= 0- 0q");

            assertCounts(sender.send("UPSERT", "id,owner,staff\nA,x,1\nB,changed,2\nC,z,\nD,n,4\n"), "1+ 1~ 2= 0- 0q");

            assertThat(sender.count("select count(*) from " + sender.table())).isEqualTo(5);
            assertThat(sender.current()).extracting("owner").containsExactly("x", "changed", "z", "n");
            assertGapFree(sender, 5);
        }

        @Test
        void keepsEveryTypeExactly() {
            Sender sender = new Sender(hub, jdbc, 201);
            String row = """
                    {"id": "A", "capital": "-12345678901234.5670", "opened": "1949-10-01", "seen": "2026-11-23T08:00:00.123+08:00", "tags": ["商", "b"], "open": true, "ratio": 0.1}
                    {"id": "B", "capital": "0.0001"}
                    {"id": "C", "capital": "100000000"}
                    {"id": "D", "capital": "0"}
                    """;
            sender.send("UPSERT", NDJSON, bytes(row), 4);

            assertThat(jdbc.sql(
                                    "select f4::text || ' ' || f5 || ' ' || (f6 at time zone 'UTC') || ' ' || f7 || ' ' || f8 || ' ' || f9"
                                            + " from " + sender.table() + " where f1 = 'A'")
                            .query(String.class)
                            .single())
                    .isEqualTo("-12345678901234.5670 1949-10-01 2026-11-23 00:00:00.123 [\"商\", \"b\"] true 0.1");
            assertThat(jdbc.sql("select f4::text from " + sender.table() + " where f1 > 'A' order by f1")
                            .query((r, n) -> r.getString(1))
                            .list())
                    .containsExactly("0.0001", "100000000.0000", "0.0000");
        }
    }

    @Nested
    class ASnapshot {

        @Test
        void endsWhatItLacksButNotWhatItQuarantines() {
            Sender sender = new Sender(hub, jdbc, 210);
            sender.send("SNAPSHOT", "id,owner,staff\nA,x,1\nB,y,2\nC,z,3\n");

            JsonNode second = sender.send("SNAPSHOT", "id,owner,staff\nA,x,1\nB,y,many\nD,n,4\n");

            assertCounts(second, "1+ 0~ 1= 1- 1q");
            assertThat(sender.current()).extracting("id").containsExactly("A", "B", "D");
            assertGapFree(sender, 5);
        }

        @Test
        void takesARowRefusedAtTheSourceForPresent() {
            Sender sender = new Sender(hub, jdbc, 211);
            sender.send("SNAPSHOT", "id,owner,staff\nA,x,1\nB,y,2\n");
            String batch = sender.opened("SNAPSHOT");
            byte[] rejects = bytes("""
                    {"row": 2, "values": {"id": "B", "owner": "王小明"}, "findings": [{"field": "owner", "rule": "pattern", "severity": "ERROR", "expected": "a name", "found": "王小明", "message": {"zh": "王小明不对", "en": "王小明 is wrong"}}]}
                    """);
            byte[] part = bytes("id,owner,staff\nA,x,1\n");
            sender.part(batch, 1, Sender.CSV, part);
            sender.part(batch, "rejects", 1, NDJSON, rejects, Sender.digest(rejects));

            JsonNode result = sender.commit(batch, 1, 1, 2).json();
            Answer quarantine = sender.steward().get("/api/v1/batches/" + batch + "/quarantine");

            assertCounts(result, "0+ 0~ 1= 0- 1q");
            assertThat(sender.current()).extracting("id").containsExactly("A", "B");
            assertThat(quarantine.json().path("items").get(0).path("row").asInt())
                    .isEqualTo(2);
            assertThat(quarantine.text()).doesNotContain("王小明");
        }
    }

    @Nested
    class Changes {

        @Test
        void areInsertedUpdatedAndDeletedAndTheLastOfAKeyCounts() {
            Sender sender = new Sender(hub, jdbc, 220);
            sender.send("UPSERT", "id,owner,staff\nA,x,1\nB,y,2\nC,z,3\n");

            JsonNode result = sender.send(
                    "CHANGES",
                    "_op,id,owner,staff\nU,A,first,1\nU,A,last,1\nD,B,,\nI,D,n,4\nD,unknown,,\nX,C,z,3\nD,,,\n");

            assertCounts(result, "1+ 1~ 1= 1- 2q");
            assertThat(result.path("counts").path("superseded").asInt()).isEqualTo(1);
            assertThat(result.path("counts").path("received").asInt()).isEqualTo(7);
            assertThat(sender.current()).extracting("owner").containsExactly("last", "z", "n");
            assertGapFree(sender, 6);
        }
    }

    @Nested
    class ANewVersionOfTheSchema {

        @Test
        void addsItsFieldsToTheTable() {
            Sender sender = new Sender(hub, jdbc, 230);
            sender.send("UPSERT", "id,owner\nA,x\n");
            String wider = Sender.SCHEMA.replace(
                    "{\"name\": \"ratio\"",
                    "{\"name\": \"note\", \"type\": [\"null\", \"string\"], \"default\": null, \"hub.id\": 10,"
                            + " \"hub.title\": {\"zh\": \"备注\", \"en\": \"note\"}, \"hub.level\": 1}, {\"name\": \"ratio\"");
            jdbc.sql("""
                    insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                    values (:code, 2, 'PUBLISHED', :avsc, 2, now(), now())
                    """).param("code", sender.dataset()).param("avsc", wider).update();

            JsonNode second = sender.send("UPSERT", "id,owner,note\nA,x,new\nB,y,\n");

            assertCounts(second, "1+ 1~ 0= 0- 0q");
            assertThat(second.path("schemaVersion").asInt()).isEqualTo(2);
            assertThat(records.byKey(sender.dataset(), Map.of("id", "A"))
                            .orElseThrow()
                            .values())
                    .containsEntry("note", "new");
        }
    }

    @Nested
    class Reading {

        @Test
        void pagesThroughTheCurrentRowsInTheOrderOfTheKey() {
            Sender sender = new Sender(hub, jdbc, 240);
            sender.send("UPSERT", "id,staff\nC,3\nA,1\nE,5\nB,2\nD,4\n");
            List<RowCondition> upToFour = List.of(new RowCondition("staff", RowCondition.Operator.LE, List.of("4")));

            RecordPage first =
                    records.page(sender.dataset(), new RecordQuery(upToFour, List.of("staff"), null, 2, null));
            RecordPage second = records.page(
                    sender.dataset(), new RecordQuery(upToFour, List.of("staff"), first.nextKey(), 2, null));

            assertThat(first.release()).isEqualTo(1);
            assertThat(first.records()).extracting(r -> r.key().get("id")).containsExactly("A", "B");
            assertThat(second.records())
                    .extracting(r -> r.values().get("staff"))
                    .containsExactly(3L, 4L);
            assertThat(second.nextKey()).isNull();
        }

        @Test
        void takesConditionsAsValuesOnly() {
            Sender sender = new Sender(hub, jdbc, 241);
            sender.send("UPSERT", "id,owner\nA%,x\nAB,y\n\"' or true --\",z\n");

            assertThat(found(sender, new RowCondition("id", RowCondition.Operator.PREFIX, List.of("A%"))))
                    .containsExactly("A%");
            assertThat(found(sender, RowCondition.equal("id", "' or true --"))).containsExactly("' or true --");
            assertThat(found(sender, new RowCondition("id", RowCondition.Operator.IN, List.of("AB", "nobody"))))
                    .containsExactly("AB");
        }

        private List<String> found(Sender sender, RowCondition condition) {
            RecordQuery query = new RecordQuery(List.of(condition), List.of("id"), null, 10, null);
            return records.page(sender.dataset(), query).records().stream()
                    .map(row -> row.key().getOrDefault("id", ""))
                    .toList();
        }
    }
}
