package org.exchangehub.nifi;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.Refusal;
import org.exchangehub.schemas.encoding.SourceRow;
import org.exchangehub.schemas.mapping.MappingRefused;
import org.jspecify.annotations.Nullable;

/**
 * An Avro container of mapped rows: text under the standard's field names, the source's row number, and, for a row that could
 * not be read as one, what is wrong with it.
 */
final class MappedRows implements Closeable {

    /** JSON array of findings; null for a row that could be read. */
    static final String FAULT = "_fault";

    private final Schema schema;
    private final DataFileWriter<GenericRecord> writer;
    private final GenericData.Record record;

    /** Rows with these fields; {@link #schema} makes the schema. */
    MappedRows(Schema schema, OutputStream out) throws IOException {
        this.schema = schema;
        this.writer = new DataFileWriter<>(new GenericDatumWriter<>(schema));
        this.record = new GenericData.Record(schema);
        writer.create(schema, out);
    }

    /**
     * The schema of rows with these fields.
     *
     * @param operation whether rows say what they do
     * @throws MappingRefused when a field's name is none in Avro
     */
    static Schema schema(List<String> fields, boolean operation) {
        Schema string = Schema.create(Schema.Type.STRING);
        GenericData.setStringType(string, GenericData.StringType.String);
        List<Schema.Field> all = new ArrayList<>();
        all.add(new Schema.Field(SourceRow.ROW, Schema.create(Schema.Type.LONG)));
        all.add(nullable(FAULT, string));
        if (operation) {
            all.add(nullable(SourceRow.OP, string));
        }
        try {
            fields.forEach(name -> all.add(nullable(name, string)));
            return Schema.createRecord("MappedRow", null, "org.exchangehub.nifi", false, all);
        } catch (SchemaParseException e) {
            throw new MappingRefused(
                    List.of(new Refusal("/fields", "names of the standard's fields", String.valueOf(e.getMessage()))));
        }
    }

    private static Schema.Field nullable(String name, Schema type) {
        return new Schema.Field(
                name, Schema.createUnion(Schema.create(Schema.Type.NULL), type), null, Schema.Field.NULL_DEFAULT_VALUE);
    }

    void append(
            long row,
            @Nullable String operation,
            Map<String, ? extends @Nullable String> values,
            @Nullable Finding fault)
            throws IOException {
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), values.get(field.name()));
        }
        record.put(SourceRow.ROW, row);
        if (schema.getField(SourceRow.OP) != null) {
            record.put(SourceRow.OP, operation);
        }
        record.put(FAULT, fault == null ? null : FindingJson.text(fault));
        writer.append(record);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
