package org.exchangehub.core.ingest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows batches could not publish, shown finding by finding with sensitive values masked. */
@Repository
class Quarantine {

    private static final TypeReference<Map<String, @Nullable String>> VALUES = new TypeReference<>() {};

    private static final int FETCH_SIZE = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Quarantine(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One finding of one row.
     *
     * @param row the row's number at the source
     * @param key the row's key as far as it can be read, parts joined by a space
     * @param resolvedBy the later batch that published the row, corrected
     */
    record Item(
            long row,
            @Nullable String key,
            String field,
            String rule,
            LocalizedText message,
            String expected,
            @Nullable String found,
            @Nullable UUID resolvedBy) {}

    /** An item and where it stands. */
    record Placed(Place place, Item item) {}

    /** Where an item stands in its batch. */
    record Place(long position, int finding) {

        static final Place FIRST = new Place(0, 0);

        @Override
        public String toString() {
            return position + "." + finding;
        }

        /** Reads what {@link #toString} writes; throws {@link IllegalArgumentException} for anything else. */
        static Place parse(String text) {
            String[] parts = text.split("\\.", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException(text);
            }
            return new Place(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
        }
    }

    /** In the order of the batch, from behind a place on. */
    List<Placed> items(UUID batch, StandardSchema schema, Place after, int limit) {
        return jdbc.sql("""
                        select q.position, q.row_number, q.resolved_by, q."values"::text as row_values, f.n, f.finding::text as finding
                          from hub.ingest_quarantine q
                          cross join lateral jsonb_array_elements(q.findings) with ordinality f (finding, n)
                         where q.batch = :batch and (q.position, f.n) > (:position, :finding) and q.position >= :position
                         order by q.position, f.n limit :limit
                        """)
                .param("batch", batch)
                .param("position", after.position())
                .param("finding", after.finding())
                .param("limit", limit)
                .query((row, n) -> new Placed(
                        new Place(row.getLong("position"), row.getInt("n")),
                        item(
                                schema,
                                row.getLong("row_number"),
                                json.readValue(row.getString("row_values"), VALUES),
                                json.readValue(row.getString("finding"), Finding.class),
                                row.getObject("resolved_by", UUID.class))))
                .list();
    }

    /** How many rows of a batch no later one has published. */
    long unresolved(UUID batch) {
        return jdbc.sql("select count(*) from hub.ingest_quarantine where batch = :batch and resolved_by is null")
                .param("batch", batch)
                .query(Long.class)
                .single();
    }

    /** Hands over the rows no later batch has published, in the order of the batch; within a transaction, in pieces. */
    void rows(UUID batch, Consumer<QuarantinedRow> consumer) {
        jdbc.sql("""
                        select position, row_number, "values"::text as row_values, findings::text as findings
                          from hub.ingest_quarantine where batch = :batch and resolved_by is null order by position
                        """).param("batch", batch).withFetchSize(FETCH_SIZE).query((RowCallbackHandler) row ->
                consumer.accept(new QuarantinedRow(
                        row.getLong("position"),
                        row.getLong("row_number"),
                        json.readValue(row.getString("row_values"), VALUES),
                        List.of(json.readValue(row.getString("findings"), Finding[].class)))));
    }

    private static Item item(
            StandardSchema schema,
            long row,
            Map<String, @Nullable String> values,
            Finding finding,
            @Nullable UUID resolvedBy) {
        String key = schema.key().stream()
                .map(schema::field)
                .flatMap(Optional::stream)
                .map(field -> shown(field, values))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return new Item(
                row,
                key.isEmpty() ? null : key,
                finding.field(),
                finding.rule(),
                finding.message(),
                finding.expected(),
                finding.found(),
                resolvedBy);
    }

    private static @Nullable String shown(StandardField field, Map<String, @Nullable String> values) {
        return RowFindings.shown(field, values.get(field.name()));
    }
}
