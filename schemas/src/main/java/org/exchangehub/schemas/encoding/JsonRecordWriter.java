package org.exchangehub.schemas.encoding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.canonical.ValueText;
import org.exchangehub.schemas.value.FieldType.Kind;
import org.jspecify.annotations.Nullable;

/** Writes JSON objects with every field, those without value as null: as one array, or one per line. Numbers are JSON numbers. */
final class JsonRecordWriter implements RecordWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final List<StandardField> fields;
    private final boolean array;
    private final JsonGenerator out;

    JsonRecordWriter(OutputStream stream, StandardSchema schema, boolean array) throws IOException {
        this.fields = schema.fields();
        this.array = array;
        this.out = FACTORY.createGenerator(stream);
        out.setRootValueSeparator(null);
        if (array) {
            out.writeStartArray();
        }
    }

    @Override
    public void write(List<? extends @Nullable Object> values) throws IOException {
        out.writeStartObject();
        for (int i = 0; i < fields.size(); i++) {
            out.writeFieldName(fields.get(i).name());
            write(fields.get(i).type().kind(), values.get(i));
        }
        out.writeEndObject();
        if (!array) {
            out.writeRaw('\n');
        }
    }

    private void write(Kind kind, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeNull();
            return;
        }
        String text = ValueText.of(value);
        switch (kind) {
            case LONG, INTEGER, DECIMAL, DOUBLE -> out.writeNumber(text);
            case BOOLEAN -> out.writeBoolean((Boolean) value);
            case STRING, DATE, TIMESTAMP, BYTES -> out.writeString(text);
            case JSON -> out.writeRawValue(text.replace('\n', ' ').replace('\r', ' ')); // blanks between tokens
        }
    }

    @Override
    public void close() throws IOException {
        if (array) {
            out.writeEndArray();
        }
        out.close();
    }
}
