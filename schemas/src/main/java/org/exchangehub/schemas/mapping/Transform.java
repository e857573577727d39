package org.exchangehub.schemas.mapping;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One step on the way of a value; hands on unchanged what it cannot treat. */
@FunctionalInterface
interface Transform {

    @Nullable
    String apply(@Nullable String value);

    /** A step for values that are there. */
    static Transform ofText(Function<String, @Nullable String> step) {
        return value -> value == null ? null : step.apply(value);
    }
}
