package org.exchangehub.core.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.check.Severity;
import org.exchangehub.schemas.encoding.BoundedLines;
import org.exchangehub.schemas.encoding.Limits;
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

/**
 * Reads the rows a source has refused itself: one JSON object per line with {@code row}, {@code values} and {@code findings}.
 * What a sensitive field held is masked here, whatever the source did.
 */
final class RejectReader implements Closeable {

    private static final int MOST_FINDINGS = 1_000;

    /** Strict, and bounded against hostile nesting and numbers. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Limits.STANDARD.depth())
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final BoundedLines lines;
    private final StandardSchema schema;

    RejectReader(InputStream in, StandardSchema schema) {
        this.lines = new BoundedLines(in, Limits.STANDARD.recordBytes());
        this.schema = schema;
    }

    /** The next row, at this place of the batch; null at the end. */
    @Nullable
    QuarantinedRow next(long position) throws IOException {
        String line = lines.next();
        if (line == null) {
            return null;
        }
        LocalizedText tooLong = lines.tooLong();
        if (tooLong != null) {
            return unparsed(position, tooLong);
        }
        try {
            return JSON.readTree(line) instanceof ObjectNode object
                    ? row(position, object)
                    : unparsed(position, new LocalizedText("该行不是JSON对象", "The line is not a JSON object"));
        } catch (JacksonException e) {
            String where = e.getLocation() == null ? "" : " " + e.getLocation().getColumnNr();
            return unparsed(
                    position, new LocalizedText("该行不是有效的JSON，列" + where, "The line is not valid JSON, column" + where));
        }
    }

    private static QuarantinedRow unparsed(long position, LocalizedText reason) {
        return new QuarantinedRow(position, position, Map.of(), List.of(RowFindings.unparsable(reason)));
    }

    private QuarantinedRow row(long position, ObjectNode object) {
        JsonNode number = object.path("row");
        long row = number.isIntegralNumber() && number.canConvertToLong() ? number.asLong() : position;
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        object.path("values")
                .properties()
                .forEach(property -> values.put(QuarantinedRow.storable(property.getKey()), text(property.getValue())));
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : object.path("findings")) {
            if (findings.size() < MOST_FINDINGS) {
                findings.add(finding(finding, values));
            }
        }
        if (findings.isEmpty()) {
            findings.add(RowFindings.unparsable(
                    new LocalizedText("来源端未说明拒绝原因", "The source does not say why it refused the row")));
        }
        return new QuarantinedRow(position, row, values, findings);
    }

    private Finding finding(JsonNode node, Map<String, @Nullable String> values) {
        String name = label(node.path("field"));
        StandardField field = schema.field(name).orElse(null);
        JsonNode message = node.path("message");
        boolean warning = node.path("severity").asString("").equals(Severity.WARNING.name());
        return new Finding(
                name,
                label(node.path("rule")),
                warning ? Severity.WARNING : Severity.ERROR,
                label(node.path("expected")),
                field == null ? null : RowFindings.shown(field, values.get(name)),
                field != null && field.level().sensitive()
                        ? withoutValue(field, label(node.path("rule")))
                        : new LocalizedText(label(message.path("zh")), label(message.path("en"))));
    }

    /** The source's own words may quote the value. */
    private static LocalizedText withoutValue(StandardField field, String rule) {
        return new LocalizedText(
                field.title().zh() + "：不符合规则“" + rule + "”",
                field.title().en() + ": against the rule \"" + rule + "\"");
    }

    private static String label(JsonNode node) {
        return RowFindings.shortened(QuarantinedRow.storable(node.asString("")));
    }

    private static @Nullable String text(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        return QuarantinedRow.storable(node.isString() ? node.asString() : node.toString());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
