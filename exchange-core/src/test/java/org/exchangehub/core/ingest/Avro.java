package org.exchangehub.core.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Writes Avro containers with Avro's own library. */
final class Avro {

    private Avro() {}

    static byte[] container(String schema, List<Map<String, ? extends @Nullable Object>> rows, CodecFactory codec) {
        Schema parsed = new Schema.Parser().parse(schema);
        return container(
                parsed,
                codec,
                writer -> rows.forEach(row -> {
                    GenericRecord record = new GenericData.Record(parsed);
                    row.forEach(record::put);
                    append(writer, record);
                }));
    }

    static byte[] container(Schema schema, CodecFactory codec, Consumer<DataFileWriter<GenericRecord>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
            writer.setCodec(codec).create(schema, out);
            rows.accept(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void append(DataFileWriter<GenericRecord> writer, GenericRecord record) {
        try {
            writer.append(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
