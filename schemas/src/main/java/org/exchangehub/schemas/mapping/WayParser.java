package org.exchangehub.schemas.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.exchangehub.schemas.Refusals;

/** Reads where values come from and the steps they go through. */
final class WayParser {

    static final Set<String> SOURCES = Set.of("from", "concat", "constant", "cel");
    static final Set<String> CONCAT_PROPERTIES = Set.of("from", "with");
    static final Set<String> CEL_PROPERTIES = Set.of("expression", "columns");
    private static final String NAME = "[a-zA-Z_][a-zA-Z0-9_]*";

    private final Refusals refusals;

    WayParser(Refusals refusals) {
        this.refusals = refusals;
    }

    /** The way of a field and, behind {@code otherwise}, those for when it gives nothing. */
    List<FieldMapping.Way> ways(JsonNode field, String path) {
        List<FieldMapping.Way> ways = new ArrayList<>();
        Set<String> further = Set.of("to", "otherwise");
        JsonNode node = field;
        String at = path;
        while (true) {
            ways.add(way(node, at, further));
            if (!node.has("otherwise")) {
                return ways;
            }
            node = node.path("otherwise");
            at = at + "/otherwise";
            further = Set.of("otherwise");
        }
    }

    FieldMapping.Way way(JsonNode node, String path, Set<String> further) {
        Set<String> known = new HashSet<>(SOURCES);
        known.add("transforms");
        known.addAll(further);
        refusals.unknownNames(node, path, "", known);
        Source source = source(node, path);
        List<Transform> transforms = new ArrayList<>();
        JsonNode list = node.path("transforms");
        if (!list.isMissingNode() && !list.isArray()) {
            refusals.add(path + "/transforms", "a list", list);
        }
        for (int i = 0; i < list.size(); i++) {
            Transforms.parse(list.get(i), path + "/transforms/" + i, refusals).ifPresent(transforms::add);
        }
        return new FieldMapping.Way(source, transforms);
    }

    private Source source(JsonNode node, String path) {
        List<String> named =
                Stream.of("from", "concat", "constant", "cel").filter(node::has).toList();
        if (named.size() != 1) {
            refusals.add(path, "exactly one of from, concat, constant and cel", named.size() + " of them");
        }
        return switch (named.isEmpty() ? "" : named.getFirst()) {
            case "constant" ->
                new Source.Constant(refusals.text(node.get("constant"), path + "/constant", "a text")
                        .orElse(""));
            case "concat" -> concat(node.path("concat"), path + "/concat");
            case "cel" -> computed(node.path("cel"), path + "/cel");
            default -> column(node.path("from"), path + "/from");
        };
    }

    Source.Column column(JsonNode from, String path) {
        List<String> headers = from.isTextual()
                ? List.of(from.textValue())
                : refusals.texts(from.isMissingNode() ? null : from, path, "headers of the source");
        if (headers.isEmpty() && !from.isMissingNode()) {
            refusals.add(path, "at least one header of the source", from);
        }
        return new Source.Column(headers.stream().map(Mapping::normal).toList());
    }

    private Source.Concat concat(JsonNode node, String path) {
        refusals.unknownNames(node, path, "", CONCAT_PROPERTIES);
        JsonNode from = node.path("from");
        if (!from.isArray() || from.size() < 2) {
            refusals.add(path + "/from", "at least two headers or lists of headers", node.get("from"));
        }
        List<Source.Column> columns = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            columns.add(column(from.get(i), path + "/from/" + i));
        }
        return new Source.Concat(List.copyOf(columns), node.path("with").asText(""));
    }

    private Source computed(JsonNode node, String path) {
        refusals.unknownNames(node, path, "", CEL_PROPERTIES);
        Map<String, Source.Column> columns = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> column : node.path("columns").properties()) {
            String at = path + "/columns/" + Refusals.escaped(column.getKey());
            if (!column.getKey().matches(NAME)) {
                refusals.add(at, "a name of letters, digits and underscores", column.getKey());
            }
            columns.put(column.getKey(), column(column.getValue(), at));
        }
        String expression = refusals.text(node.get("expression"), path + "/expression", "a CEL expression")
                .orElse("");
        if (columns.isEmpty()) {
            refusals.add(path + "/columns", "an object from names to headers", node.get("columns"));
        }
        if (!expression.isEmpty() && columns.keySet().stream().allMatch(name -> name.matches(NAME))) {
            try {
                return new Source.Computed(Computation.compile(expression, columns.keySet()), Map.copyOf(columns));
            } catch (IllegalArgumentException e) {
                refusals.add(path + "/expression", String.valueOf(e.getMessage()), expression);
            }
        }
        return new Source.Column(List.of());
    }
}
