package org.exchangehub.core.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;

/**
 * A record's key as one text: the values of the key fields in the schema's order, separated by commas; a comma or
 * backslash inside a value is preceded by a backslash. It is the last part of a record's path and what the access log
 * makes a subject's token of.
 */
final class RecordKey {

    private RecordKey() {}

    static String text(Collection<String> values) {
        if (values.size() == 1) {
            return values.iterator().next();
        }
        return values.stream()
                .map(value -> value.replace("\\", "\\\\").replace(",", "\\,"))
                .collect(Collectors.joining(","));
    }

    /** Values by key field; refuses a text with fewer or more values than the key has fields. */
    static Map<String, String> parse(List<String> fields, String text) {
        List<String> values = fields.size() == 1 ? List.of(text) : split(text);
        if (values.size() != fields.size()) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "The key does not fit this dataset",
                    List.of(new FieldError(
                            "key", fields.size() + " values separated by commas", values.size() + " values")));
        }
        Map<String, String> key = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            key.put(fields.get(i), values.get(i));
        }
        return key;
    }

    private static List<String> split(String text) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                value.append(text.charAt(++i));
            } else if (c == ',') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }
}
