package org.exchangehub.schemas.inference;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * Reads an array of objects, such an array within an object (at most three names deep, the first there is), or objects one behind
 * the other. Bounded in depth and in the length of texts and numbers.
 */
final class JsonSample {

    private static final int DEEPEST_ROWS = 3;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(1_000_000)
                    .maxNumberLength(100)
                    .build())
            .build());

    private JsonSample() {}

    static Sample read(byte[] bytes, boolean more, Sample.Limits limits) {
        Rows rows = new Rows(limits);
        try {
            boolean objects = severalObjects(bytes);
            try (JsonParser parser = MAPPER.createParser(bytes)) {
                JsonToken first = parser.nextToken();
                if (first == JsonToken.START_OBJECT && !objects) {
                    find(parser);
                }
                if (first == JsonToken.START_ARRAY) {
                    parser.nextToken();
                }
                take(parser, rows);
            } catch (IOException e) {
                if (!more) {
                    throw e; // otherwise it was cut
                }
            }
        } catch (IOException e) {
            throw new Sample.Unreadable("the text cannot be read as JSON: " + e.getMessage(), e);
        }
        if (more) {
            rows.cut();
        }
        return rows.sample("JSON");
    }

    /** Whether a whole object is followed by another, one per line. */
    private static boolean severalObjects(byte[] bytes) throws IOException {
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == JsonToken.START_OBJECT;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return false;
        }
    }

    /** Goes on to the first object of the first array of objects. */
    private static void find(JsonParser parser) throws IOException {
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return;
            }
            switch (token) {
                case START_OBJECT -> {
                    if (++depth > DEEPEST_ROWS) {
                        parser.skipChildren();
                        depth--;
                    }
                }
                case END_OBJECT -> depth--;
                case START_ARRAY -> {
                    if (parser.nextToken() == JsonToken.START_OBJECT) {
                        return;
                    }
                    skipRest(parser);
                }
                default -> {}
            }
        }
    }

    /** Behind the array in which the parser stands. */
    private static void skipRest(JsonParser parser) throws IOException {
        while (parser.currentToken() != null && parser.currentToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            parser.nextToken();
        }
    }

    private static void take(JsonParser parser, Rows rows) throws IOException {
        while (parser.currentToken() == JsonToken.START_OBJECT) {
            if (rows.full()) {
                rows.cut();
                return;
            }
            JsonNode row = MAPPER.readTree(parser);
            rows.add(Flat.of(row));
            parser.nextToken();
        }
    }
}
