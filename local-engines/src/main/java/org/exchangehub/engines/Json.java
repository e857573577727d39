package org.exchangehub.engines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The state directory's JSON files. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The object in this file; an empty one when there is no file. */
    static ObjectNode read(Path file) {
        if (!Files.exists(file)) {
            return object();
        }
        try {
            return (ObjectNode) MAPPER.readTree(StateDirectory.read(file));
        } catch (JsonProcessingException | ClassCastException e) {
            throw new Explained("The file " + file + " is damaged; remove it and run ./hub up again.", e);
        }
    }

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected JSON, found: " + text, e);
        }
    }

    static void write(Path file, JsonNode content) {
        StateDirectory.write(file, (content.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
