package org.exchangehub.core.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubClient.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A published dataset of its own, its source, and a client that sends batches as that source. */
public final class Sender {

    static final String SCHEMA = """
            {"type": "record", "name": "Shop", "namespace": "test", "hub.dataset": "shop",
             "hub.title": {"zh": "商户", "en": "shops"}, "hub.key": ["id"],
             "fields": [
               {"name": "id", "type": "string", "hub.id": 1, "hub.title": {"zh": "编号", "en": "id"},
                "hub.level": 1, "hub.filter": "equality", "hub.checks": ["length:1..20"]},
               {"name": "owner", "type": ["null", "string"], "default": null, "hub.id": 2,
                "hub.title": {"zh": "业主", "en": "owner"}, "hub.level": 3, "hub.mask": "name"},
               {"name": "staff", "type": ["null", "long"], "default": null, "hub.id": 3,
                "hub.title": {"zh": "员工", "en": "staff"}, "hub.level": 1, "hub.filter": "range"},
               {"name": "capital", "type": ["null", {"type": "bytes", "logicalType": "decimal", "precision": 18,
                "scale": 4}], "default": null, "hub.id": 4, "hub.title": {"zh": "资本", "en": "capital"}, "hub.level": 1},
               {"name": "opened", "type": ["null", {"type": "int", "logicalType": "date"}], "default": null, "hub.id": 5,
                "hub.title": {"zh": "开业", "en": "opened"}, "hub.level": 1},
               {"name": "seen", "type": ["null", {"type": "long", "logicalType": "timestamp-millis"}], "default": null,
                "hub.id": 6, "hub.title": {"zh": "更新", "en": "seen"}, "hub.level": 1},
               {"name": "tags", "type": ["null", {"type": "array", "items": "string"}], "default": null, "hub.id": 7,
                "hub.title": {"zh": "标签", "en": "tags"}, "hub.level": 1},
               {"name": "open", "type": ["null", "boolean"], "default": null, "hub.id": 8,
                "hub.title": {"zh": "营业", "en": "open"}, "hub.level": 1},
               {"name": "ratio", "type": ["null", "double"], "default": null, "hub.id": 9,
                "hub.title": {"zh": "比例", "en": "ratio"}, "hub.level": 1}]}
            """;

    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";
    static final String AVRO = "application/avro";

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final int number;
    private final String dataset;
    private final String source;
    private int keys;

    public Sender(HubClient hub, JdbcClient jdbc, int number) {
        this(hub, jdbc, number, SCHEMA);
    }

    /** @param number makes the dataset's code */
    public Sender(HubClient hub, JdbcClient jdbc, int number, String schema) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.number = number;
        this.dataset = "301001-%06d".formatted(number);
        this.source = "shops-" + number;
        jdbc.sql("""
                insert into hub.dataset (code, department, state, entry, search, version, created_at, updated_at,
                                         submitted_by, published_at)
                values (:code, 'market-supervision', 'PUBLISHED',
                        '{"title": {"zh": "商户", "en": "shops"}, "classification": "301001", "nonSecret": true}',
                        '', 1, now(), now(), 'test', now()) on conflict do nothing
                """).param("code", dataset).update();
        jdbc.sql("""
                insert into hub.contract_schema (dataset, version, state, avsc, registry_id, bound_at, published_at)
                values (:code, 1, 'PUBLISHED', :avsc, 1, now(), now()) on conflict do nothing
                """).param("code", dataset).param("avsc", schema).update();
        jdbc.sql("""
                insert into hub.source (code, dataset, department, title_zh, title_en, kind, mode, settings, mapping, state,
                                        created_at, claimed_until)
                values (:source, :code, 'market-supervision', '商户', 'shops', 'CSV_FOLDER', 'UPSERT',
                        '{"folder": "/in", "charset": "UTF-8", "delimiter": ",", "intervalSeconds": 60}',
                        '{}', 'STOPPED', now(), now()) on conflict do nothing
                """).param("source", source).param("code", dataset).update();
    }

    /** The same sender at another instance. */
    Sender at(HubClient instance) {
        return new Sender(instance, jdbc, number);
    }

    public String dataset() {
        return dataset;
    }

    HubClient.Session source() {
        return hub.asClient("source-" + source, "market-supervision");
    }

    HubClient.Session steward() {
        return hub.as("market-steward");
    }

    Answer open(String key, String mode) {
        return source().post(
                        "/api/v1/datasets/" + dataset + "/batches",
                        "{\"batchKey\": \"%s\", \"mode\": \"%s\"}".formatted(key, mode));
    }

    String opened(String mode) {
        Answer answer = open("batch " + ++keys, mode);
        if (answer.status() != 201) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer.json().path("id").asString();
    }

    Answer part(String batch, int number, String type, byte[] content) {
        return part(batch, "parts", number, type, content, digest(content));
    }

    Answer part(String batch, String place, int number, String type, byte[] content, String digest) {
        return source().header("Content-Digest", digest)
                .send("PUT", "/api/v1/batches/" + batch + "/" + place + "/" + number, type, content);
    }

    Answer commit(String batch, int parts, int rejects, long rows) {
        return source().post(
                        "/api/v1/batches/" + batch + "/commit",
                        "{\"parts\": %d, \"rejects\": %d, \"rows\": %d}".formatted(parts, rejects, rows));
    }

    /** Sends one batch of one part and answers with what came of it. */
    JsonNode send(String mode, String type, byte[] content, long rows) {
        String batch = opened(mode);
        Answer part = part(batch, 1, type, content);
        if (part.status() != 204) {
            throw new AssertionError(part.status() + " " + part.text());
        }
        Answer commit = commit(batch, 1, 0, rows);
        if (commit.status() != 200) {
            throw new AssertionError(commit.status() + " " + commit.text());
        }
        return commit.json();
    }

    public JsonNode send(String mode, String csv) {
        return send(mode, CSV, bytes(csv), csv.lines().count() - 1);
    }

    /** Field {@code owner} of the current rows by id. */
    List<Map<String, @Nullable Object>> current() {
        return jdbc.sql("select f1 as id, f2 as owner, f3 as staff from " + table()
                        + " where released_to is null order by f1")
                .query()
                .listOfRows();
    }

    String table() {
        return "shared.d"
                + jdbc.sql("select number from hub.publication where dataset = :dataset")
                        .param("dataset", dataset)
                        .query(Long.class)
                        .single();
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String digest(byte[] content) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content);
            return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
