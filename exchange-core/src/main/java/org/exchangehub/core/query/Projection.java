package org.exchangehub.core.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.exchangehub.core.access.FieldAccess;
import org.exchangehub.core.publication.PublishedRecord;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.masking.Mask;
import org.exchangehub.schemas.value.FieldType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The fields of an answer, each with the mask its reader sees it through; compiled once for a grant and a schema. */
final class Projection {

    private static final Mask EVERYTHING = Mask.named("full");

    private record Column(
            String name, boolean json, @Nullable Mask mask) {}

    private final List<Column> columns;
    private final List<String> names;

    private Projection(List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.names = columns.stream().map(Column::name).toList();
    }

    /**
     * What of the schema may be shown, in the schema's order.
     *
     * @param selected what was asked for; nothing means all that may be shown
     */
    static Projection of(StandardSchema schema, Map<String, FieldAccess> granted, Collection<String> selected) {
        List<Column> columns = new ArrayList<>();
        for (StandardField field : schema.fields()) {
            FieldAccess access = granted.get(field.name());
            if (access == null || (!selected.isEmpty() && !selected.contains(field.name()))) {
                continue;
            }
            boolean json = field.type().kind() == FieldType.Kind.JSON;
            switch (access) {
                case LOOKUP -> {}
                case MASKED -> columns.add(new Column(field.name(), false, mask(field)));
                case CLEAR -> columns.add(new Column(field.name(), json, null));
            }
        }
        return new Projection(columns);
    }

    private static Mask mask(StandardField field) {
        String name = field.mask();
        return name == null ? EVERYTHING : Mask.named(name);
    }

    List<String> names() {
        return names;
    }

    void write(PublishedRecord record, JsonGenerator out) {
        out.writeStartObject();
        for (Column column : columns) {
            out.writeName(column.name());
            Object value = record.values().get(column.name());
            if (value == null) {
                out.writeNull();
            } else if (column.mask() != null) {
                out.writeString(column.mask().apply(value instanceof byte[] ? "" : value.toString()));
            } else if (column.json()) {
                out.writeRawValue(value.toString());
            } else {
                write(value, out);
            }
        }
        out.writeEndObject();
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
