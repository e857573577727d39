package org.exchangehub.nifi.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * What one page of an API held.
 *
 * @param items how many
 * @param next address of the next page, as the page gives it
 */
record ItemsPage(long items, Optional<String> next) {

    private static final int DEEPEST = 64;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(1 << 20)
                    .build())
            .build();

    /** Numbers as they are written: neither a long code nor a decimal loses a digit. */
    private static final ObjectReader ITEMS = new ObjectMapper(JSON)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .readerFor(JsonNode.class)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    /** Takes the items as they come. */
    @FunctionalInterface
    interface Sink {
        void take(JsonNode item) throws IOException;
    }

    /**
     * Reads a page to its end, keeping one item at a time.
     *
     * @param items where the array of items is; the empty pointer for the whole answer
     * @param next where the address of the next page is, if anywhere
     * @throws ApiRefused when it is no JSON, or there is no array of items
     */
    static ItemsPage read(Reader in, JsonPointer items, Optional<JsonPointer> next, Sink sink) throws IOException {
        try (JsonParser parser = JSON.createParser(in)) {
            long count = -1;
            Optional<String> link = Optional.empty();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME || token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
                    continue;
                }
                JsonPointer place = place(parser, token);
                if (token == JsonToken.START_ARRAY && count < 0 && place.equals(items)) {
                    count = items(parser, sink);
                } else if (token == JsonToken.VALUE_STRING
                        && next.filter(place::equals).isPresent()) {
                    link = Optional.of(parser.getText()).filter(text -> !text.isBlank());
                }
            }
            if (count < 0) {
                throw missing(items);
            }
            return new ItemsPage(count, link);
        } catch (JsonProcessingException e) {
            String where = "line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr();
            throw new ApiRefused(
                    "应答不是完整、有效的 JSON（" + where + "）", "the answer is no whole, valid JSON (" + where + ")");
        }
    }

    /** Within a structure's own start the context is already the structure's. */
    private static JsonPointer place(JsonParser parser, JsonToken token) {
        return token.isStructStart()
                ? parser.getParsingContext().getParent().pathAsPointer()
                : parser.getParsingContext().pathAsPointer();
    }

    private static long items(JsonParser parser, Sink sink) throws IOException {
        long count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            sink.take(ITEMS.<JsonNode>readTree(parser));
            count++;
        }
        return count;
    }

    private static ApiRefused missing(JsonPointer items) {
        String place = items.toString().isEmpty() ? "/" : items.toString();
        return new ApiRefused("应答在 " + place + " 处没有数组", "the answer has no array at " + place);
    }
}
