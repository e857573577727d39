package org.exchangehub.schemas;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks records against one schema; compiled once, safe for use by many threads. */
public final class RecordChecker {

    private final StandardSchema schema;

    private RecordChecker(StandardSchema schema) {
        this.schema = schema;
    }

    public static RecordChecker of(StandardSchema schema) {
        return new RecordChecker(schema);
    }

    /**
     * Checks one record and types its values.
     *
     * @param values by field name; text or typed Avro values alike; names the schema has not are not looked at; empty text is
     *     no value
     * @param today the day in the jurisdiction's zone, for rules such as "not in the future"
     */
    public CheckedRecord check(Map<String, ? extends @Nullable Object> values, LocalDate today) {
        return new CheckedRecord.Refused(java.util.List.of(new Finding(
                schema.fullName(),
                "type",
                Severity.ERROR,
                "a checker, which comes next",
                values.toString() + today,
                schema.title())));
    }
}
