package org.exchangehub.schemas.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;

/** Writes an Avro object container in the dataset's schema. */
final class AvroContainerWriter implements RecordWriter {

    private final AvroRecord record;
    private final DataFileWriter<GenericRecord> writer;

    AvroContainerWriter(OutputStream out, StandardSchema schema, Schema written, AvroCodec codec) throws IOException {
        this.record = new AvroRecord(schema, written);
        this.writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(written)).setCodec(codec.factory());
        writer.create(written, out);
    }

    @Override
    public void write(List<? extends @Nullable Object> values) throws IOException {
        append(record.of(values));
    }

    void append(long row, @Nullable String operation, List<? extends @Nullable Object> values) throws IOException {
        GenericRecord filled = record.of(values);
        filled.put(SourceRow.ROW, row);
        filled.put(SourceRow.OP, operation);
        append(filled);
    }

    private void append(GenericRecord filled) throws IOException {
        try {
            writer.append(filled);
        } catch (DataFileWriter.AppendWriteException e) {
            throw new IllegalArgumentException("expected a record of the schema: " + e.getMessage(), e);
        }
    }

    /** The dataset's schema and, after its own fields, {@code _row} and {@code _op} (docs/decisions/0004). */
    static Schema withRow(Schema standard) {
        List<Schema.Field> all = new ArrayList<>();
        standard.getFields().forEach(field -> all.add(new Schema.Field(field, field.schema())));
        all.add(new Schema.Field(SourceRow.ROW, Schema.create(Schema.Type.LONG)));
        Schema text = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        all.add(new Schema.Field(SourceRow.OP, text, null, Schema.Field.NULL_DEFAULT_VALUE));
        return Schema.createRecord(standard.getName(), standard.getDoc(), standard.getNamespace(), false, all);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
