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
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the rows a source has refused itself: one JSON object per line with {@code row}, {@code values} and {@code findings}.
 * What a sensitive field held is masked here, whatever the source did.
 */
final class RejectReader implements Closeable {

    private static final int MOST_FINDINGS = 1_000;

    private final NdjsonRows lines;
    private final StandardSchema schema;

    RejectReader(InputStream in, StandardSchema schema) {
        this.lines = new NdjsonRows(in);
        this.schema = schema;
    }

    /** The next row, at this place of the batch; null at the end. */
    @Nullable
    QuarantinedRow next(long position) throws IOException {
        Object parsed = lines.nextObject();
        return switch (parsed) {
            case null -> null;
            case ObjectNode object -> row(position, object);
            default ->
                new QuarantinedRow(
                        position, position, Map.of(), List.of(RowFindings.unparsable((LocalizedText) parsed)));
        };
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
