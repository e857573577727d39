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
    private final CrossFieldCheck[] across;
    private final List<CompiledRule> rules;

    private RecordChecker(
            StandardSchema schema, List<StandardField> fields, CrossFieldCheck[] across, List<CompiledRule> rules) {
        this.schema = schema;
        this.fields = fields.stream()
                .map(field -> new FieldChecker(
                        field, schema.avro().getField(field.name()).schema()))
                .toArray(FieldChecker[]::new);
        this.across = across;
        this.rules = rules;
    }

    /** Of whole records. */
    public static RecordChecker of(StandardSchema schema) {
        List<StandardField> fields = schema.fields();
        return new RecordChecker(schema, fields, CrossFieldCheck.of(fields), rules(schema));
    }

    private static List<CompiledRule> rules(StandardSchema schema) {
        if (schema.rules().isEmpty()) {
            return List.of();
        }
        RuleCompiler compiler = new RuleCompiler(schema.fields());
        return schema.rules().stream().map(compiler::compile).toList();
    }

    /**
     * Of nothing but the key, of records that are refused or to be deleted: each key field by itself, no rule across fields.
     * Accepted values are in the order of {@link StandardSchema#key}.
     */
    public static RecordChecker ofKey(StandardSchema schema) {
        List<StandardField> fields = schema.key().stream()
                .map(name -> schema.field(name).orElseThrow())
                .toList();
        return new RecordChecker(schema, fields, new CrossFieldCheck[0], List.of());
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
        @Nullable Object[] inOrder = new @Nullable Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            inOrder[i] = values.get(fields[i].name());
        }
        return check(inOrder, today);
    }

    /**
     * Checks one record whose values stand in the order of the schema's fields; otherwise as {@link #check(Map, LocalDate)}.
     *
     * @throws IllegalArgumentException when there are more or fewer values than fields
     */
    public CheckedRecord check(@Nullable Object[] values, LocalDate today) {
        if (values.length != fields.length) {
            throw new IllegalArgumentException(
                    "expected " + fields.length + " values, one per field, found " + values.length);
        }
        @Nullable Object[] typed = new @Nullable Object[fields.length];
        boolean[] wrong = new boolean[fields.length];
        List<Finding> findings = new ArrayList<>(0);
        for (int i = 0; i < fields.length; i++) {
            int before = findings.size();
            typed[i] = fields[i].check(values[i], today, findings);
            wrong[i] = findings.size() > before && refuses(findings, before);
        }
        for (CrossFieldCheck check : across) {
            Finding finding = check.check(typed, wrong);
            if (finding != null) {
                findings.add(finding);
            }
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
