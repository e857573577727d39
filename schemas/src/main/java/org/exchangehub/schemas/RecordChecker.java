package org.exchangehub.schemas;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.check.Severity;
import org.jspecify.annotations.Nullable;

/** Checks records against one schema; compiled once, safe for use by many threads. */
public final class RecordChecker {

    private final StandardSchema schema;
    private final FieldChecker[] fields;
    private final List<CompiledRule> rules;

    private RecordChecker(StandardSchema schema) {
        this.schema = schema;
        this.fields = schema.fields().stream()
                .map(field -> new FieldChecker(
                        field, schema.avro().getField(field.name()).schema()))
                .toArray(FieldChecker[]::new);
        RuleCompiler compiler = new RuleCompiler(schema.fields());
        this.rules = schema.rules().stream().map(compiler::compile).toList();
    }

    public static RecordChecker of(StandardSchema schema) {
        return new RecordChecker(schema);
    }

    public StandardSchema schema() {
        return schema;
    }

    /**
     * Checks one record and types its values.
     *
     * @param values by field name; text or typed Avro values alike; names the schema has not are not looked at; empty text is
     *     no value
     * @param today the day in the jurisdiction's zone, for rules such as "not in the future"
     */
    public CheckedRecord check(Map<String, ? extends @Nullable Object> values, LocalDate today) {
        @Nullable Object[] typed = new @Nullable Object[fields.length];
        boolean[] wrong = new boolean[fields.length];
        List<Finding> findings = new ArrayList<>(0);
        for (int i = 0; i < fields.length; i++) {
            int before = findings.size();
            typed[i] = fields[i].check(values.get(fields[i].name()), today, findings);
            wrong[i] = findings.size() > before && refuses(findings, before);
        }
        for (CompiledRule rule : rules) {
            Finding finding = rule.check(typed, wrong, today);
            if (finding != null) {
                findings.add(finding);
            }
        }
        return refuses(findings, 0)
                ? new CheckedRecord.Refused(findings)
                : new CheckedRecord.Accepted(Arrays.asList(typed), findings);
    }

    private static boolean refuses(List<Finding> findings, int from) {
        for (int i = from; i < findings.size(); i++) {
            if (findings.get(i).severity() == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }
}
