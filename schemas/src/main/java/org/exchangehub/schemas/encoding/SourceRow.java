package org.exchangehub.schemas.encoding;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** One row as a stream holds it, not checked yet. */
public sealed interface SourceRow {

    /** Name of the column that carries the row's number at the source. */
    String ROW = "_row";

    /** Name of the column that carries what the row does: I, U or D. */
    String OP = "_op";

    /** Name of the column that says what is wrong with a row sent back for correction; CSV readers pass over it. */
    String WHY = "_why";

    /** The row's number at the source, if the sender gave one. */
    @Nullable
    Long number();

    /**
     * A row that could be taken apart.
     *
     * @param op I, U or D; null when the sender does not say
     * @param values in the schema's field order: text, or from Avro also Integer, Long, Float, Double, Boolean, ByteBuffer, List
     *     and Map; null where the row has none. Bytes that are no text in the stream's character set are U+FFFD
     * @param unknown values under names the schema has not
     */
    record Parsed(
            @Nullable Long number,
            @Nullable String op,
            List<@Nullable Object> values,
            Map<String, @Nullable Object> unknown)
            implements SourceRow {

        public Parsed {
            values = Collections.unmodifiableList(values);
            unknown = Collections.unmodifiableMap(unknown);
        }

        /** The values there are, by field name, and the unknown ones. */
        public Map<String, @Nullable Object> byName(StandardSchema schema) {
            Map<String, @Nullable Object> byName = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) != null) {
                    byName.put(schema.fields().get(i).name(), values.get(i));
                }
            }
            byName.putAll(unknown);
            return byName;
        }
    }

    /** A row that could not, although the rows after it can. */
    record Unparsed(@Nullable Long number, LocalizedText reason) implements SourceRow {}

    /** A row's number as its column holds it: at most 18 digits, otherwise none. */
    static @Nullable Long number(@Nullable Object value) {
        if (value instanceof Number whole) {
            return whole.longValue();
        }
        return value == null ? null : digits(value.toString());
    }

    private static @Nullable Long digits(String text) {
        if (text.isEmpty() || text.length() > 18) {
            return null;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /** A row of values in field order, none of them unknown. */
    static Parsed of(@Nullable Long number, @Nullable Object op, @Nullable Object[] values) {
        return new Parsed(number, op == null ? null : op.toString(), Arrays.asList(values), Map.of());
    }
}
