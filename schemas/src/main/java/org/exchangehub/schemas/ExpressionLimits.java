package org.exchangehub.schemas;

import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.parser.CelStandardMacro;

/**
 * The bounds within which an untrusted expression runs: no loops (only the macro {@code has} is known), bounded length and depth,
 * linear-time patterns. Whoever compiles expressions begins here.
 */
public final class ExpressionLimits {

    /** Characters of an expression. */
    public static final int LONGEST = 2_000;

    private ExpressionLimits() {}

    /** A builder without variables. */
    public static CelBuilder builder() {
        return CelFactory.plannerCelBuilder()
                .setOptions(CelOptions.current()
                        .maxExpressionCodePointSize(LONGEST)
                        .maxParseRecursionDepth(32)
                        .maxRegexProgramSize(1_000)
                        .comprehensionMaxIterations(1_000)
                        .enableHeterogeneousNumericComparisons(true)
                        .build())
                .setStandardMacros(CelStandardMacro.HAS);
    }
}
