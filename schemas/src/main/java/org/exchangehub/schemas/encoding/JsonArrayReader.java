package org.exchangehub.schemas.encoding;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Reads one JSON array of objects; an item that is none spoils itself only, text that is no JSON all that follows. */
final class JsonArrayReader implements RecordReader {

    private final JsonObjects objects;
    private final JsonParser parser;
    private long rows;
    private boolean started;

    JsonArrayReader(InputStream in, StandardSchema schema, Limits limits) throws IOException {
        this.objects = new JsonObjects(schema, limits);
        this.parser = objects.factory().createParser(new MarkedText(in, StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        try {
            if (!started) {
                started = true;
                expect(JsonToken.START_ARRAY, parser.nextToken(), "an array of objects");
            }
            JsonToken token = parser.nextToken();
            if (token == null) {
                return null; // asked again behind the end; an array that breaks off is an exception of the parser's
            }
            if (token == JsonToken.END_ARRAY) {
                expect(null, parser.nextToken(), "nothing behind the array");
                return null;
            }
            rows++;
            if (token == JsonToken.START_OBJECT) {
                return objects.row(parser);
            }
            parser.skipChildren();
            return new SourceRow.Unparsed(null, new LocalizedText("该项不是JSON对象", "The item is not a JSON object"));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new MalformedRecords("Row " + rows + " is not JSON"
                    + (at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr()) + ": "
                    + e.getOriginalMessage());
        }
    }

    private static void expect(@Nullable JsonToken expected, @Nullable JsonToken found, String words) {
        if (expected != found) {
            throw new MalformedRecords(
                    "Expected " + words + ", found " + (found == null ? "the end" : found.toString()));
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
