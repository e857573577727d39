package org.exchangehub.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.exchangehub.schemas.value.Texts;
import org.jspecify.annotations.Nullable;

/** Arrays and nested records: read as JSON text of the shape their Avro schema says. */
public final class NestedShape {

    private static final ObjectMapper JSON = Json.mapper();

    private NestedShape() {}

    /** Compact JSON, or null when the value is not of the shape. */
    static @Nullable String read(Object raw, Schema schema) {
        try {
            JsonNode node = raw instanceof CharSequence text ? JSON.readTree(text.toString()) : node(raw);
            return node != null && fits(node, schema) ? JSON.writeValueAsString(node) : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static @Nullable JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case IndexedRecord avro -> object(avro);
            case Collection<?> items -> array(items);
            case Map<?, ?> map -> object(map);
            case CharSequence text -> JSON.getNodeFactory().textNode(text.toString());
            case Number number -> JSON.valueToTree(number);
            case Boolean flag -> JSON.getNodeFactory().booleanNode(flag);
            default -> null;
        };
    }

    private static @Nullable JsonNode object(IndexedRecord avro) {
        ObjectNode object = JSON.createObjectNode();
        for (Schema.Field field : avro.getSchema().getFields()) {
            JsonNode value = node(avro.get(field.pos()));
            if (value == null) {
                return null;
            }
            object.set(field.name(), value);
        }
        return object;
    }

    private static @Nullable JsonNode object(Map<?, ?> map) {
        ObjectNode object = JSON.createObjectNode();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            JsonNode value = node(entry.getValue());
            if (value == null) {
                return null;
            }
            object.set(String.valueOf(entry.getKey()), value);
        }
        return object;
    }

    private static @Nullable JsonNode array(Collection<?> items) {
        ArrayNode array = JSON.createArrayNode();
        for (Object item : items) {
            JsonNode value = node(item);
            if (value == null) {
                return null;
            }
            array.add(value);
        }
        return array;
    }

    /** Whether JSON has the shape of a nested type: a member without default must be there, one the type has not must not. */
    public static boolean fits(JsonNode node, Schema schema) {
        return switch (schema.getType()) {
            case NULL -> node.isNull();
            case STRING -> node.isTextual() && Texts.storable(node.textValue());
            case BOOLEAN -> node.isBoolean();
            case INT -> node.canConvertToInt() && node.isIntegralNumber();
            case LONG -> node.canConvertToLong() && node.isIntegralNumber();
            case FLOAT -> node.isNumber() && Float.isFinite((float) node.doubleValue());
            case DOUBLE -> node.isNumber() && Double.isFinite(node.doubleValue());
            case UNION -> schema.getTypes().stream().anyMatch(branch -> fits(node, branch));
            case ARRAY -> node.isArray() && node.valueStream().allMatch(item -> fits(item, schema.getElementType()));
            case RECORD -> node.isObject() && fitsRecord(node, schema);
            case ENUM, MAP, FIXED, BYTES -> false; // refused with the schema
        };
    }

    /**
     * The type of a union that JSON stands for: the first whose shape it has.
     *
     * @throws IllegalArgumentException when it has the shape of none
     */
    public static Schema branch(JsonNode node, Schema union) {
        return union.getTypes().stream()
                .filter(type -> fits(node, type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected JSON of the shape " + union));
    }

    private static boolean fitsRecord(JsonNode node, Schema schema) {
        for (Schema.Field field : schema.getFields()) {
            JsonNode value = node.get(field.name());
            if (value == null ? !field.hasDefaultValue() : !fits(value, field.schema())) {
                return false;
            }
        }
        return node.propertyStream().allMatch(property -> schema.getField(property.getKey()) != null);
    }
}
