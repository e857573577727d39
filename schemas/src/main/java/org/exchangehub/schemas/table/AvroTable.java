package org.exchangehub.schemas.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.exchangehub.schemas.encoding.AvroItems;
import org.exchangehub.schemas.encoding.Limits;
import org.exchangehub.schemas.encoding.MalformedRecords;
import org.jspecify.annotations.Nullable;

/** Reads an Avro container of records; nested records by their path, lists and maps as JSON, bytes in base64. */
final class AvroTable implements SourceTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AvroItems items;

    AvroTable(InputStream in, Limits limits) throws IOException {
        this.items = new AvroItems(in, limits);
        if (items.schema().getType() != Schema.Type.RECORD) {
            throw new MalformedRecords("Expected records in the Avro container, found "
                    + items.schema().getType());
        }
    }

    @Override
    public String form() {
        return "Avro";
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        if (!items.next()) {
            return null;
        }
        Map<String, String> row = new LinkedHashMap<>();
        if (items.item().orElseThrow() instanceof Map<?, ?> record) {
            put(row, "", record, items.schema());
        }
        return TableRow.of(row);
    }

    @Override
    public void close() throws IOException {
        items.close();
    }

    private static void put(Map<String, String> row, String path, Map<?, ?> record, Schema schema) {
        for (Schema.Field field : schema.getFields()) {
            String name = path.isEmpty() ? field.name() : path + "." + field.name();
            Object value = record.get(field.name());
            Schema own = branch(field.schema(), value);
            if (value instanceof Map<?, ?> inner && own.getType() == Schema.Type.RECORD) {
                put(row, name, inner, own);
            } else {
                row.put(name, value == null ? "" : text(value, own.getLogicalType()));
            }
        }
    }

    /** Of a union the first type such a value is read from, otherwise the schema itself. */
    private static Schema branch(Schema schema, @Nullable Object value) {
        return !schema.isUnion()
                ? schema
                : schema.getTypes().stream()
                        .filter(type -> readAs(type, value))
                        .findFirst()
                        .orElse(schema);
    }

    private static boolean readAs(Schema type, @Nullable Object value) {
        return switch (type.getType()) {
            case INT -> value instanceof Integer;
            case LONG -> value instanceof Long;
            case BYTES, FIXED -> value instanceof ByteBuffer;
            case RECORD ->
                value instanceof Map<?, ?> map
                        && type.getFields().stream().allMatch(field -> map.containsKey(field.name()));
            default -> false;
        };
    }

    private static String text(Object value, @Nullable LogicalType type) {
        return switch (value) {
            case Integer days
            when type instanceof LogicalTypes.Date -> LocalDate.ofEpochDay(days).toString();
            case Long millis
            when type instanceof LogicalTypes.TimestampMillis ->
                Instant.ofEpochMilli(millis).toString();
            case Long micros
            when type instanceof LogicalTypes.TimestampMicros ->
                Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
            case ByteBuffer buffer -> bytes(copy(buffer), type);
            case Double number when Double.isFinite(number) -> new BigDecimal(number.toString()).toPlainString();
            case Float number when Float.isFinite(number) -> new BigDecimal(number.toString()).toPlainString();
            case Iterable<?> list -> json(list);
            case Map<?, ?> map -> json(map);
            default -> value.toString();
        };
    }

    private static String json(Object nested) {
        try {
            return JSON.writeValueAsString(nested);
        } catch (JsonProcessingException e) {
            return nested.toString();
        }
    }

    private static String bytes(byte[] bytes, @Nullable LogicalType type) {
        return type instanceof LogicalTypes.Decimal decimal && bytes.length > 0
                ? new BigDecimal(new BigInteger(bytes), decimal.getScale()).toPlainString()
                : Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] copy(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
