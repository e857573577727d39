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
import org.exchangehub.schemas.forms.ValueKind;
import org.jspecify.annotations.Nullable;

/** Reads a mapping, refusing whatever it could not do. */
final class MappingParser {

    private static final int VERSION = 1;
    static final Set<String> PROPERTIES = Set.of("version", "fields", "swapped", "operation", "newest");
    static final Set<String> SWAPPED_PROPERTIES = Set.of("columns", "kinds");
    static final Set<String> NEWEST_PROPERTIES = Set.of("by", "order");

    private final Refusals refusals = new Refusals();
    private final WayParser ways = new WayParser(refusals);

    private MappingParser() {}

    static Mapping parse(String json) {
        MappingParser parser = new MappingParser();
        Mapping mapping = parser.mapping(json);
        if (!parser.refusals.isEmpty()) {
            throw new MappingRefused(parser.refusals.list());
        }
        return mapping;
    }

    private Mapping mapping(String json) {
        JsonNode root;
        try {
            root = Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            refusals.add("", "JSON", e.getOriginalMessage());
            return new Mapping(List.of(), List.of(), null, null);
        }
        refusals.unknownNames(root, "", "", PROPERTIES);
        if (!root.path("version").isInt() || root.path("version").intValue() != VERSION) {
            refusals.add("/version", String.valueOf(VERSION), root.get("version"));
        }
        List<FieldMapping> fields = fields(root.path("fields"));
        JsonNode operation = root.get("operation");
        return new Mapping(
                fields,
                swaps(root.get("swapped")),
                operation == null ? null : ways.way(operation, "/operation", Set.of()),
                newest(root.get("newest"), fields));
    }

    private List<FieldMapping> fields(JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            refusals.add("/fields", "a list of at least one field", list.isMissingNode() ? null : list);
        }
        List<FieldMapping> fields = new ArrayList<>();
        Set<String> targets = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String path = "/fields/" + i;
            JsonNode node = list.get(i);
            Optional<String> to = refusals.text(node.get("to"), path + "/to", "the name of a field");
            if (to.isPresent() && !targets.add(to.get())) {
                refusals.add(path + "/to", "a field that is filled once", to.get());
            }
            List<FieldMapping.Way> all = ways.ways(node, path);
            to.ifPresent(name -> fields.add(new FieldMapping(name, all)));
        }
        return fields;
    }

    private List<Swap> swaps(@Nullable JsonNode list) {
        if (list == null) {
            return List.of();
        }
        if (!list.isArray()) {
            refusals.add("/swapped", "a list of pairs of columns", list);
        }
        List<Swap> swaps = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String path = "/swapped/" + i;
            JsonNode node = list.get(i);
            refusals.unknownNames(node, path, "", SWAPPED_PROPERTIES);
            JsonNode columns = node.path("columns");
            JsonNode kinds = node.path("kinds");
            if (columns.size() != 2 || kinds.size() != 2) {
                refusals.add(path, "two columns and their two kinds", node);
                continue;
            }
            Source.Column first = ways.column(columns.get(0), path + "/columns/0");
            Source.Column second = ways.column(columns.get(1), path + "/columns/1");
            ValueKind firstKind = kind(kinds.get(0), path + "/kinds/0");
            ValueKind secondKind = kind(kinds.get(1), path + "/kinds/1");
            if (firstKind != null && secondKind != null) {
                swaps.add(new Swap(first, firstKind, second, secondKind));
            }
        }
        return swaps;
    }

    private @Nullable ValueKind kind(JsonNode node, String path) {
        Optional<ValueKind> kind = ValueKind.named(node.asText());
        if (kind.isEmpty()) {
            refusals.add(path, "one of " + ValueKind.words(), node);
        }
        return kind.orElse(null);
    }

    private @Nullable Newest newest(@Nullable JsonNode node, List<FieldMapping> fields) {
        if (node == null) {
            return null;
        }
        Argument argument = new Argument(node, "/newest", refusals);
        argument.only(NEWEST_PROPERTIES.toArray(String[]::new));
        Set<String> targets = new HashSet<>();
        fields.forEach(field -> targets.add(field.to()));
        List<String> by = argument.at("by").texts("fields that the mapping fills");
        by.stream()
                .filter(field -> !targets.contains(field))
                .forEach(field -> refusals.add("/newest/by", "a field that the mapping fills", field));
        List<Newest.Order> orders = new ArrayList<>();
        JsonNode order = node.path("order");
        if (!order.isArray() || order.isEmpty()) {
            argument.at("order").refuse("a list of at least one field or column to order by");
        }
        for (int i = 0; i < order.size(); i++) {
            orders.add(order(order.get(i), "/newest/order/" + i, targets));
        }
        return new Newest(by, orders);
    }

    private Newest.Order order(JsonNode node, String path, Set<String> targets) {
        if (!node.isTextual()) {
            return new Newest.Order.Own(ways.way(node, path, Set.of()));
        }
        if (!targets.contains(node.textValue())) {
            refusals.add(path, "a field that the mapping fills, or an object with from", node);
        }
        return new Newest.Order.Field(node.textValue());
    }
}
