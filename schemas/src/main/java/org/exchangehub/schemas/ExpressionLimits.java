package org.exchangehub.schemas;

import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.exchangehub.schemas.check.Patterns;

/**
 * The bounds within which an untrusted expression runs. There are no loops (only the macro {@code has} is known), so each of its
 * at most {@link #MOST_PARTS} parts is evaluated at most once; how much each can cost is known beforehand from the longest text
 * each name can stand for, and an expression that could cost more than {@link #MOST_STEPS} is refused before it ever runs.
 * Whoever compiles expressions begins with {@link #builder()}, asks {@link #parts} and hands in no longer text.
 */
public final class ExpressionLimits {

    /** Characters of an expression. */
    public static final int LONGEST = 2_000;

    /** Characters of a text that an expression may be given. */
    public static final int LONGEST_VALUE = 10_000;

    /** Constants, names and operations of an expression. */
    public static final int MOST_PARTS = 250;

    /** What an evaluation may cost at most; a step is a character looked at or copied, or an operation. */
    public static final long MOST_STEPS = 30_000_000;

    private static final int LONGEST_REASON = 500;

    private ExpressionLimits() {}

    /** A builder without variables. */
    public static CelBuilder builder() {
        return CelFactory.plannerCelBuilder()
                .setOptions(CelOptions.current()
                        .maxExpressionCodePointSize(LONGEST)
                        .maxParseRecursionDepth(32)
                        .maxRegexProgramSize(Patterns.MOST_INSTRUCTIONS)
                        .enableComprehension(false)
                        .enableHeterogeneousNumericComparisons(true)
                        .build())
                .setStandardMacros(CelStandardMacro.HAS);
    }

    /**
     * The parts of a compiled expression that is within the limits.
     *
     * @param longest characters of the longest text a name can stand for
     * @throws IllegalArgumentException saying what was expected, when it has too many parts, a pattern that is not written out or
     *     is too large, or could cost too much
     */
    public static List<CelExpr> parts(CelAbstractSyntaxTree ast, ToIntFunction<String> longest) {
        List<CelExpr> parts = new ArrayList<>();
        CelNavigableAst.fromAst(ast).getRoot().allNodes().forEach(node -> parts.add(node.expr()));
        if (parts.size() > MOST_PARTS) {
            throw new IllegalArgumentException(
                    "an expression of at most " + MOST_PARTS + " parts, this one has " + parts.size());
        }
        long steps = new ExpressionCost(ast, longest).steps();
        if (steps > MOST_STEPS) {
            throw new IllegalArgumentException("an expression that takes at most " + MOST_STEPS
                    + " steps (characters looked at or copied) on the longest values, this one may take " + steps);
        }
        return parts;
    }

    /** What the compiler says against an expression, cut where it repeats the expression at length. */
    public static String reason(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.length() > LONGEST_REASON ? message.substring(0, LONGEST_REASON) + "…" : message;
    }
}
