package org.exchangehub.schemas.inference;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Reads an Avro container of records; nested records by their path, lists and maps as JSON, bytes in base64. */
final class AvroSample {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AvroSample() {}

    static Sample read(byte[] bytes, boolean more, Sample.Limits limits) {
        Rows rows = new Rows(limits);
        try (DataFileStream<Object> records =
                new DataFileStream<>(new ByteArrayInputStream(bytes), new GenericDatumReader<>())) {
            while (records.hasNext()) {
                if (rows.full()) {
                    rows.cut();
                    break;
                }
                if (!(records.next() instanceof GenericRecord record)) {
                    throw new Sample.Unreadable("expected records in the Avro container, found other values");
                }
                Map<String, String> row = new LinkedHashMap<>();
                put(row, "", record);
                rows.add(row);
            }
        } catch (IOException
                | AvroRuntimeException
                | UnsupportedOperationException e) { // the last: a length beyond all
            if (!more) {
                throw new Sample.Unreadable("the content cannot be read as an Avro container: " + e.getMessage(), e);
            }
        }
        if (more) {
            rows.cut();
        }
        return rows.sample("Avro");
    }

    private static void put(Map<String, String> row, String path, GenericRecord record) {
        for (Schema.Field field : record.getSchema().getFields()) {
            String name = path.isEmpty() ? field.name() : path + "." + field.name();
            Object value = record.get(field.pos());
            if (value instanceof GenericRecord inner) {
                put(row, name, inner);
            } else {
                row.put(name, text(value, field.schema()));
            }
        }
    }

    private static String text(@Nullable Object value, Schema schema) {
        if (value == null) {
            return "";
        }
        Schema own = schema.isUnion() ? schema.getTypes().get(GenericData.get().resolveUnion(schema, value)) : schema;
        LogicalType type = own.getLogicalType();
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
            case GenericFixed fixed -> bytes(fixed.bytes(), type);
            case Double number when Double.isFinite(number) -> new BigDecimal(number.toString()).toPlainString();
            case Float number when Float.isFinite(number) -> new BigDecimal(number.toString()).toPlainString();
            case Iterable<?> list -> json(list.toString());
            case Map<?, ?> map -> json(map.toString());
            default -> value.toString();
        };
    }

    private static String json(String text) {
        try {
            return JSON.readTree(text).toString();
        } catch (IOException e) {
            return text;
        }
    }

    private static String bytes(byte[] bytes, @Nullable LogicalType type) {
        return type instanceof LogicalTypes.Decimal decimal
                ? new BigDecimal(new BigInteger(bytes), decimal.getScale()).toPlainString()
                : Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] copy(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
