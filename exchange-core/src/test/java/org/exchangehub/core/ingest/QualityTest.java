package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exchangehub.core.ingest.Sender.AVRO;
import static org.exchangehub.core.ingest.Sender.NDJSON;
import static org.exchangehub.core.ingest.Sender.bytes;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.StandardSchemas;
import org.exchangehub.schemas.check.Checks;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.samples.ErrorProfile;
import org.exchangehub.schemas.samples.LegalPersonSamples;
import org.exchangehub.schemas.samples.SampleRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@HubTest
class QualityTest {

    private final HubClient hub;
    private final JdbcClient jdbc;

    QualityTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    /** Numerator and denominator of the dimensions that have one. */
    private static Map<String, String> shares(JsonNode scorecard) {
        Map<String, String> shares = new TreeMap<>();
        for (JsonNode each : scorecard.path("dimensions")) {
            if (each.path("denominator").asLong() > 0) {
                shares.put(
                        each.path("dimension").asString(),
                        each.path("numerator").asLong() + "/"
                                + each.path("denominator").asLong());
            }
        }
        return shares;
    }

    private JsonNode quality(Sender sender) {
        return sender.steward()
                .get("/api/v1/datasets/" + sender.dataset() + "/quality")
                .json();
    }

    private JsonNode quality(JsonNode batch) {
        return hub.as("market-steward")
                .get("/api/v1/batches/" + batch.path("id").asString() + "/quality")
                .json();
    }

    /** Counts from what the generator says it has done, without looking at what the hub finds. */
    private static final class Oracle {

        private static final int ROWS = 2_000;

        private final String avsc =
                StandardSchemas.find("legal-person", "1-0-0").orElseThrow();
        private final StandardSchema schema = StandardSchema.parse(avsc);
        private final LegalPersonSamples samples = LegalPersonSamples.of(11, ROWS, ErrorProfile.all(0.3));
        private final Mapping mapping = Mapping.parse(LegalPersonSamples.mapping());
        private final Set<String> acceptedKeys = new HashSet<>();
        private final Map<String, Long> rules = new TreeMap<>();
        private long filled;

        private long count(String rule) {
            return rules.getOrDefault(rule, 0L);
        }

        byte[] container() {
            Schema text = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
            Schema writer = Schema.createRecord(
                    "Row",
                    null,
                    "test",
                    false,
                    schema.fields().stream()
                            .map(field -> new Schema.Field(field.name(), text))
                            .toList());
            return Avro.container(writer, CodecFactory.deflateCodec(1), out -> {
                for (long n = 1; n <= ROWS; n++) {
                    GenericRecord record = new GenericData.Record(writer);
                    mapped(samples.row(n)).forEach(record::put);
                    Avro.append(out, record);
                }
            });
        }

        private Map<String, @Nullable String> mapped(SampleRow row) {
            Map<String, @Nullable String> source = new LinkedHashMap<>();
            for (int i = 0; i < samples.columns().size(); i++) {
                source.put(samples.columns().get(i), row.values().get(i));
            }
            Map<String, @Nullable String> mapped = mapping.apply(source);
            filled += mapped.values().stream()
                    .filter(value -> value != null && !value.isEmpty())
                    .count();
            row.rules().forEach(rule -> rules.merge(rule, 1L, Long::sum));
            row.warnings().forEach(rule -> rules.merge(rule, 1L, Long::sum));
            if (!row.refused()
                    && !acceptedKeys.add(String.valueOf(mapped.get(schema.key().getFirst())))) {
                rules.merge("duplicate-key", 1L, Long::sum);
            }
            return mapped;
        }

        Map<String, String> shares() {
            long mandatory =
                    schema.fields().stream().filter(field -> !field.nullable()).count() * ROWS;
            Set<String> across = new HashSet<>();
            schema.rules().forEach(rule -> across.add(rule.id()));
            long acrossChecks = schema.rules().size();
            for (StandardField field : schema.fields()) {
                for (String check : field.checks()) {
                    if (Checks.crossesFields(check)) {
                        across.add(Checks.id(check));
                        acrossChecks++;
                    }
                }
            }
            long broken = across.stream().mapToLong(this::count).sum();
            long all = rules.values().stream().mapToLong(Long::longValue).sum();
            long invalid = all - broken - count("required") - count("duplicate-key");
            return Map.of(
                    "COMPLETENESS", (mandatory - count("required")) + "/" + mandatory,
                    "VALIDITY", (filled - invalid) + "/" + filled,
                    "UNIQUENESS", (ROWS - count("duplicate-key")) + "/" + ROWS,
                    "CONSISTENCY", (ROWS * acrossChecks - broken) + "/" + ROWS * acrossChecks);
        }
    }

    @Nested
    class ABatch {

        @Test
        void isScoredByExactlyWhatWasInjected() {
            Oracle oracle = new Oracle();
            Sender sender = new Sender(hub, jdbc, 740, oracle.avsc);
            JsonNode batch = sender.send("UPSERT", AVRO, oracle.container(), Oracle.ROWS);

            JsonNode scorecard = quality(batch);

            Map<String, Long> found = new TreeMap<>();
            scorecard
                    .path("rules")
                    .forEach(each -> found.merge(
                            each.path("rule").asString(), each.path("count").asLong(), Long::sum));
            assertThat(oracle.rules).containsKeys("required", "duplicate-key", "uscc", "approval-after-establishment");
            assertThat(found).isEqualTo(oracle.rules);
            assertThat(shares(scorecard)).isEqualTo(oracle.shares());
        }

        @Test
        void countsWhenItIsRejectedToo() {
            Sender sender = new Sender(hub, jdbc, 741);
            JsonNode rejected = sender.send("UPSERT", "id,owner,staff\nA,x,1\n,y,2\nC,z,many\nD,w,lots\n");

            JsonNode scorecard = quality(rejected);

            assertThat(rejected.path("state").asString()).isEqualTo("REJECTED");
            assertThat(scorecard.path("published").asBoolean()).isFalse();
            assertThat(shares(scorecard))
                    .isEqualTo(Map.of("COMPLETENESS", "3/4", "VALIDITY", "9/11", "UNIQUENESS", "4/4"));
            assertThat(scorecard.path("fields").get(0).toString())
                    .isEqualTo("{\"field\":\"staff\",\"records\":4,\"filled\":4,\"missing\":0,\"failed\":2}");
            assertThat(scorecard.path("fields").get(1).path("field").asString()).isEqualTo("id");
        }

        @Test
        void thatHadToWaitForTheStewardCountsOnce() throws InterruptedException {
            Sender sender = new Sender(hub, jdbc, 700);
            String policy = """
                    {"rejectAboveShare": 0.5, "rejectAboveRows": null, "holdAboveShare": 0.1, "holdAboveRows": 5, "paused": false}
                    """;
            sender.steward()
                    .header("If-Match", "\"0\"")
                    .send(
                            "PUT",
                            "/api/v1/datasets/" + sender.dataset() + "/ingest-policy",
                            "application/json",
                            bytes(policy));
            sender.send(
                    "SNAPSHOT",
                    "id,owner\n"
                            + "R%d,x\n"
                                    .repeat(40)
                                    .formatted(IntStream.range(0, 40).boxed().toArray()));
            String held = sender.opened("SNAPSHOT");
            sender.part(held, 1, Sender.CSV, bytes("id,owner\nR1,x\n"));
            sender.source().post("/api/v1/batches/" + held + "/commit", "{\"parts\": 1, \"rows\": 1}");
            String waiting = state(sender, held);
            int scoredWhileItWaits = statusOfQuality(sender, held);

            sender.steward().post("/api/v1/batches/" + held + "/approvals", "{\"reason\": \"checked\"}");
            for (int i = 0; i < 200 && statusOfQuality(sender, held) != 200; i++) {
                Thread.sleep(50);
            }

            assertThat(waiting).isEqualTo("HELD");
            assertThat(scoredWhileItWaits).isEqualTo(404);
            assertThat(quality(sender).path("batches").asInt()).isEqualTo(2);
            assertThat(shares(quality(sender))).containsEntry("UNIQUENESS", "41/41");
        }

        private String state(Sender sender, String batch) {
            return sender.steward()
                    .get("/api/v1/batches/" + batch)
                    .json()
                    .path("state")
                    .asString();
        }

        private int statusOfQuality(Sender sender, String batch) {
            return sender.steward().get("/api/v1/batches/" + batch + "/quality").status();
        }

        @Test
        void ofDeletionsOnlySaysNothingOfTheData() {
            Sender sender = new Sender(hub, jdbc, 701);
            JsonNode deletions = sender.send("CHANGES", "_op,id\nD,A\n");

            assertThat(quality(deletions).path("rows").asInt()).isEqualTo(1);
            assertThat(quality(deletions).has("score")).isFalse();
            assertThat(quality(sender).path("batches").asInt()).isEqualTo(1);
            assertThat(quality(sender).has("score")).isFalse();
        }

        @Test
        void thatWasNeverFinishedHasNoScore() {
            Sender sender = new Sender(hub, jdbc, 742);
            String open = sender.opened("UPSERT");

            assertThat(sender.steward()
                            .get("/api/v1/batches/" + open + "/quality")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Nested
    class ADataset {

        @Test
        void isTheSumOfItsBatches() {
            Sender sender = new Sender(hub, jdbc, 743);
            sender.send("UPSERT", "id,owner,staff\nA,x,1\n,y,2\nC,z,many\nD,w,lots\n");
            String rows = """
                    {"id": "A"}
                    {"id": "A"}
                    {"id": "B", "nonsense": "x"}
                    {"id": "C"}
                    {"id": "D"}
                    """;
            sender.send("UPSERT", NDJSON, bytes(rows), 5);
            sender.send("CHANGES", "_op,id\nD,C\nD,\n");

            JsonNode now = quality(sender);

            assertThat(shares(now))
                    .containsEntry("COMPLETENESS", "7/8")
                    .containsEntry("VALIDITY", "13/17")
                    .containsEntry("UNIQUENESS", "7/8")
                    .doesNotContainKeys("CONSISTENCY", "TIMELINESS");
            assertThat(now.path("rows").asInt()).isEqualTo(11);
            assertThat(now.path("batches").asInt()).isEqualTo(3);
            assertThat(now.path("rejectedBatches").asInt()).isEqualTo(1);
            JsonNode today = sender.steward()
                    .get("/api/v1/datasets/" + sender.dataset() + "/quality/trend")
                    .json()
                    .path("days")
                    .get(29);
            assertThat(shares(today)).containsEntry("VALIDITY", "13/17");
            assertThat(today.path("score").asDouble())
                    .isEqualTo(now.path("score").asDouble());
        }

        @Test
        void showsItsScoreToAllAndItsFieldsToItsOwn() {
            Sender sender = new Sender(hub, jdbc, 744);
            JsonNode batch = sender.send("UPSERT", "id,owner,staff\nA,x,1\nB,y,2\n");
            String path = "/api/v1/datasets/" + sender.dataset() + "/quality";

            JsonNode stranger = hub.as("approval-developer").get(path).json();

            assertThat(stranger.path("score").asDouble()).isEqualTo(100);
            assertThat(stranger.has("fields") || stranger.has("rules")).isFalse();
            assertThat(hub.as("authority").get(path).json().path("fields").size())
                    .isEqualTo(9);
            String ofBatch = "/api/v1/batches/" + batch.path("id").asString() + "/quality";
            assertThat(hub.as("approval-steward").get(ofBatch).status()).isEqualTo(403);
            assertThat(hub.as("authority").get(ofBatch).status()).isEqualTo(200);
        }

        @Test
        void isNotUpToDateByWhatWasTakenBack() {
            Sender sender = new Sender(hub, jdbc, 745);
            sender.send("UPSERT", "id,owner,staff\nA,x,1\n");
            boolean before = quality(sender).has("lastUpdate");

            int undone = sender.steward()
                    .post("/api/v1/datasets/" + sender.dataset() + "/releases/1/undo", "{\"reason\": \"wrong file\"}")
                    .status();

            assertThat(undone).isEqualTo(201);
            assertThat(before).isTrue();
            assertThat(quality(sender).has("lastUpdate")).isFalse();
            assertThat(quality(sender).path("batches").asInt()).isEqualTo(1);
        }

        @Test
        void thatIsEmptyHasNoScore() {
            Sender sender = new Sender(hub, jdbc, 746);

            JsonNode now = quality(sender);

            assertThat(now.has("score")).isFalse();
            assertThat(now.path("dimensions").size()).isEqualTo(6);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "from=2020-01-01&to=2026-01-01",
                    "to=%2B999999999-12-31",
                    "to=-999999999-12-31",
                    "from=-999999999-01-01&to=-999999999-01-02"
                })
        void refusesATrendOfDaysThatCannotBe(String days) {
            Sender sender = new Sender(hub, jdbc, 747);

            HubClient.Answer answer =
                    sender.steward().get("/api/v1/datasets/" + sender.dataset() + "/quality/trend?" + days);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
        }
    }
}
