package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exchangehub.core.ingest.Sender.AVRO;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.StandardSchemas;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.samples.ErrorProfile;
import org.exchangehub.schemas.samples.LegalPersonSamples;
import org.exchangehub.schemas.samples.SampleRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Generated legal persons with known errors, mapped as a source's flow does; {@code -Dingest.rows=100000} measures more. */
@HubTest
class SamplesTest {

    private static final Logger LOG = LoggerFactory.getLogger(SamplesTest.class);
    private static final int ROWS = Integer.getInteger("ingest.rows", 10_000);
    private static final int ROWS_OF_A_PART = 25_000;

    private final HubClient hub;
    private final JdbcClient jdbc;
    private final String avsc = StandardSchemas.find("legal-person", "1-0-0").orElseThrow();
    private final StandardSchema schema = StandardSchema.parse(avsc);

    SamplesTest(HubClient hub, JdbcClient jdbc) {
        this.hub = hub;
        this.jdbc = jdbc;
    }

    /** What the generator says must be quarantined: rules by row. */
    private final Map<Long, Set<String>> expected = new HashMap<>();

    private final Set<String> keys = new HashSet<>();

    @Test
    void everyInjectedErrorIsQuarantinedAndNothingElse() {
        Sender sender = new Sender(hub, jdbc, 500, avsc);
        List<byte[]> parts = parts(LegalPersonSamples.of(7, ROWS, ErrorProfile.all(0.05)));

        JsonNode first = send(sender, parts);
        JsonNode second = send(sender, parts);

        JsonNode counts = first.path("counts");
        assertThat(quarantined(first)).isEqualTo(expected);
        assertThat(counts.path("quarantined").asInt()).isEqualTo(expected.size());
        assertThat(counts.path("inserted").asInt()).isEqualTo(ROWS - expected.size());
        assertThat(second.path("counts").path("unchanged").asInt()).isEqualTo(ROWS - expected.size());
        assertThat(sender.count("select count(*) from " + sender.table())).isEqualTo(ROWS - expected.size());
    }

    private JsonNode send(Sender sender, List<byte[]> parts) {
        String batch = sender.opened("UPSERT");
        for (int i = 0; i < parts.size(); i++) {
            assertThat(sender.part(batch, i + 1, AVRO, parts.get(i)).status()).isEqualTo(204);
        }
        long start = System.nanoTime();
        HubClient.Answer answer = sender.commit(batch, parts.size(), 0, ROWS);
        while (answer.status() == 202) {
            answer = sender.commit(batch, parts.size(), 0, ROWS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        LOG.info("MEASURED {} rows in {} s, {} rows/s: {}", ROWS, seconds, Math.round(ROWS / seconds), answer.text());
        return answer.json();
    }

    private List<byte[]> parts(LegalPersonSamples samples) {
        Mapping mapping = Mapping.parse(LegalPersonSamples.mapping());
        Schema writer = writer();
        List<byte[]> parts = new ArrayList<>();
        for (long from = 1; from <= ROWS; from += ROWS_OF_A_PART) {
            long first = from;
            long last = Math.min(ROWS, from + ROWS_OF_A_PART - 1);
            parts.add(Avro.container(writer, CodecFactory.deflateCodec(1), out -> {
                for (long n = first; n <= last; n++) {
                    Avro.append(out, record(writer, samples, samples.row(n), mapping));
                }
            }));
        }
        return parts;
    }

    private GenericRecord record(Schema writer, LegalPersonSamples samples, SampleRow row, Mapping mapping) {
        Map<String, @Nullable String> source = new LinkedHashMap<>();
        for (int i = 0; i < samples.columns().size(); i++) {
            source.put(samples.columns().get(i), row.values().get(i));
        }
        Map<String, @Nullable String> mapped = mapping.apply(source);
        if (row.refused()) {
            expected.put(row.number(), new TreeSet<>(row.rules()));
        } else if (!keys.add(String.valueOf(mapped.get(schema.key().getFirst())))) {
            expected.put(row.number(), Set.of("duplicate-key"));
        }
        GenericRecord record = new GenericData.Record(writer);
        record.put("_row", row.number());
        mapped.forEach(record::put);
        return record;
    }

    /** All fields as nullable text, and the row's number. */
    private Schema writer() {
        Schema text = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        List<Schema.Field> fields = new ArrayList<>();
        fields.add(new Schema.Field("_row", Schema.create(Schema.Type.LONG)));
        schema.fields().forEach(field -> fields.add(new Schema.Field(field.name(), text)));
        return Schema.createRecord("Row", null, "test", false, fields);
    }

    private Map<Long, Set<String>> quarantined(JsonNode batch) {
        Map<Long, Set<String>> rules = new HashMap<>();
        jdbc.sql("""
                select q.row_number, f ->> 'rule' from hub.ingest_quarantine q cross join jsonb_array_elements(q.findings) f
                 where q.batch = :batch::uuid and f ->> 'severity' = 'ERROR'
                """).param("batch", batch.path("id").asString()).query(row -> {
            rules.computeIfAbsent(row.getLong(1), n -> new TreeSet<>()).add(row.getString(2));
        });
        return rules;
    }
}
