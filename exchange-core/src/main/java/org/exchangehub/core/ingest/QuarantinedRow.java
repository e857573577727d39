package org.exchangehub.core.ingest;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.encoding.SourceRow;
import org.exchangehub.schemas.value.FieldType;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row that is not published, as it came.
 *
 * @param position its place in the batch, rejects behind all parts
 * @param row its number at the source, the position when the sender gives none
 * @param values by field name, as text
 */
record QuarantinedRow(long position, long row, Map<String, @Nullable String> values, List<Finding> findings) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    QuarantinedRow {
        findings = findings.stream().map(QuarantinedRow::storable).toList();
    }

    private static Finding storable(Finding finding) {
        String found = finding.found();
        return new Finding(
                finding.field(),
                finding.rule(),
                finding.severity(),
                finding.expected(),
                found == null ? null : storable(found),
                new LocalizedText(
                        storable(finding.message().zh()),
                        storable(finding.message().en())));
    }

    static QuarantinedRow of(long position, long row, SourceRow source, List<Finding> findings, StandardSchema schema) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        if (source instanceof SourceRow.Parsed parsed) {
            parsed.byName(schema)
                    .forEach((name, value) -> values.put(
                            storable(name),
                            value == null
                                    ? null
                                    : storable(text(value, schema.field(name).orElse(null)))));
        }
        return new QuarantinedRow(position, row, values, findings);
    }

    private static String text(Object value, @Nullable StandardField field) {
        return switch (value) {
            case Integer day
            when field != null && field.type().equals(FieldType.DATE) ->
                LocalDate.ofEpochDay(day).toString();
            case ByteBuffer bytes -> {
                byte[] copy = new byte[bytes.remaining()];
                bytes.duplicate().get(copy);
                yield Base64.getEncoder().encodeToString(copy);
            }
            case Map<?, ?> nested -> JSON.writeValueAsString(nested);
            case List<?> nested -> JSON.writeValueAsString(nested);
            default -> value.toString();
        };
    }

    /** The text with what a jsonb column cannot hold made visible: NUL as ␀, halves of surrogate pairs as U+FFFD. */
    static String storable(String text) {
        StringBuilder storable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            storable.appendCodePoint(c == 0 ? 0x2400 : half ? 0xFFFD : c);
        });
        return storable.toString();
    }
}
