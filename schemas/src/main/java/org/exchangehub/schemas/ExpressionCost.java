package org.exchangehub.schemas;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.exchangehub.schemas.check.Patterns;

/**
 * What an expression without loops costs at most. From the leaves up: the size of each part's result, in characters, and what the
 * part itself takes to make it. Results of functions are at most as long as their arguments together, for no function is known
 * that makes a text longer.
 */
final class ExpressionCost {

    /** Characters of a number, a time or a type's name written out. */
    private static final long SMALL = 64;
    /** Bytes of a character in UTF-8, at most. */
    private static final long WIDEST = 4;

    private final CelAbstractSyntaxTree ast;
    private final ToIntFunction<String> longest;
    private long steps;

    ExpressionCost(CelAbstractSyntaxTree ast, ToIntFunction<String> longest) {
        this.ast = ast;
        this.longest = longest;
    }

    /** @throws IllegalArgumentException when it has a loop, or a pattern that is not written out or is too large */
    long steps() {
        steps = 0;
        size(ast.getExpr());
        return steps;
    }

    /** The size of a part's result; adds what it costs. */
    private long size(CelExpr part) {
        steps++;
        return switch (part.getKind()) {
            case CONSTANT -> constant(part.constant());
            case IDENT -> Math.max(1, longest.applyAsInt(part.ident().name()));
            case SELECT -> size(part.select().operand());
            case CALL -> call(part);
            case LIST -> sum(part.list().elements());
            case MAP -> {
                List<CelExpr> all = new ArrayList<>();
                part.map().entries().forEach(entry -> {
                    all.add(entry.key());
                    all.add(entry.value());
                });
                yield sum(all);
            }
            case STRUCT, COMPREHENSION, NOT_SET ->
                throw new IllegalArgumentException("an expression without loops and messages");
        };
    }

    private static long constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> constant.stringValue().length();
            case BYTES_VALUE -> constant.bytesValue().size();
            default -> SMALL;
        };
    }

    private long call(CelExpr part) {
        CelExpr.CelCall call = part.call();
        List<CelExpr> arguments = new ArrayList<>();
        call.target().ifPresent(arguments::add);
        arguments.addAll(call.args());
        long[] sizes = arguments.stream().mapToLong(this::size).toArray();
        long all = 0;
        for (long size : sizes) {
            all += size;
        }
        steps += switch (call.function()) {
            case "matches" -> all + sizes[0] * program(arguments.get(1));
            case "contains", "indexOf", "lastIndexOf" -> all + search(sizes[0], sizes[1]);
            case "_?_:_" -> 1;
            default -> all;
        };
        return switch (call.function()) {
            case "_?_:_" -> Math.max(sizes[1], sizes[2]);
            case "bytes" -> all * WIDEST;
            default -> grows(part) ? all + SMALL : SMALL;
        };
    }

    private long sum(List<CelExpr> parts) {
        long all = SMALL;
        for (CelExpr part : parts) {
            all += size(part);
        }
        steps += parts.size();
        return all;
    }

    /** Whether the result's size depends on the arguments'. */
    private boolean grows(CelExpr part) {
        CelKind kind = ast.getTypeOrThrow(part.id()).kind();
        return switch (kind) {
            case BOOL, INT, UINT, DOUBLE, TIMESTAMP, DURATION, NULL_TYPE, TYPE -> false;
            default -> true;
        };
    }

    /** Comparisons when a text is looked for at every place of another: most when it is half as long. */
    private static long search(long text, long wanted) {
        long worst = Math.min(wanted, (text + 1) / 2);
        return worst * (text - worst + 1);
    }

    /** Instructions of the pattern's program, each of which may look at every character once (RE2). */
    private static int program(CelExpr pattern) {
        if (pattern.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            throw new IllegalArgumentException("a pattern that is written out, not computed");
        }
        return Patterns.compile(pattern.constant().stringValue()).programSize();
    }
}
