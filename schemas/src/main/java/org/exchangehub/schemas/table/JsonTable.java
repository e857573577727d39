package org.exchangehub.schemas.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.exchangehub.schemas.encoding.Limits;
import org.exchangehub.schemas.encoding.MalformedRecords;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Reads an array of objects, such an array within an object (at most three names deep, the first there is), or objects one behind
 * the other. Bounded in depth and in the length of rows, texts and numbers.
 */
final class JsonTable implements SourceTable {

    private static final int DEEPEST_ROWS = 3;
    private static final int LONGEST_NUMBER = 100;

    private final BoundedRows bytes;
    private final JsonParser parser;
    private long rows;

    private JsonTable(BoundedRows bytes, JsonParser parser) {
        this.bytes = bytes;
        this.parser = parser;
    }

    static ObjectMapper mapper(Limits limits) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.recordBytes())
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    static JsonTable open(InputStream in, Limits limits) throws IOException {
        ObjectMapper mapper = mapper(limits);
        BufferedInputStream marked = new BufferedInputStream(in);
        marked.mark(limits.recordBytes());
        boolean objects = severalObjects(mapper, marked.readNBytes(limits.recordBytes()));
        marked.reset();
        BoundedRows bytes = new BoundedRows(marked, limits.recordBytes());
        JsonTable table = new JsonTable(bytes, mapper.createParser(bytes));
        table.start(objects);
        return table;
    }

    private void start(boolean objects) throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT && !objects) {
                find();
            }
            if (first == JsonToken.START_ARRAY) {
                parser.nextToken();
            }
        } catch (JsonProcessingException e) {
            throw refused(e);
        }
    }

    /** Whether a whole object is followed by another, one per line. */
    private static boolean severalObjects(ObjectMapper mapper, byte[] head) throws IOException {
        try (JsonParser parser = mapper.createParser(head)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == JsonToken.START_OBJECT;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Goes on to the first object of the first array of objects. */
    private void find() throws IOException {
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
                    skipRest();
                }
                default -> {}
            }
        }
    }

    /** Behind the array in which the parser stands. */
    private void skipRest() throws IOException {
        while (parser.currentToken() != null && parser.currentToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            parser.nextToken();
        }
    }

    @Override
    public String form() {
        return "JSON";
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        try {
            JsonToken token = parser.currentToken();
            if (token == null || token.isStructEnd()) {
                return null;
            }
            rows++;
            bytes.rowBegins();
            TableRow row;
            if (token == JsonToken.START_OBJECT) {
                JsonNode object = parser.readValueAsTree();
                row = TableRow.of(Flat.of(object));
            } else {
                parser.skipChildren();
                row = TableRow.faulty(new LocalizedText("该项不是JSON对象", "The item is not a JSON object"));
            }
            parser.nextToken();
            return row;
        } catch (JsonProcessingException e) {
            throw refused(e);
        }
    }

    private MalformedRecords refused(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? ""
                : ", line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return new MalformedRecords("Row " + rows + " is not JSON" + where + ": " + e.getOriginalMessage());
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
