package org.exchangehub.core.query;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Answers made whole before anything of them is sent, as UTF-8 JSON. */
@Component
class JsonBody {

    private static final int USUAL_BYTES = 4_096;

    private final JsonMapper json;

    JsonBody(JsonMapper json) {
        this.json = json;
    }

    byte[] of(Consumer<JsonGenerator> writer) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator out = json.createGenerator(body)) {
            writer.accept(out);
        }
        return body.toByteArray();
    }

    /** An object whose only property is the list {@code items}. */
    byte[] items(Consumer<JsonGenerator> writer) {
        return of(out -> {
            out.writeStartObject();
            out.writeName("items");
            out.writeStartArray();
            writer.accept(out);
            out.writeEndArray();
            out.writeEndObject();
        });
    }
}
