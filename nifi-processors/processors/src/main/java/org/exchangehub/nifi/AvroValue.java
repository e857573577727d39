package org.exchangehub.nifi;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** Turns checked values of one field into what Avro's generic writer takes. */
@FunctionalInterface
interface AvroValue {

    Object of(Object value);

    /** The conversion to a type; of a union, to its one branch that is not null. */
    static AvroValue to(Schema schema) {
        Schema type = branch(schema);
        LogicalType logical = type.getLogicalType();
        return switch (type.getType()) {
            case STRING -> Object::toString;
            case ENUM -> value -> new GenericData.EnumSymbol(type, value.toString());
            case INT -> logical == null ? value -> ((Number) value).intValue() : value -> date(value);
            case LONG -> logical == null ? value -> ((Number) value).longValue() : value -> time(logical, value);
            case FLOAT -> value -> ((Number) value).floatValue();
            case DOUBLE -> value -> ((Number) value).doubleValue();
            case BYTES ->
                logical instanceof LogicalTypes.Decimal decimal
                        ? value -> ByteBuffer.wrap(unscaled(decimal, value))
                        : value -> ByteBuffer.wrap((byte[]) value);
            case FIXED ->
                logical instanceof LogicalTypes.Decimal decimal
                        ? value -> new GenericData.Fixed(type, padded(unscaled(decimal, value), type.getFixedSize()))
                        : value -> new GenericData.Fixed(type, (byte[]) value);
            case RECORD, ARRAY, MAP -> value -> requireNonNull(nested(type, TypedRows.json(value.toString())));
            case BOOLEAN, UNION, NULL -> value -> value;
        };
    }

    private static Schema branch(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElse(schema)
                : schema;
    }

    private static Object date(Object value) {
        return value instanceof LocalDate date
                ? (Object) Math.toIntExact(date.toEpochDay())
                : ((Number) value).intValue();
    }

    private static Object time(LogicalType type, Object value) {
        Instant instant =
                switch (value) {
                    case Instant given -> given;
                    case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
                    case LocalTime local -> local.atDate(LocalDate.EPOCH).toInstant(ZoneOffset.UTC);
                    default -> Instant.EPOCH.plus(((Number) value).longValue(), unit(type));
                };
        return unit(type).between(Instant.EPOCH, instant);
    }

    private static ChronoUnit unit(LogicalType type) {
        return type.getName().endsWith("micros") ? ChronoUnit.MICROS : ChronoUnit.MILLIS;
    }

    private static byte[] unscaled(LogicalTypes.Decimal type, Object value) {
        BigInteger number = ((BigDecimal) value).setScale(type.getScale()).unscaledValue();
        return number.toByteArray();
    }

    private static byte[] padded(byte[] number, int size) {
        byte[] all = new byte[size];
        Arrays.fill(all, number[0] < 0 ? (byte) -1 : 0);
        System.arraycopy(number, 0, all, size - number.length, number.length);
        return all;
    }

    /** A nested value, which the check hands on as JSON text. */
    private static @Nullable Object nested(Schema schema, @Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        Schema type = branch(schema);
        return switch (type.getType()) {
            case RECORD -> {
                GenericData.Record record = new GenericData.Record(type);
                type.getFields()
                        .forEach(field -> record.put(field.pos(), nested(field.schema(), node.get(field.name()))));
                yield record;
            }
            case ARRAY -> {
                List<@Nullable Object> items = StreamSupport.stream(node.spliterator(), false)
                        .<@Nullable Object>map(item -> nested(type.getElementType(), item))
                        .toList();
                yield items;
            }
            case MAP -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                node.properties()
                        .forEach(entry -> map.put(entry.getKey(), nested(type.getValueType(), entry.getValue())));
                yield map;
            }
            default -> to(type).of(scalar(type, node));
        };
    }

    private static Object scalar(Schema type, JsonNode node) {
        return switch (type.getType()) {
            case INT, LONG ->
                type.getLogicalType() != null && node.isTextual()
                        ? moment(type, node.asText())
                        : (Object) node.longValue();
            case FLOAT, DOUBLE -> node.doubleValue();
            case BOOLEAN -> node.booleanValue();
            case BYTES, FIXED ->
                type.getLogicalType() instanceof LogicalTypes.Decimal
                        ? new BigDecimal(node.asText())
                        : Base64.getDecoder().decode(node.asText());
            default -> node.asText();
        };
    }

    private static Object moment(Schema type, String text) {
        return type.getType() == Schema.Type.INT ? LocalDate.parse(text) : Instant.parse(text);
    }
}
