package org.exchangehub.schemas.encoding;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;

/** One record of Avro's, filled again and again with checked values. For one thread. */
final class AvroRecord {

    private final List<StandardField> fields;
    private final AvroValue[] values;
    private final GenericData.Record record;

    /** @param written the dataset's schema, perhaps with further fields behind its own */
    AvroRecord(StandardSchema schema, Schema written) {
        this.fields = schema.fields();
        this.values = fields.stream()
                .map(field -> AvroValue.to(schema.valueSchema(field)))
                .toArray(AvroValue[]::new);
        this.record = new GenericData.Record(written);
    }

    GenericRecord of(List<? extends @Nullable Object> typed) {
        for (int i = 0; i < values.length; i++) {
            Object value = typed.get(i);
            try {
                record.put(i, value == null ? null : values[i].of(value));
            } catch (ClassCastException | ArithmeticException e) {
                throw new IllegalArgumentException(
                        fields.get(i).name() + ": expected a value of the field's type: " + e.getMessage(), e);
            }
        }
        return record;
    }
}
