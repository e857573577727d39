package org.exchangehub.schemas.canonical;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.exchangehub.schemas.Json;
import org.exchangehub.schemas.NestedShape;

/**
 * Arrays and nested records, by their Avro schema: whole numbers as strings of digits, other numbers as ECMAScript writes them,
 * members without a value left out, members that are absent at their default, a value of a union of several types under the name
 * of its type.
 */
final class CanonicalNested {

    private static final ObjectMapper JSON = Json.mapper();

    private CanonicalNested() {}

    static void write(String text, Schema schema, JsonBytes json) {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected JSON, found " + e.getOriginalMessage(), e);
        }
        if (!NestedShape.fits(node, schema)) {
            throw new IllegalArgumentException("expected JSON of the field's shape, found another");
        }
        write(node, schema, json);
    }

    private static void write(JsonNode node, Schema schema, JsonBytes json) {
        switch (schema.getType()) {
            case NULL -> json.ascii("null");
            case STRING -> json.quoted(node.textValue());
            case BOOLEAN -> json.ascii(node.asText());
            case INT, LONG -> json.quoted(Long.toString(node.longValue()));
            case FLOAT -> json.ascii(EcmaNumber.text((float) node.doubleValue()));
            case DOUBLE -> json.ascii(EcmaNumber.text(node.doubleValue()));
            case UNION -> union(node, schema, json);
            case ARRAY -> array(node, schema.getElementType(), json);
            case RECORD -> record(node, schema, json);
            case ENUM, MAP, FIXED, BYTES ->
                throw new IllegalArgumentException("no standard schema nests a " + schema.getType());
        }
    }

    private static void union(JsonNode node, Schema union, JsonBytes json) {
        Schema branch = NestedShape.branch(node, union);
        List<Schema> others = union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .toList();
        if (others.size() < 2 || branch.getType() == Schema.Type.NULL) {
            write(node, branch, json);
            return;
        }
        json.put('{');
        json.quoted(branch.getFullName());
        json.put(':');
        write(node, branch, json);
        json.put('}');
    }

    private static void array(JsonNode items, Schema element, JsonBytes json) {
        json.put('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                json.put(',');
            }
            write(items.get(i), element, json);
        }
        json.put(']');
    }

    private static void record(JsonNode node, Schema schema, JsonBytes json) {
        Map<String, Schema> sorted = new TreeMap<>();
        schema.getFields().forEach(field -> sorted.put(field.name(), field.schema()));
        char before = '{';
        for (Map.Entry<String, Schema> member : sorted.entrySet()) {
            JsonNode value = node.get(member.getKey());
            if (value == null) {
                value = defaultOf(schema.getField(member.getKey()));
            }
            if (value.isNull()) {
                continue;
            }
            json.put(before);
            json.quoted(member.getKey());
            json.put(':');
            write(value, member.getValue(), json);
            before = ',';
        }
        if (before == '{') {
            json.put('{');
        }
        json.put('}');
    }

    private static JsonNode defaultOf(Schema.Field field) {
        Object value = field.defaultVal();
        return value == null || value.equals(JsonProperties.NULL_VALUE)
                ? NullNode.getInstance()
                : JSON.valueToTree(value);
    }
}
