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

    private static final LocalizedText BROKEN = new LocalizedText("", "");
    private static final LocalizedText FAILED =
            new LocalizedText("；按这些值无法计算规则", "; the rule cannot be evaluated on these values");
    private static final LocalizedText TOO_LONG = new LocalizedText(
            "；文本超过" + ExpressionLimits.LONGEST_VALUE + "个字符，不予计算规则",
            "; a text of more than " + ExpressionLimits.LONGEST_VALUE + " characters, on which no rule is evaluated");

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
            if (value instanceof String text && text.length() > ExpressionLimits.LONGEST_VALUE) {
                return finding(values, TOO_LONG);
            }
            variables.put(fields.get(position).name(), value == null ? RuleCompiler.celNull() : spoken(value));
        }
        variables.put(RuleCompiler.TODAY, spoken(today));
        try {
            return Boolean.TRUE.equals(program.eval(variables)) ? null : finding(values, BROKEN);
        } catch (CelEvaluationException e) {
            return finding(values, FAILED);
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

    private Finding finding(@Nullable Object[] values, LocalizedText reason) {
        StringJoiner found = new StringJoiner(", ");
        for (int position : named) {
            StandardField field = fields.get(position);
            found.add(field.name() + "=" + Found.text(field, values[position]));
        }
        LocalizedText message = new LocalizedText(
                rule.message().zh() + "（" + found + reason.zh() + "）",
                rule.message().en() + " (" + found + reason.en() + ")");
        String first = fields.get(named[0]).name();
        return new Finding(first, rule.id(), rule.severity(), rule.expression(), found.toString(), message);
    }
}
