package org.exchangehub.nifi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.exchangehub.schemas.Finding;

/** Findings as the hub takes them: {@code [{field, rule, severity, expected, found, message {zh, en}}]}. */
final class FindingJson {

    private static final JsonFactory JSON = new JsonFactory();

    private FindingJson() {}

    static void write(JsonGenerator out, List<Finding> findings) throws IOException {
        out.writeStartArray();
        for (Finding finding : findings) {
            out.writeStartObject();
            out.writeStringField("field", finding.field());
            out.writeStringField("rule", finding.rule());
            out.writeStringField("severity", finding.severity().name());
            out.writeStringField("expected", finding.expected());
            out.writeStringField("found", finding.found());
            out.writeObjectFieldStart("message");
            out.writeStringField("zh", finding.message().zh());
            out.writeStringField("en", finding.message().en());
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    static String text(Finding finding) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(out, List.of(finding));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
