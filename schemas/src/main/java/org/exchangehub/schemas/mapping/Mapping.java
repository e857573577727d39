package org.exchangehub.schemas.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.exchangehub.schemas.Refusal;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;

/** How rows of one source become records of a standard schema; data, not code. Safe for use by many threads. */
public final class Mapping {

    private static final int MOST_HEADERS = 10_000;

    private final List<FieldMapping> fields;
    private final List<Swap> swaps;
    private final FieldMapping.@Nullable Way operation;
    private final @Nullable Newest newest;
    private final Map<String, String> normalised = new ConcurrentHashMap<>();

    Mapping(
            List<FieldMapping> fields,
            List<Swap> swaps,
            FieldMapping.@Nullable Way operation,
            @Nullable Newest newest) {
        this.fields = List.copyOf(fields);
        this.swaps = List.copyOf(swaps);
        this.operation = operation;
        this.newest = newest;
    }

    /**
     * Reads a mapping: {@code {"version":1,"fields":[{"to":…,"from":[…],"transforms":[…]},…]}}; every property is described in
     * docs/guides/mapping.md.
     *
     * @throws MappingRefused when it is not JSON or holds a property or transform this library does not know; with paths
     */
    public static Mapping parse(String json) {
        return MappingParser.parse(json);
    }

    /** The fields it fills, in order. */
    public List<String> targets() {
        return fields.stream().map(FieldMapping::to).toList();
    }

    /**
     * The headers each field is filled from, in order, as they are compared (without outer blanks, in lower case); none for a field
     * that is always the same.
     */
    public Map<String, List<String>> columns() {
        Map<String, List<String>> columns = LinkedHashMap.newLinkedHashMap(fields.size());
        fields.forEach(field -> columns.put(field.to(), field.headers()));
        return Collections.unmodifiableMap(columns);
    }

    /** What keeps it from serving a schema: fields the schema has not, mandatory fields it does not fill. */
    public List<Refusal> against(StandardSchema schema) {
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String to = fields.get(i).to();
            if (schema.field(to).isEmpty()) {
                refusals.add(new Refusal("/fields/" + i + "/to", "a field of " + schema.fullName(), to));
            }
        }
        List<String> targets = targets();
        schema.fields().stream()
                .filter(field -> !field.nullable() && !targets.contains(field.name()))
                .forEach(field -> refusals.add(
                        new Refusal("/fields", "the mandatory field " + field.name() + " to be filled", "nothing")));
        return refusals;
    }

    /** The fields that none of these headers can fill: how a source's drift shows. Constants are always filled. */
    public List<String> unfilled(Collection<String> headers) {
        List<String> known = headers.stream().map(Mapping::normal).toList();
        return fields.stream()
                .filter(field -> !field.filledBy(known))
                .map(FieldMapping::to)
                .toList();
    }

    /**
     * Maps one row. A transform that cannot do its work hands the value on unchanged, so that the check names it as found.
     *
     * @param row values by the source's headers; headers are compared without byte order mark, outer blanks and case
     * @return text by field name; null where the source has nothing
     */
    public Map<String, @Nullable String> apply(Map<String, ? extends @Nullable String> row) {
        Map<String, @Nullable String> byHeader = byHeader(row);
        swaps.forEach(swap -> swap.repair(byHeader));
        Map<String, @Nullable String> mapped = LinkedHashMap.newLinkedHashMap(fields.size());
        for (FieldMapping field : fields) {
            mapped.put(field.to(), field.value(byHeader));
        }
        return mapped;
    }

    /** Whether it names a column that says what happened to a row. */
    public boolean namesOperation() {
        return operation != null;
    }

    /**
     * What happened to the row: {@code I} (new), {@code U} (changed), {@code D} (gone); an unknown word as it was found; null
     * when the row or the mapping says nothing.
     */
    public @Nullable String operation(Map<String, ? extends @Nullable String> row) {
        return operation == null ? null : Operations.letter(operation.value(byHeader(row)));
    }

    /** Where only the newest row of a key counts, what finds it: for one batch and thread. */
    public Optional<NewestRows> newest() {
        return newest(NewestRows.MOST_KEYS);
    }

    /**
     * Where only the newest row of a key counts, what finds it: for one batch and thread.
     *
     * @param mostKeys different keys it may hold
     */
    public Optional<NewestRows> newest(int mostKeys) {
        return Optional.ofNullable(newest).map(rule -> new NewestRows(this, rule, mostKeys));
    }

    List<@Nullable String> order(
            Newest rule, Map<String, ? extends @Nullable String> row, Map<String, ? extends @Nullable String> mapped) {
        List<@Nullable String> order = new ArrayList<>(rule.order().size());
        Map<String, @Nullable String> byHeader = byHeader(row);
        for (Newest.Order part : rule.order()) {
            order.add(
                    switch (part) {
                        case Newest.Order.Field field -> mapped.get(field.name());
                        case Newest.Order.Own own -> own.way().value(byHeader);
                    });
        }
        return order;
    }

    private Map<String, @Nullable String> byHeader(Map<String, ? extends @Nullable String> row) {
        Map<String, @Nullable String> byHeader = HashMap.newHashMap(row.size());
        row.forEach((header, value) -> byHeader.putIfAbsent(normalHeader(header), value));
        return byHeader;
    }

    private String normalHeader(String header) {
        String known = normalised.get(header);
        if (known != null) {
            return known;
        }
        String normal = normal(header);
        if (normalised.size() < MOST_HEADERS) {
            normalised.put(header, normal);
        }
        return normal;
    }

    /** A header as it is compared. */
    static String normal(String header) {
        String bare = header.startsWith("\uFEFF") ? header.substring(1) : header;
        return bare.strip().toLowerCase(Locale.ROOT);
    }
}
