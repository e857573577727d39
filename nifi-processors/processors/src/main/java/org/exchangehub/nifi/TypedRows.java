package org.exchangehub.nifi;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;

/** An Avro container of checked records in their dataset's schema, with row number and operation. */
final class TypedRows implements Closeable {

    private final List<AvroValue> fields;
    private final GenericData.Record record;
    private final DataFileWriter<GenericRecord> writer;

    TypedRows(StandardSchema standard, OutputStream out) throws IOException {
        Schema schema = withRow(standard.avro());
        this.fields = standard.avro().getFields().stream()
                .map(field -> AvroValue.to(field.schema()))
                .toList();
        this.record = new GenericData.Record(schema);
        this.writer = new DataFileWriter<>(new GenericDatumWriter<>(schema));
        writer.create(schema, out);
    }

    /** The dataset's schema and, after its own fields, {@code _row} and {@code _op}. */
    private static Schema withRow(Schema standard) {
        List<Schema.Field> all = new ArrayList<>();
        standard.getFields().forEach(field -> all.add(new Schema.Field(field, field.schema())));
        all.add(new Schema.Field(MappedRows.ROW, Schema.create(Schema.Type.LONG)));
        Schema text = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        all.add(new Schema.Field(MappedRows.OP, text, null, Schema.Field.NULL_DEFAULT_VALUE));
        return Schema.createRecord(standard.getName(), standard.getDoc(), standard.getNamespace(), false, all);
    }

    /**
     * Appends one record.
     *
     * @param values in the schema's field order, typed as the check gives them
     */
    void append(long row, @Nullable Object operation, List<@Nullable Object> values) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            Object value = values.get(i);
            record.put(i, value == null ? null : fields.get(i).of(value));
        }
        record.put(fields.size(), row);
        record.put(fields.size() + 1, operation == null ? null : operation.toString());
        writer.append(record);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
