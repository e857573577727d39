package org.exchangehub.schemas.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Nested values as one row: objects by their path, a list as the JSON it is written in. */
final class Flat {

    private static final int MOST_ZEROS = 400;

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
        return node.isTextual() ? node.textValue() : node.isNumber() ? number(node.decimalValue()) : node.toString();
    }

    /** To the letter; with an exponent when the zeros would be many: 1e999999999 is short and would be long. */
    private static String number(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_ZEROS ? number.toString() : number.toPlainString();
    }
}
