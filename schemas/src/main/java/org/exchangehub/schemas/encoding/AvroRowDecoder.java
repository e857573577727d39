package org.exchangehub.schemas.encoding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    private final StandardSchema schema;
    private final AvroDatum datum;
    private final Schema[] written;
    /** For each written field where it goes: a position in our schema, or that of a column of the hub's. */
    private final int[] target;

    /** Refuses a writer's schema whose rows cannot be rows of the dataset. */
    AvroRowDecoder(Schema writer, StandardSchema schema, Limits limits) {
        if (writer.getType() != Schema.Type.RECORD) {
            throw new MalformedRecords("Expected rows that are Avro records, found " + writer.getType());
        }
        this.schema = schema;
        this.datum = new AvroDatum(limits);
        this.written = writer.getFields().stream().map(Schema.Field::schema).toArray(Schema[]::new);
        this.target = targets(writer);
    }

    private int[] targets(Schema writer) {
        FieldPlaces ours = new FieldPlaces(schema, true);
        Set<Integer> seen = new HashSet<>();
        List<Integer> targets = new ArrayList<>();
        for (Schema.Field field : writer.getFields()) {
            int place = place(field, ours);
            if (!seen.add(place)) {
                throw new MalformedRecords("The writer's schema has the field "
                        + (place < 0 ? field.name() : schema.fields().get(place).name())
                        + " twice");
            }
            targets.add(place);
        }
        schema.fields().stream()
                .filter(field ->
                        !field.nullable() && !seen.contains(schema.fields().indexOf(field)))
                .findFirst()
                .ifPresent(missing -> {
                    throw new MalformedRecords("The writer's schema lacks the required field " + missing.name());
                });
        return targets.stream().mapToInt(Integer::intValue).toArray();
    }

    private int place(Schema.Field field, FieldPlaces places) {
        int place = places.of(field.name());
        if (place == FieldPlaces.NUMBER || place == FieldPlaces.OPERATION) {
            return place;
        }
        if (place == FieldPlaces.UNKNOWN) {
            throw new MalformedRecords(
                    "The writer's schema has the field " + field.name() + ", which " + schema.dataset() + " has not");
        }
        StandardField ours = schema.fields().get(place);
        Schema expected = schema.valueSchema(ours);
        if (!readable(expected, value(field.schema()), ours.type())) {
            throw new MalformedRecords("The writer's schema has " + field.name() + " as " + field.schema()
                    + ", expected " + expected + " or text");
        }
        return place;
    }

    SourceRow row(AvroInput in) {
        datum.start(in);
        Object number = null;
        Object op = null;
        @Nullable Object[] values = new @Nullable Object[schema.fields().size()];
        for (int i = 0; i < target.length; i++) {
            Object value = datum.value(written[i], in);
            switch (target[i]) {
                case FieldPlaces.NUMBER -> number = value instanceof Number ? value : null;
                case FieldPlaces.OPERATION -> op = value;
                default -> values[target[i]] = value;
            }
        }
        return SourceRow.of(SourceRow.number(number), op, values);
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
}
