package org.exchangehub.schemas;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link RecordChecker} says about one record. */
public sealed interface CheckedRecord {

    /**
     * The record conforms.
     *
     * @param values typed, in the schema's field order: String (also for JSON), Long (LONG and INTEGER), Double, BigDecimal,
     *     Boolean, LocalDate, Instant, byte[]; null where a nullable field is empty
     * @param warnings findings that do not stop the record
     */
    record Accepted(List<@Nullable Object> values, List<Finding> warnings) implements CheckedRecord {
        public Accepted {
            values = Collections.unmodifiableList(values);
            warnings = List.copyOf(warnings);
        }
    }

    /** The record breaks at least one rule; all findings are given, warnings too. */
    record Refused(List<Finding> findings) implements CheckedRecord {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
