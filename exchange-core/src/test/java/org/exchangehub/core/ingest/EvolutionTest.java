package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.exchangehub.core.publication.PublishedRecords;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A table in use whose schema goes on. */
@HubTest
class EvolutionTest {

    private static final String NOTE = "{\"name\": \"note\", \"type\": [\"null\", \"string\"], \"default\": null,"
            + " \"hub.id\": 10, \"hub.title\": {\"zh\": \"备注\", \"en\": \"note\"}, \"hub.level\": 1,"
            + " \"hub.filter\": \"equality\"}, ";

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final PublishedRecords records;

    EvolutionTest(HubClient hub, JdbcClient jdbc, PublishedRecords records) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.records = records;
    }

    private void publish(Sender sender, int version, String schema) {
        jdbc.sql("""
                insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                values (:code, :version, 'PUBLISHED', :avsc, :version, now(), now())
                """)
                .param("code", sender.dataset())
                .param("version", version)
                .param("avsc", schema)
                .update();
    }

    private static String withNote() {
        return Sender.SCHEMA.replace("{\"name\": \"ratio\"", NOTE + "{\"name\": \"ratio\"");
    }

    private Map<String, @Nullable Object> record(Sender sender, String id) {
        return records.byKey(sender.dataset(), Map.of("id", id)).orElseThrow().values();
    }

    private JsonNode sendAs(Sender sender, int version, String key, String mode, String csv) {
        JsonNode opened = sender.source()
                .post(
                        "/api/v1/datasets/" + sender.dataset() + "/batches",
                        "{\"batchKey\": \"%s\", \"mode\": \"%s\", \"schemaVersion\": %d}".formatted(key, mode, version))
                .json();
        String batch = opened.path("id").asString();
        sender.part(batch, 1, Sender.CSV, Sender.bytes(csv));
        return sender.commit(batch, 1, 0, csv.lines().count() - 1).json();
    }

    @Test
    void keepsWhatASenderOfAnOlderVersionDoesNotKnow() {
        Sender sender = new Sender(hub, jdbc, 811);
        sender.send("UPSERT", "id,owner\nA,x\n");
        publish(sender, 2, withNote());
        sender.send("UPSERT", "id,owner,note\nA,x,new\nB,y,also\n");

        JsonNode older = sendAs(sender, 1, "older", "SNAPSHOT", "id,owner\nA,changed\nB,y\nC,z\n");

        assertThat(older.at("/counts/updated").asInt()).isEqualTo(1);
        assertThat(older.at("/counts/unchanged").asInt()).isEqualTo(1);
        assertThat(record(sender, "A")).containsEntry("owner", "changed").containsEntry("note", "new");
        assertThat(record(sender, "B")).containsEntry("note", "also");
        assertThat(record(sender, "C")).containsEntry("note", null);
    }

    @Test
    void givesNewFilterableFieldsTheirIndexBesideTheUseOfTheTable() throws InterruptedException {
        Sender sender = new Sender(hub, jdbc, 812);
        sender.send("UPSERT", "id,owner\nA,x\n");
        publish(sender, 2, withNote());

        sender.send("UPSERT", "id,owner,note\nB,y,n\n");

        String index = sender.table().replace("shared.", "") + "_f10";
        for (int i = 0; i < 150 && valid(index) == 0; i++) {
            Thread.sleep(100);
        }
        assertThat(valid(index)).isEqualTo(1);
    }

    private long valid(String index) {
        return jdbc.sql("select count(*) from pg_index i where i.indexrelid = to_regclass(:index) and i.indisvalid")
                .param("index", "shared." + index)
                .query(Long.class)
                .single();
    }

    @Test
    void carriesARenamedFieldOnUnderItsNewName() {
        Sender sender = new Sender(hub, jdbc, 813);
        sender.send("UPSERT", "id,owner\nA,王小明\n");
        publish(
                sender,
                2,
                Sender.SCHEMA.replace("{\"name\": \"owner\",", "{\"name\": \"holder\", \"aliases\": [\"owner\"],"));

        sender.send("UPSERT", "id,holder\nB,y\n");
        sendAs(sender, 1, "old name", "UPSERT", "id,owner\nC,z\n");

        assertThat(List.of("A", "B", "C"))
                .extracting(id -> record(sender, id).get("holder"))
                .containsExactly("王小明", "y", "z");
        assertThat(sender.steward()
                        .get("/api/v1/datasets/" + sender.dataset() + "/records/A/versions")
                        .json()
                        .at("/items/0/record/holder")
                        .asString())
                .startsWith("王");
    }
}
