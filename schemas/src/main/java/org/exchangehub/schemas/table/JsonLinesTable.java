package org.exchangehub.schemas.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import org.exchangehub.schemas.encoding.BoundedLines;
import org.exchangehub.schemas.encoding.Limits;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object per line. */
final class JsonLinesTable implements SourceTable {

    private final BoundedLines lines;
    private final ObjectReader objects;

    JsonLinesTable(InputStream in, Limits limits) {
        this.lines = new BoundedLines(in, limits.recordBytes());
        this.objects = JsonTable.mapper(limits).reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @Override
    public String form() {
        return "JSON Lines";
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        String line = lines.next();
        if (line == null) {
            return null;
        }
        LocalizedText tooLong = lines.tooLong();
        return tooLong == null ? row(line) : TableRow.faulty(tooLong);
    }

    private TableRow row(String line) {
        try {
            JsonNode object = objects.readTree(line);
            return object.isObject()
                    ? TableRow.of(Flat.of(object))
                    : TableRow.faulty(new LocalizedText("该行不是JSON对象", "The line is not a JSON object"));
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : " " + e.getLocation().getColumnNr();
            return TableRow.faulty(
                    new LocalizedText("该行不是有效的JSON，列" + where, "The line is not valid JSON, column" + where));
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
