package org.exchangehub.schemas.encoding;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Turns checked values of one field into what Avro's generic writer takes. */
@FunctionalInterface
interface AvroValue {

    Object of(Object value);

    /** The conversion to the type of one of a standard schema's fields, null apart. */
    static AvroValue to(Schema type) {
        LogicalType logical = type.getLogicalType();
        return switch (type.getType()) {
            case STRING, BOOLEAN -> value -> value;
            case INT ->
                logical instanceof LogicalTypes.Date
                        ? value -> Math.toIntExact(((LocalDate) value).toEpochDay())
                        : value -> Math.toIntExact((Long) value);
            case LONG -> logical == null ? value -> value : instant(logical);
            case FLOAT -> value -> ((Double) value).floatValue();
            case DOUBLE -> value -> value;
            case BYTES ->
                logical instanceof LogicalTypes.Decimal decimal
                        ? value -> ByteBuffer.wrap(unscaled(decimal, value))
                        : value -> ByteBuffer.wrap((byte[]) value);
            case RECORD, ARRAY -> value -> AvroNested.read(type, value.toString());
            case ENUM, MAP, FIXED, UNION, NULL ->
                throw new IllegalArgumentException("expected a type of a standard schema, found " + type.getType());
        };
    }

    private static AvroValue instant(LogicalType type) {
        ChronoUnit unit = type instanceof LogicalTypes.TimestampMicros ? ChronoUnit.MICROS : ChronoUnit.MILLIS;
        return value -> unit.between(Instant.EPOCH, ((Instant) value).truncatedTo(unit));
    }

    private static byte[] unscaled(LogicalTypes.Decimal type, Object value) {
        return ((BigDecimal) value).setScale(type.getScale()).unscaledValue().toByteArray();
    }
}
