package org.exchangehub.core.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.FieldType;
import org.jspecify.annotations.Nullable;

/** Turns rows written with a sender's schema into rows of the dataset's schema. */
final class AvroRowDecoder {

    private static final int DEEPEST = 32;
    private static final int MOST_ITEMS = 100_000;

    private final List<Schema.Field> written;

    /** Our name for each written field. */
    private final List<String> names = new ArrayList<>();

    private int items;

    /** Refuses a writer's schema whose rows cannot be rows of the dataset. */
    AvroRowDecoder(Schema writer, StandardSchema schema) {
        if (writer.getType() != Schema.Type.RECORD) {
            throw new MalformedPart("Expected rows that are Avro records, found " + writer.getType());
        }
        this.written = writer.getFields();
        Map<String, StandardField> ours = new HashMap<>();
        for (StandardField field : schema.fields()) {
            field.aliases().forEach(alias -> ours.putIfAbsent(alias, field));
        }
        schema.fields().forEach(field -> ours.put(field.name(), field));
        Set<String> seen = new HashSet<>();
        for (Schema.Field field : written) {
            names.add(nameOf(field, ours.get(field.name()), schema));
            if (!seen.add(names.getLast())) {
                throw new MalformedPart("The writer's schema has the field " + names.getLast() + " twice");
            }
        }
        schema.fields().stream()
                .filter(field -> !field.nullable() && !seen.contains(field.name()))
                .findFirst()
                .ifPresent(missing -> {
                    throw new MalformedPart("The writer's schema lacks the required field " + missing.name());
                });
    }

    SourceRow row(AvroBytes in) {
        items = 0;
        Long number = null;
        String op = null;
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Object value = value(written.get(i).schema(), in, 0);
            switch (names.get(i)) {
                case SourceRow.ROW -> number = value instanceof Number whole ? whole.longValue() : null;
                case SourceRow.OP -> op = value == null ? null : value.toString();
                default -> values.put(names.get(i), value);
            }
        }
        return new SourceRow.Parsed(number, op, values);
    }

    private static String nameOf(Schema.Field field, @Nullable StandardField ours, StandardSchema schema) {
        if (field.name().equals(SourceRow.ROW) || field.name().equals(SourceRow.OP)) {
            return field.name();
        }
        if (ours == null) {
            throw new MalformedPart(
                    "The writer's schema has the field " + field.name() + ", which " + schema.dataset() + " has not");
        }
        Schema expected = schema.avro().getField(ours.name()).schema();
        if (!readable(value(expected), value(field.schema()), ours.type())) {
            throw new MalformedPart("The writer's schema has " + field.name() + " as " + field.schema() + ", expected "
                    + expected + " or text");
        }
        return ours.name();
    }

    /** Text can stand for any type; nested values are looked at row by row. */
    private static boolean readable(Schema expected, Schema found, FieldType type) {
        return switch (found.getType()) {
            case STRING, ENUM -> true;
            case UNION -> false;
            case ARRAY, RECORD, MAP -> type.kind() == FieldType.Kind.JSON;
            default ->
                Objects.equals(expected.getLogicalType(), found.getLogicalType())
                        && SchemaCompatibility.checkReaderWriterCompatibility(expected, found)
                                        .getType()
                                == SchemaCompatibilityType.COMPATIBLE;
        };
    }

    /** The schema beside null. */
    private static Schema value(Schema schema) {
        if (schema.getType() != Schema.Type.UNION) {
            return schema;
        }
        List<Schema> branches = schema.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        return branches.size() == 1 ? branches.getFirst() : schema;
    }

    private @Nullable Object value(Schema schema, AvroBytes in, int depth) {
        if (depth > DEEPEST) {
            throw new MalformedPart("values are nested deeper than " + DEEPEST);
        }
        return switch (schema.getType()) {
            case NULL -> null;
            case BOOLEAN -> in.bool();
            case INT -> in.smallNumber();
            case LONG -> in.number();
            case FLOAT -> in.floating();
            case DOUBLE -> in.doubleFloating();
            case STRING -> in.text();
            case BYTES -> in.bytes();
            case FIXED -> in.fixed(schema.getFixedSize());
            case ENUM -> choice(schema.getEnumSymbols(), in);
            case UNION -> value(choice(schema.getTypes(), in), in, depth + 1);
            case RECORD -> record(schema, in, depth);
            case ARRAY -> array(schema.getElementType(), in, depth);
            case MAP -> map(schema.getValueType(), in, depth);
        };
    }

    private static <T> T choice(List<T> choices, AvroBytes in) {
        long index = in.number();
        if (index < 0 || index >= choices.size()) {
            throw new MalformedPart("expected a choice of 0 to " + (choices.size() - 1) + ", found " + index);
        }
        return choices.get((int) index);
    }

    private Map<String, @Nullable Object> record(Schema schema, AvroBytes in, int depth) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Schema.Field field : schema.getFields()) {
            count();
            values.put(field.name(), value(field.schema(), in, depth + 1));
        }
        return values;
    }

    private List<@Nullable Object> array(Schema element, AvroBytes in, int depth) {
        List<@Nullable Object> values = new ArrayList<>();
        for (long left = blockOf(in); left > 0; left = blockOf(in)) {
            for (; left > 0; left--) {
                count();
                values.add(value(element, in, depth + 1));
            }
        }
        return values;
    }

    private Map<String, @Nullable Object> map(Schema element, AvroBytes in, int depth) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (long left = blockOf(in); left > 0; left = blockOf(in)) {
            for (; left > 0; left--) {
                count();
                values.put(in.text(), value(element, in, depth + 1));
            }
        }
        return values;
    }

    /** Number of items in the next block of an array or map; a negative one is followed by the block's size. */
    private static long blockOf(AvroBytes in) {
        long count = in.number();
        if (count >= 0) {
            return count;
        }
        in.number();
        if (count == Long.MIN_VALUE) {
            throw new MalformedPart("an array claims " + count + " items");
        }
        return -count;
    }

    /** Items of no size would otherwise be counted for ever. */
    private void count() {
        if (++items > MOST_ITEMS) {
            throw new MalformedPart("the row has more than " + MOST_ITEMS + " nested values");
        }
    }
}
