package org.exchangehub.core.parquet;

import dev.hardwood.schema.SchemaNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows of a Parquet file into texts under column names. */
final class ParquetTexts {

    private final List<SchemaNode> nodes;
    private final Shape shape;
    private final List<String> columns = new ArrayList<>();

    ParquetTexts(List<SchemaNode> nodes, Shape shape) {
        this.nodes = nodes;
        this.shape = shape;
        nodes.forEach(node -> name("", node));
    }

    /** Their names, in the order of the values. */
    List<String> columns() {
        return columns;
    }

    List<@Nullable String> of(List<? extends @Nullable Object> row) {
        List<@Nullable String> texts = new ArrayList<>(columns.size());
        for (int i = 0; i < nodes.size(); i++) {
            put(nodes.get(i), row.get(i), texts);
        }
        return texts;
    }

    private void name(String path, SchemaNode node) {
        String name = path + node.name();
        SchemaNode.GroupNode group = apart(node);
        if (group != null) {
            group.children().forEach(child -> name(name + ".", child));
        } else {
            columns.add(name);
        }
    }

    private void put(SchemaNode node, @Nullable Object value, List<@Nullable String> texts) {
        SchemaNode.GroupNode group = apart(node);
        if (group != null) {
            for (SchemaNode child : group.children()) {
                put(child, value instanceof Map<?, ?> inner ? inner.get(child.name()) : null, texts);
            }
        } else {
            texts.add(text(value));
        }
    }

    /** The node if its children are columns of their own. */
    private SchemaNode.@Nullable GroupNode apart(SchemaNode node) {
        return shape == Shape.FLAT && node instanceof SchemaNode.GroupNode group && group.isStruct() ? group : null;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            case Map<?, ?> map -> Json.MAPPER.writeValueAsString(map);
            case List<?> list -> Json.MAPPER.writeValueAsString(list);
            default -> value.toString();
        };
    }

    /** Loaded for nested values only: it takes a good part of the program's start. */
    private static final class Json {
        private static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
    }
}
