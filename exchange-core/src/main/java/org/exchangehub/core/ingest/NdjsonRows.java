package org.exchangehub.core.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads one JSON object per line; a line that is none spoils itself only. Blank lines are passed over. */
final class NdjsonRows implements RowReader {

    static final int LONGEST_LINE = 1 << 20;

    /** Strict, and bounded against hostile nesting and numbers. */
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    NdjsonRows(InputStream in) {
        this.in = in;
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        Object parsed = nextObject();
        return switch (parsed) {
            case null -> null;
            case ObjectNode object -> row(object);
            default -> new SourceRow.Unparsed(null, (LocalizedText) parsed);
        };
    }

    /** The next line's object, or why it is none, or null at the end. */
    @Nullable
    Object nextObject() throws IOException {
        while (true) {
            line.reset();
            int next = in.read();
            if (next < 0) {
                return null;
            }
            boolean fits = true;
            for (; next >= 0 && next != '\n'; next = in.read()) {
                if (line.size() < LONGEST_LINE) {
                    line.write(next);
                } else {
                    fits = false;
                }
            }
            if (!fits) {
                return new LocalizedText("行长超过1 MiB", "The line is longer than 1 MiB");
            }
            String text = line.toString(StandardCharsets.UTF_8);
            if (!text.isBlank()) {
                return object(text);
            }
        }
    }

    private static Object object(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node instanceof ObjectNode object
                    ? object
                    : new LocalizedText("该行不是JSON对象", "The line is not a JSON object");
        } catch (JacksonException e) {
            String where = e.getLocation() == null ? "" : " " + e.getLocation().getColumnNr();
            return new LocalizedText("该行不是有效的JSON，列" + where, "The line is not valid JSON, column" + where);
        }
    }

    private static SourceRow row(ObjectNode object) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        object.properties().forEach(property -> values.put(property.getKey(), value(property.getValue())));
        Object number = values.remove(SourceRow.ROW);
        Object op = values.remove(SourceRow.OP);
        return new SourceRow.Parsed(number(number), op == null ? null : op.toString(), values);
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value != null && value.toString().matches("[0-9]{1,18}") ? Long.valueOf(value.toString()) : null;
    }

    /** Text as it is; numbers and nested values as JSON writes them. */
    private static @Nullable Object value(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        return node.isString() ? node.asString() : node.toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
