package org.exchangehub.schemas.inference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Nested values as one row: objects by their path, a list as the JSON it is written in. */
final class Flat {

    private Flat() {}

    static Map<String, String> of(JsonNode object) {
        Map<String, String> row = new LinkedHashMap<>();
        put(row, "", object);
        return row;
    }

    private static void put(Map<String, String> row, String path, JsonNode node) {
        if (node.isObject()) {
            node.properties()
                    .forEach(property -> put(
                            row,
                            path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                            property.getValue()));
        } else if (!path.isEmpty()) {
            row.put(path, text(node));
        }
    }

    private static String text(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return "";
        }
        return node.isTextual()
                ? node.textValue()
                : node.isNumber() ? node.decimalValue().toPlainString() : node.toString();
    }
}
