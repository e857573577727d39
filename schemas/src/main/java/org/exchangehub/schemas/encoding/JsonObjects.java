package org.exchangehub.schemas.encoding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Makes rows of JSON objects: text as it is, numbers to the letter, nested values as compact JSON. For one thread. */
final class JsonObjects {

    private final FieldPlaces places;
    private final Limits limits;
    private final JsonFactory factory;
    private final boolean[] seen;
    private int items;
    private long start;
    private @Nullable LocalizedText fault;

    JsonObjects(StandardSchema schema, Limits limits) {
        this.places = new FieldPlaces(schema, false);
        this.seen = new boolean[places.fields()];
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(limits.recordBytes())
                        .maxNumberLength(100)
                        .build())
                .build();
    }

    JsonFactory factory() {
        return factory;
    }

    /** The object that begins at the parser's token, read to its end. */
    SourceRow row(JsonParser parser) throws IOException {
        Arrays.fill(seen, false);
        items = 0;
        fault = null;
        start = parser.currentLocation().getCharOffset();
        String number = null;
        String op = null;
        @Nullable Object[] values = new @Nullable Object[places.fields()];
        Map<String, @Nullable Object> unknown = new LinkedHashMap<>(0);
        Set<String> further = new HashSet<>(0);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int place = places.of(name);
            boolean first = place >= 0 ? !seen[place] : further.add(name);
            if (!first) {
                fault("字段" + name + "出现两次", "The name " + name + " comes twice");
            }
            parser.nextToken();
            String value = value(parser);
            switch (place) {
                case FieldPlaces.NUMBER -> number = value;
                case FieldPlaces.OPERATION -> op = value;
                case FieldPlaces.UNKNOWN -> unknown.put(name, value);
                default -> {
                    values[place] = value;
                    seen[place] = true;
                }
            }
        }
        bound(parser);
        Long row = SourceRow.number(number);
        return fault == null
                ? new SourceRow.Parsed(row, op, Arrays.asList(values), unknown)
                : new SourceRow.Unparsed(row, fault);
    }

    private @Nullable String value(JsonParser parser) throws IOException {
        bound(parser);
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case START_OBJECT, START_ARRAY -> nested(parser);
            default -> parser.getText();
        };
    }

    private String nested(JsonParser parser) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = factory.createGenerator(text)) {
            copy(parser, out, 1);
        }
        return text.toString();
    }

    /** Copies an object or array, as long as nothing was wrong; numbers to the letter. */
    private void copy(JsonParser parser, JsonGenerator out, int depth) throws IOException {
        if (depth > limits.depth()) {
            fault("嵌套超过" + limits.depth() + "层", "Values are nested deeper than " + limits.depth());
            parser.skipChildren();
            out.writeNull();
            return;
        }
        boolean object = parser.currentToken() == JsonToken.START_OBJECT;
        Set<String> names = object ? new HashSet<>() : Set.of();
        out.writeRaw(object ? '{' : '[');
        boolean first = true;
        while (!parser.nextToken().isStructEnd()) {
            bound(parser);
            out.writeRaw(first ? "" : ",");
            first = false;
            if (object) {
                String name = parser.currentName();
                if (!names.add(name)) {
                    fault("字段" + name + "出现两次", "The name " + name + " comes twice");
                }
                quoted(out, name);
                out.writeRaw(':');
                parser.nextToken();
            }
            item(parser, out, depth);
        }
        out.writeRaw(object ? '}' : ']');
    }

    private void item(JsonParser parser, JsonGenerator out, int depth) throws IOException {
        if (++items > limits.items()) {
            fault("嵌套的值超过" + limits.items() + "个", "The row has more than " + limits.items() + " nested values");
        }
        JsonToken token = parser.currentToken();
        if (token.isStructStart()) {
            copy(parser, out, depth + 1);
        } else if (fault != null) {
            out.writeRaw("null"); // the row is refused anyhow
        } else if (token == JsonToken.VALUE_STRING) {
            quoted(out, parser.getText());
        } else {
            out.writeRaw(parser.getText());
        }
    }

    private static void quoted(JsonGenerator out, String text) throws IOException {
        out.writeRaw('"');
        out.writeRaw(new String(
                com.fasterxml.jackson.core.io.JsonStringEncoder.getInstance().quoteAsString(text)));
        out.writeRaw('"');
    }

    private void bound(JsonParser parser) {
        if (parser.currentLocation().getCharOffset() - start > limits.recordBytes()) {
            fault(
                    "一行超过" + limits.recordBytes() + "个字符",
                    "The row is longer than " + limits.recordBytes() + " characters");
        }
    }

    /** The first that was wrong. */
    private void fault(String zh, String en) {
        if (fault == null) {
            fault = new LocalizedText(zh, en);
        }
    }
}
