package org.exchangehub.nifi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.Finding;
import org.jspecify.annotations.Nullable;

/** Refused rows as the hub takes them: one JSON object a line, {@code {row, values {field: text}, findings […]}}. */
final class RejectRows implements Closeable {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;

    RejectRows(OutputStream out) throws IOException {
        this.out = JSON.createGenerator(out).setRootValueSeparator(null);
    }

    /** A row that broke rules. */
    void append(long row, Map<String, @Nullable Object> values, List<Finding> findings) throws IOException {
        begin(row, values);
        FindingJson.write(out, findings);
        end();
    }

    /**
     * A row that could not be read as one.
     *
     * @param findings JSON array
     */
    void append(long row, Map<String, @Nullable Object> values, String findings) throws IOException {
        begin(row, values);
        out.writeRawValue(findings);
        end();
    }

    private void begin(long row, Map<String, @Nullable Object> values) throws IOException {
        out.writeStartObject();
        out.writeNumberField("row", row);
        out.writeObjectFieldStart("values");
        for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
            if (value.getValue() != null) {
                out.writeStringField(value.getKey(), value.getValue().toString());
            }
        }
        out.writeEndObject();
        out.writeFieldName("findings");
    }

    private void end() throws IOException {
        out.writeEndObject();
        out.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
