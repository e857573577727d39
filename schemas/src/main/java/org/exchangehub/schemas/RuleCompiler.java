package org.exchangehub.schemas;

import com.google.protobuf.NullValue;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.exchangehub.schemas.check.Checks;
import org.exchangehub.schemas.value.FieldType;

/**
 * Compiles rules across fields, within the {@link ExpressionLimits}. Days are timestamps at 00:00 UTC, decimals are doubles; {@code today} is the day
 * of the check.
 */
final class RuleCompiler {

    static final String TODAY = "today";

    private static final int LONGEST_CODE = 64;

    private final List<StandardField> fields;
    private final Cel cel;

    RuleCompiler(List<StandardField> fields) {
        this.fields = fields;
        CelBuilder builder =
                ExpressionLimits.builder().setResultType(SimpleType.BOOL).addVar(TODAY, SimpleType.TIMESTAMP);
        for (StandardField field : fields) {
            if (speakable(field)) {
                builder.addVar(field.name(), type(field));
            }
        }
        this.cel = builder.build();
    }

    private static boolean speakable(StandardField field) {
        return field.type().kind() != FieldType.Kind.BYTES
                && field.type().kind() != FieldType.Kind.JSON
                && !field.name().equals(TODAY);
    }

    private static CelType type(StandardField field) {
        CelType plain =
                switch (field.type().kind()) {
                    case STRING -> SimpleType.STRING;
                    case LONG, INTEGER -> SimpleType.INT;
                    case DOUBLE, DECIMAL -> SimpleType.DOUBLE;
                    case BOOLEAN -> SimpleType.BOOL;
                    case DATE, TIMESTAMP -> SimpleType.TIMESTAMP;
                    case BYTES, JSON -> throw new IllegalStateException("not speakable: " + field.name());
                };
        return field.nullable() ? NullableType.create(plain) : plain;
    }

    /** @throws IllegalArgumentException saying what was expected, when the expression does not compile to true or false */
    CompiledRule compile(StandardRule rule) {
        try {
            CelAbstractSyntaxTree ast = cel.compile(rule.expression()).getAst();
            List<CelExpr> nodes = ExpressionLimits.parts(ast, this::longest);
            int[] named = named(nodes);
            if (named.length == 0) {
                throw new IllegalArgumentException("an expression that names at least one field");
            }
            return new CompiledRule(rule, fields, named, speaksOfNull(nodes), cel.createProgram(ast));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(
                    "a CEL expression that is true or false (" + ExpressionLimits.reason(e) + ")", e);
        }
    }

    /** Characters of the longest value of a field: what its own checks let through. */
    private int longest(String name) {
        for (StandardField field : fields) {
            if (field.name().equals(name)) {
                int longest = field.codes() == null ? Checks.longest(field.checks()) : LONGEST_CODE;
                return Math.min(longest, ExpressionLimits.LONGEST_VALUE);
            }
        }
        return ExpressionLimits.LONGEST_VALUE;
    }

    /** Positions of the fields the expression names. */
    private int[] named(List<CelExpr> nodes) {
        Set<Integer> positions = new TreeSet<>();
        for (CelExpr node : nodes) {
            if (node.getKind() == CelExpr.ExprKind.Kind.IDENT) {
                for (int i = 0; i < fields.size(); i++) {
                    if (fields.get(i).name().equals(node.ident().name())) {
                        positions.add(i);
                    }
                }
            }
        }
        return positions.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean speaksOfNull(List<CelExpr> nodes) {
        return nodes.stream()
                .anyMatch(node -> node.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && node.constant().getKind() == CelConstant.Kind.NULL_VALUE);
    }

    static Object celNull() {
        return NullValue.NULL_VALUE;
    }
}
