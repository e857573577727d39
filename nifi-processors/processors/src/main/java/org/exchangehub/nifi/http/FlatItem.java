package org.exchangehub.nifi.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An item without nesting: what lies within an object is named by its path, as in {@code address.street}, every value is
 * text, an array is JSON text, null is left out.
 */
final class FlatItem {

    private static final int MOST_VALUES = 10_000;
    private static final int LONGEST_NUMBER = 100;

    private final Map<String, String> values = new LinkedHashMap<>();

    private FlatItem() {}

    /**
     * Flattens one item.
     *
     * @param number of the item among all, from 1
     * @throws ApiRefused when it is no object, or two of its values have the same path
     */
    static FlatItem of(long number, JsonNode item) throws ApiRefused {
        if (!item.isObject()) {
            throw new ApiRefused("第 " + number + " 项不是对象", "item " + number + " is no object");
        }
        FlatItem flat = new FlatItem();
        flat.add(number, "", item);
        return flat;
    }

    private void add(long number, String path, JsonNode node) throws ApiRefused {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                add(number, path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue());
            }
        } else if (!node.isNull()) {
            boolean taken = values.put(path, text(node)) != null;
            if (taken || values.size() > MOST_VALUES) {
                throw new ApiRefused(
                        "第 " + number + " 项中路径 " + path + " 有多个值", "item " + number + " has several values at " + path);
            }
        }
    }

    /** Numbers without exponent, as long as they are of a size somebody can have meant. */
    private static String text(JsonNode node) {
        if (node.isBigDecimal() && Math.abs(node.decimalValue().scale()) <= LONGEST_NUMBER) {
            return node.decimalValue().toPlainString();
        }
        return node.isArray() ? node.toString() : node.asText();
    }

    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, String> value : values.entrySet()) {
            out.writeStringField(value.getKey(), value.getValue());
        }
        out.writeEndObject();
    }
}
