package org.exchangehub.schemas.mapping;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.exchangehub.schemas.ExpressionLimits;
import org.jspecify.annotations.Nullable;

/**
 * A CEL expression over columns, within the {@link ExpressionLimits}. Its variables are texts; an empty or missing column is the
 * empty text. It knows {@code substring charAt indexOf lastIndexOf trim lowerAscii upperAscii} besides CEL's own functions:
 * none of them makes a text longer. An expression that fails on a row gives nothing.
 */
final class Computation {

    private static final Set<Function> FUNCTIONS = Set.of(
            Function.CHAR_AT,
            Function.INDEX_OF,
            Function.LAST_INDEX_OF,
            Function.LOWER_ASCII,
            Function.SUBSTRING,
            Function.TRIM,
            Function.UPPER_ASCII);

    private final Program program;
    private final List<String> variables;

    private Computation(Program program, List<String> variables) {
        this.program = program;
        this.variables = variables;
    }

    /** @throws IllegalArgumentException saying what was expected, when it does not compile to a text, number, boolean or time */
    static Computation compile(String expression, Set<String> variables) {
        CelBuilder builder = ExpressionLimits.builder();
        variables.forEach(name -> builder.addVar(name, SimpleType.STRING));
        Cel cel = builder.addCompilerLibraries(CelExtensions.strings(FUNCTIONS))
                .addRuntimeLibraries(CelExtensions.strings(FUNCTIONS))
                .build();
        try {
            CelAbstractSyntaxTree ast = cel.compile(expression).getAst();
            ExpressionLimits.parts(ast, name -> ExpressionLimits.LONGEST_VALUE);
            return new Computation(cel.createProgram(ast), List.copyOf(variables));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(
                    "a CEL expression over " + variables.stream().sorted().toList() + " (" + ExpressionLimits.reason(e)
                            + ")",
                    e);
        }
    }

    @Nullable
    String value(UnaryOperator<@Nullable String> columns) {
        Map<String, Object> values = HashMap.newHashMap(variables.size());
        for (String variable : variables) {
            String value = columns.apply(variable);
            if (value != null && value.length() > ExpressionLimits.LONGEST_VALUE) {
                return null;
            }
            values.put(variable, value == null ? "" : TextSteps.trim(value));
        }
        try {
            return text(program.eval(values));
        } catch (CelEvaluationException e) {
            return null;
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean flag -> flag.toString();
            case Double number ->
                Double.isFinite(number) ? BigDecimal.valueOf(number).toPlainString() : null;
            case Number whole -> whole.toString();
            case Instant time -> time.toString();
            case null, default -> null;
        };
    }
}
