package org.exchangehub.core.parquet;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import dev.hardwood.schema.SchemaNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the library's values plain: text, whole numbers, BigDecimal, Boolean; a Map for an inner record or a map, a List for a list.
 * Days and times become text of ISO 8601, one without a zone without a zone: the hub does not guess. Bytes become base64.
 */
final class ParquetValues {

    private ParquetValues() {}

    /** @param node the column the value is of */
    static @Nullable Object plain(@Nullable Object value, @Nullable SchemaNode node) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean choice -> choice;
            case Integer number -> unsigned(node) ? Integer.toUnsignedLong(number) : (Object) number;
            case Long number ->
                number < 0 && unsigned(node) ? new BigDecimal(Long.toUnsignedString(number)) : (Object) number;
            case Float number -> Float.isFinite(number) ? new BigDecimal(number.toString()) : number.toString();
            case Double number -> Double.isFinite(number) ? new BigDecimal(number.toString()) : number.toString();
            case BigDecimal number -> number;
            case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
            case PqStruct struct -> record(struct, node);
            case PqList list -> list(list);
            case PqMap map -> map(map);
            default -> value.toString();
        };
    }

    private static boolean unsigned(@Nullable SchemaNode node) {
        return node instanceof SchemaNode.PrimitiveNode primitive
                && primitive.logicalType() instanceof LogicalType.IntType type
                && !type.isSigned();
    }

    private static Map<String, @Nullable Object> record(PqStruct struct, @Nullable SchemaNode node) {
        List<SchemaNode> children =
                node instanceof SchemaNode.GroupNode group && group.isStruct() ? group.children() : List.of();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < struct.getFieldCount(); i++) {
            SchemaNode child = i < children.size() ? children.get(i) : null;
            values.put(struct.getFieldName(i), struct.isNull(i) ? null : plain(struct.getValue(i), child));
        }
        return values;
    }

    private static List<@Nullable Object> list(PqList list) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            values.add(list.isNull(i) ? null : plain(list.get(i), null));
        }
        return values;
    }

    private static Map<String, @Nullable Object> map(PqMap map) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (PqMap.Entry entry : map.getEntries()) {
            values.put(
                    String.valueOf(plain(entry.getKey(), null)),
                    entry.isValueNull() ? null : plain(entry.getValue(), null));
        }
        return values;
    }
}
