package org.exchangehub.nifi;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** Arrays and nested records, which a check hands on as JSON text, as Avro's generic values. */
final class NestedValue {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NestedValue() {}

    /** The value that JSON text of the schema's shape stands for. */
    static Object read(Schema schema, String json) {
        try {
            return requireNonNull(value(schema, JSON.readTree(json)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected JSON, as the check has passed it", e);
        }
    }

    /** Of a union, its first branch that is not null; else the type itself. */
    static Schema branch(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElse(schema)
                : schema;
    }

    private static @Nullable Object value(Schema schema, JsonNode node) {
        return switch (schema.getType()) {
            case UNION ->
                value(
                        schema.getTypes().stream()
                                .filter(type -> fits(type, node))
                                .findFirst()
                                .orElseGet(() -> branch(schema)),
                        node);
            case RECORD -> record(schema, node);
            case ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                node.forEach(item -> items.add(value(schema.getElementType(), item)));
                yield items;
            }
            case INT -> node.intValue();
            case LONG -> node.longValue();
            case FLOAT -> node.floatValue();
            case DOUBLE -> node.doubleValue();
            case BOOLEAN -> node.booleanValue();
            case NULL -> null;
            case STRING, ENUM, MAP, FIXED, BYTES -> node.asText();
        };
    }

    private static GenericData.Record record(Schema schema, JsonNode node) {
        GenericData.Record record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            JsonNode value = node.get(field.name());
            record.put(
                    field.pos(),
                    value == null ? GenericData.get().getDefaultValue(field) : value(field.schema(), value));
        }
        return record;
    }

    private static boolean fits(Schema type, JsonNode node) {
        return switch (type.getType()) {
            case NULL -> node.isNull();
            case RECORD -> node.isObject();
            case ARRAY -> node.isArray();
            case INT -> node.isIntegralNumber() && node.canConvertToInt();
            case LONG -> node.isIntegralNumber();
            case FLOAT, DOUBLE -> node.isNumber();
            case BOOLEAN -> node.isBoolean();
            case STRING, ENUM, MAP, FIXED, BYTES, UNION -> node.isTextual();
        };
    }
}
