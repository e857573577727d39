package org.exchangehub.core.ingest;

import java.util.Collections;
import java.util.Map;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** One row as a part holds it. */
sealed interface SourceRow {

    /** Name of the column that carries the row's number at the source. */
    String ROW = "_row";

    /** Name of the column that carries what the row does: I, U or D. */
    String OP = "_op";

    /** The row's number at the source, if the sender gave one. */
    @Nullable
    Long number();

    /**
     * A row that could be taken apart.
     *
     * @param op I, U or D; null when the sender does not say
     * @param values by field name, text or typed Avro values
     */
    record Parsed(@Nullable Long number, @Nullable String op, Map<String, @Nullable Object> values)
            implements SourceRow {

        public Parsed {
            values = Collections.unmodifiableMap(values);
        }
    }

    /** A row that could not, although the rows after it can. */
    record Unparsed(@Nullable Long number, LocalizedText reason) implements SourceRow {}
}
