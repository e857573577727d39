package org.exchangehub.schemas.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangehub.schemas.Refusals;

/** What stands behind a transform's name, with its path for refusals. */
record Argument(JsonNode node, String path, Refusals refusals) {

    /** Refuses all properties but these. */
    void only(String... names) {
        if (node.isObject()) {
            refusals.unknownNames(node, path, "", Set.of(names));
        } else {
            refuse("an object with " + String.join(", ", names));
        }
    }

    void refuse(String expected) {
        refusals.add(path, expected, node);
    }

    Argument at(String name) {
        return new Argument(node.path(name), path + "/" + Refusals.escaped(name), refusals);
    }

    boolean has(String name) {
        return node.has(name);
    }

    /** One text or a list of at least one; refuses anything else. */
    List<String> texts(String expected) {
        List<String> texts = node.isTextual()
                ? List.of(node.textValue())
                : node.isMissingNode() ? List.of() : refusals.texts(node, path, expected);
        if (texts.isEmpty()) {
            refuse(expected);
        }
        return texts;
    }

    String text(String expected) {
        return refusals.text(node.isMissingNode() ? null : node, path, expected).orElse("");
    }

    /** A whole number; refuses anything else. */
    int whole(String expected) {
        if (!node.isInt()) {
            refuse(expected);
        }
        return node.asInt();
    }

    /** Texts by texts, in the order of the document, at least one. */
    Map<String, String> table(String expected) {
        Map<String, String> table = new LinkedHashMap<>();
        if (!node.isObject() || node.isEmpty()) {
            refuse(expected);
        }
        node.properties()
                .forEach(entry -> refusals.text(
                                entry.getValue(), path + "/" + Refusals.escaped(entry.getKey()), "a code")
                        .ifPresent(value -> table.put(entry.getKey(), value)));
        return table;
    }
}
