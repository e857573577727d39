package org.exchangehub.schemas.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;

/** Writes Avro binary in the dataset's schema, record behind record, each behind a header where there is one. */
final class AvroStreamWriter implements RecordWriter {

    private final OutputStream out;
    private final byte[] header;
    private final AvroRecord record;
    private final GenericDatumWriter<GenericRecord> writer;
    private final BinaryEncoder encoder;

    AvroStreamWriter(OutputStream out, StandardSchema schema, byte[] header) {
        this.out = out;
        this.header = header;
        this.record = new AvroRecord(schema, schema.avro());
        this.writer = new GenericDatumWriter<>(schema.avro());
        this.encoder = EncoderFactory.get().binaryEncoder(out, null);
    }

    @Override
    public void write(List<? extends @Nullable Object> values) throws IOException {
        GenericRecord filled = record.of(values);
        encoder.writeFixed(header);
        writer.write(filled, encoder);
    }

    @Override
    public void close() throws IOException {
        encoder.flush();
        out.close();
    }
}
