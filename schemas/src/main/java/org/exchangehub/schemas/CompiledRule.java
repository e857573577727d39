package org.exchangehub.schemas;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A rule across fields, ready to run. It does not apply to a record in which a field it names is empty, unless it speaks of null
 * itself.
 */
final class CompiledRule {

    private final StandardRule rule;
    private final List<StandardField> fields;
    private final int[] named;
    private final boolean speaksOfNull;
    private final Program program;

    CompiledRule(StandardRule rule, List<StandardField> fields, int[] named, boolean speaksOfNull, Program program) {
        this.rule = rule;
        this.fields = fields;
        this.named = named;
        this.speaksOfNull = speaksOfNull;
        this.program = program;
    }

    /** Null when the record is right or the rule does not apply. */
    @Nullable
    Finding check(@Nullable Object[] values, boolean[] wrong, LocalDate today) {
        Map<String, Object> variables = new HashMap<>();
        for (int position : named) {
            Object value = values[position];
            if (wrong[position] || (value == null && !speaksOfNull)) {
                return null;
            }
            variables.put(fields.get(position).name(), value == null ? RuleCompiler.celNull() : spoken(value));
        }
        variables.put(RuleCompiler.TODAY, spoken(today));
        try {
            return Boolean.TRUE.equals(program.eval(variables)) ? null : finding(values);
        } catch (CelEvaluationException e) {
            return finding(values);
        }
    }

    private static Object spoken(Object value) {
        return switch (value) {
            case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
            case Instant instant -> instant;
            case BigDecimal decimal -> decimal.doubleValue();
            default -> value;
        };
    }

    private Finding finding(@Nullable Object[] values) {
        StringJoiner found = new StringJoiner(", ");
        for (int position : named) {
            StandardField field = fields.get(position);
            found.add(field.name() + "=" + Found.text(field, values[position]));
        }
        LocalizedText message = new LocalizedText(
                rule.message().zh() + "（" + found + "）", rule.message().en() + " (" + found + ")");
        String first = fields.get(named[0]).name();
        return new Finding(first, rule.id(), rule.severity(), rule.expression(), found.toString(), message);
    }
}
