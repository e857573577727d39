package org.exchangehub.schemas.encoding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Reads values of any Avro schema: records and maps as Map, arrays as List, enumerations as text. For one thread. */
final class AvroDatum {

    private final Limits limits;
    private int items;

    AvroDatum(Limits limits) {
        this.limits = limits;
    }

    /** Another record begins. */
    void start(AvroInput in) {
        items = 0;
        in.startRecord();
    }

    @Nullable
    Object value(Schema schema, AvroInput in) {
        return value(schema, in, 0);
    }

    private @Nullable Object value(Schema schema, AvroInput in, int depth) {
        if (depth > limits.depth()) {
            throw new MalformedRecords("values are nested deeper than " + limits.depth());
        }
        return switch (schema.getType()) {
            case NULL -> null;
            case BOOLEAN -> in.bool();
            case INT -> in.smallNumber();
            case LONG -> in.number();
            case FLOAT -> in.floating();
            case DOUBLE -> in.doubleFloating();
            case STRING -> in.text();
            case BYTES -> in.bytes();
            case FIXED -> in.fixed(schema.getFixedSize());
            case ENUM -> choice(schema.getEnumSymbols(), in);
            case UNION -> value(choice(schema.getTypes(), in), in, depth + 1);
            case RECORD -> record(schema, in, depth);
            case ARRAY -> array(schema.getElementType(), in, depth);
            case MAP -> map(schema.getValueType(), in, depth);
        };
    }

    private static <T> T choice(List<T> choices, AvroInput in) {
        long index = in.number();
        if (index < 0 || index >= choices.size()) {
            throw new MalformedRecords("expected a choice of 0 to " + (choices.size() - 1) + ", found " + index);
        }
        return choices.get((int) index);
    }

    private Map<String, @Nullable Object> record(Schema schema, AvroInput in, int depth) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Schema.Field field : schema.getFields()) {
            count();
            values.put(field.name(), value(field.schema(), in, depth + 1));
        }
        return values;
    }

    private List<@Nullable Object> array(Schema element, AvroInput in, int depth) {
        List<@Nullable Object> values = new ArrayList<>();
        for (long left = blockOf(in); left > 0; left = blockOf(in)) {
            for (; left > 0; left--) {
                count();
                values.add(value(element, in, depth + 1));
            }
        }
        return values;
    }

    private Map<String, @Nullable Object> map(Schema element, AvroInput in, int depth) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (long left = blockOf(in); left > 0; left = blockOf(in)) {
            for (; left > 0; left--) {
                count();
                values.put(in.text(), value(element, in, depth + 1));
            }
        }
        return values;
    }

    /** Number of items in the next block of an array or map; a negative one is followed by the block's size. */
    private static long blockOf(AvroInput in) {
        long count = in.number();
        if (count >= 0) {
            return count;
        }
        in.number();
        if (count == Long.MIN_VALUE) {
            throw new MalformedRecords("an array claims " + count + " items");
        }
        return -count;
    }

    /** Items of no size would otherwise be counted for ever. */
    private void count() {
        if (++items > limits.items()) {
            throw new MalformedRecords("the row has more than " + limits.items() + " nested values");
        }
    }
}
