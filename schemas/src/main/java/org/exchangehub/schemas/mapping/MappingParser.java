package org.exchangehub.schemas.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exchangehub.schemas.Json;
import org.exchangehub.schemas.Refusals;

/** Reads a mapping, refusing whatever it could not do. */
final class MappingParser {

    private static final int VERSION = 1;
    private static final Set<String> PROPERTIES = Set.of("version", "fields");
    private static final Set<String> FIELD_PROPERTIES = Set.of("to", "from", "concat", "constant", "transforms");
    private static final Set<String> CONCAT_PROPERTIES = Set.of("from", "with");

    private final Refusals refusals = new Refusals();

    private MappingParser() {}

    static Mapping parse(String json) {
        MappingParser parser = new MappingParser();
        List<FieldMapping> fields = parser.fields(json);
        if (!parser.refusals.isEmpty()) {
            throw new MappingRefused(parser.refusals.list());
        }
        return new Mapping(fields);
    }

    private List<FieldMapping> fields(String json) {
        JsonNode root;
        try {
            root = Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            refusals.add("", "JSON", e.getOriginalMessage());
            return List.of();
        }
        refusals.unknownNames(root, "", "", PROPERTIES);
        if (!root.path("version").isInt() || root.path("version").intValue() != VERSION) {
            refusals.add("/version", String.valueOf(VERSION), root.get("version"));
        }
        JsonNode list = root.path("fields");
        if (!list.isArray() || list.isEmpty()) {
            refusals.add("/fields", "a list of at least one field", root.get("fields"));
        }
        List<FieldMapping> fields = new ArrayList<>();
        Set<String> targets = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String path = "/fields/" + i;
            field(list.get(i), path).ifPresent(field -> {
                if (!targets.add(field.to())) {
                    refusals.add(path + "/to", "a field that is filled once", field.to());
                }
                fields.add(field);
            });
        }
        return fields;
    }

    private Optional<FieldMapping> field(JsonNode node, String path) {
        refusals.unknownNames(node, path, "", FIELD_PROPERTIES);
        Optional<String> to = refusals.text(node.get("to"), path + "/to", "the name of a field");
        FieldMapping.Source source = source(node, path);
        List<Transform> transforms = new ArrayList<>();
        JsonNode list = node.path("transforms");
        if (!list.isMissingNode() && !list.isArray()) {
            refusals.add(path + "/transforms", "a list", list);
        }
        for (int i = 0; i < list.size(); i++) {
            Transforms.parse(list.get(i), path + "/transforms/" + i, refusals).ifPresent(transforms::add);
        }
        return to.map(name -> new FieldMapping(name, source, List.copyOf(transforms)));
    }

    private FieldMapping.Source source(JsonNode node, String path) {
        int named = (node.has("from") ? 1 : 0) + (node.has("concat") ? 1 : 0) + (node.has("constant") ? 1 : 0);
        if (named != 1) {
            refusals.add(path, "exactly one of from, concat and constant", named + " of them");
        }
        if (node.has("constant")) {
            return new FieldMapping.Constant(refusals.text(node.get("constant"), path + "/constant", "a text")
                    .orElse(""));
        }
        return node.has("concat")
                ? concat(node.get("concat"), path + "/concat")
                : column(node.path("from"), path + "/from");
    }

    private FieldMapping.Column column(JsonNode from, String path) {
        List<String> headers = from.isTextual()
                ? List.of(from.textValue())
                : refusals.texts(from.isMissingNode() ? null : from, path, "headers of the source");
        if (headers.isEmpty() && !from.isMissingNode()) {
            refusals.add(path, "at least one header of the source", from);
        }
        return new FieldMapping.Column(headers.stream().map(Mapping::normal).toList());
    }

    private FieldMapping.Concat concat(JsonNode node, String path) {
        refusals.unknownNames(node, path, "", CONCAT_PROPERTIES);
        JsonNode from = node.path("from");
        if (!from.isArray() || from.size() < 2) {
            refusals.add(path + "/from", "at least two headers or lists of headers", node.get("from"));
        }
        List<FieldMapping.Column> columns = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            columns.add(column(from.get(i), path + "/from/" + i));
        }
        return new FieldMapping.Concat(List.copyOf(columns), node.path("with").asText(""));
    }
}
