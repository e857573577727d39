package org.exchangehub.core.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exchangehub.core.publication.PublishedRecord;
import org.exchangehub.schemas.ReleasedSchema;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.masking.DataElement;
import org.exchangehub.schemas.masking.Mask;
import org.exchangehub.schemas.masking.MaskRule;
import org.exchangehub.schemas.masking.Tokenizer;
import org.exchangehub.schemas.minimisation.DataElements;
import org.exchangehub.schemas.minimisation.Treatment;
import org.exchangehub.schemas.value.FieldType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The fields of an answer, each with the mask its reader sees it through; compiled once for a grant and a schema. */
final class Projection {

    /** @param tokens of the reader for the field's data element, for a mask that needs them */
    private record Column(
            String name,
            boolean json,
            @Nullable MaskRule mask,
            @Nullable Tokenizer tokens) {

        Stream<String> beside() {
            return mask == null ? Stream.empty() : Stream.ofNullable(mask.field());
        }

        @Nullable
        String masked(MaskRule by, Object value, Map<String, @Nullable Object> record) {
            return by.shown(value, by.field() == null ? null : record.get(by.field()), tokens);
        }
    }

    private final List<Column> columns;
    private final List<String> names;
    private final List<String> read;

    private Projection(List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.names = columns.stream().map(Column::name).toList();
        this.read = Stream.concat(names.stream(), columns.stream().flatMap(Column::beside))
                .distinct()
                .toList();
    }

    /**
     * What of the schema may be shown, in the schema's order.
     *
     * @param selected what was asked for; nothing means all that may be shown
     * @param tokens the reader's, by data element
     */
    static Projection of(
            StandardSchema schema,
            Map<String, Treatment> granted,
            Collection<String> selected,
            Function<DataElement, Tokenizer> tokens) {
        List<Column> columns = new ArrayList<>();
        for (StandardField field : schema.fields()) {
            Treatment treatment = granted.get(field.name());
            if (treatment == null || (!selected.isEmpty() && !selected.contains(field.name()))) {
                continue;
            }
            boolean json = field.type().kind() == FieldType.Kind.JSON;
            switch (treatment) {
                case Treatment.Hidden hidden -> {}
                case Treatment.Lookup lookup -> {}
                case Treatment.Masked masked ->
                    columns.add(new Column(
                            field.name(),
                            false,
                            masked.mask(),
                            masked.mask().mask() == Mask.TOKEN ? tokens.apply(DataElements.of(schema, field)) : null));
                case Treatment.Clear clear -> columns.add(new Column(field.name(), json, null, null));
            }
        }
        return new Projection(columns);
    }

    /** The fields shown. */
    List<String> names() {
        return names;
    }

    /** The fields to be read: those shown, and those a mask goes by, which are not shown for it. */
    List<String> read() {
        return read;
    }

    /** The schema of what is shown. */
    StandardSchema schema(StandardSchema dataset) {
        Map<Boolean, Set<String>> byMask = columns.stream()
                .collect(Collectors.partitioningBy(
                        column -> column.mask() != null, Collectors.mapping(Column::name, Collectors.toSet())));
        return ReleasedSchema.of(dataset, byMask.getOrDefault(false, Set.of()), byMask.getOrDefault(true, Set.of()));
    }

    /** What is shown of a record, typed, in the order of {@link #names}; what is masked is text. */
    List<@Nullable Object> shown(PublishedRecord record) {
        List<@Nullable Object> shown = new ArrayList<>(columns.size());
        for (Column column : columns) {
            Object value = record.values().get(column.name());
            shown.add(
                    value == null || column.mask() == null
                            ? value
                            : column.masked(column.mask(), value, record.values()));
        }
        return shown;
    }

    void write(PublishedRecord record, JsonGenerator out) {
        out.writeStartObject();
        for (Column column : columns) {
            out.writeName(column.name());
            Object value = record.values().get(column.name());
            if (value == null) {
                out.writeNull();
            } else if (column.mask() != null) {
                writeText(column.masked(column.mask(), value, record.values()), out);
            } else if (column.json()) {
                out.writeRawValue(value.toString());
            } else {
                write(value, out);
            }
        }
        out.writeEndObject();
    }

    private static void writeText(@Nullable String text, JsonGenerator out) {
        if (text == null) {
            out.writeNull();
        } else {
            out.writeString(text);
        }
    }

    private static void write(Object value, JsonGenerator out) {
        switch (value) {
            case String text -> out.writeString(text);
            case Long number -> out.writeNumber(number);
            case Integer number -> out.writeNumber(number);
            case Double number -> out.writeNumber(number);
            case BigDecimal number -> out.writeNumber(number);
            case Boolean bool -> out.writeBoolean(bool);
            case byte[] bytes -> out.writeBinary(bytes);
            default -> out.writeString(value.toString());
        }
    }
}
