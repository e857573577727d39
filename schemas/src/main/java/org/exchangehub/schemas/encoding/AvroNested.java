package org.exchangehub.schemas.encoding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.exchangehub.schemas.Json;
import org.exchangehub.schemas.NestedShape;
import org.jspecify.annotations.Nullable;

/** Arrays and nested records, which a check hands on as JSON text, as Avro's generic values. */
final class AvroNested {

    private static final ObjectMapper JSON = Json.mapper();

    private AvroNested() {}

    /** The value that JSON text of the schema's shape stands for. */
    static Object read(Schema schema, String json) {
        try {
            return requireNonNull(value(schema, JSON.readTree(json)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected JSON, as the check has passed it", e);
        }
    }

    private static @Nullable Object value(Schema schema, JsonNode node) {
        return switch (schema.getType()) {
            case UNION -> value(NestedShape.branch(node, schema), node);
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
            case STRING -> node.textValue();
            case ENUM, MAP, FIXED, BYTES ->
                throw new IllegalArgumentException("no standard schema nests a " + schema.getType());
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
}
