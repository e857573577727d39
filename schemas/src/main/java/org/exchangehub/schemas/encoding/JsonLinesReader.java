package org.exchangehub.schemas.encoding;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object per line; a line that is none spoils itself only. */
final class JsonLinesReader implements RecordReader {

    private final BoundedLines lines;
    private final JsonObjects objects;

    JsonLinesReader(InputStream in, StandardSchema schema, Limits limits) {
        this.lines = new BoundedLines(in, limits.recordBytes());
        this.objects = new JsonObjects(schema, limits);
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        String line = lines.next();
        if (line == null) {
            return null;
        }
        LocalizedText tooLong = lines.tooLong();
        return tooLong == null ? row(line) : new SourceRow.Unparsed(null, tooLong);
    }

    private SourceRow row(String line) throws IOException {
        try (JsonParser parser = objects.factory().createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new SourceRow.Unparsed(null, new LocalizedText("该行不是JSON对象", "The line is not a JSON object"));
            }
            SourceRow row = objects.row(parser);
            return parser.nextToken() == null
                    ? row
                    : new SourceRow.Unparsed(
                            row.number(),
                            new LocalizedText("JSON对象之后还有内容", "The line holds more than one JSON object"));
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : " " + e.getLocation().getColumnNr();
            return new SourceRow.Unparsed(
                    null, new LocalizedText("该行不是有效的JSON，列" + where, "The line is not valid JSON, column" + where));
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
