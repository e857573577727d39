package org.exchangehub.schemas.check;

import org.jspecify.annotations.Nullable;

/**
 * A check of one field against another of the same record, compiled. It is not asked when either value is wrong by itself, nor
 * when the other field is empty.
 *
 * @param other name of the other field
 */
public record CrossCheck(String id, String other, Comparison comparison) {

    /** What it says about the two values. */
    @FunctionalInterface
    public interface Comparison {

        /**
         * Null when the value is right beside the other.
         *
         * @param value null when the field is empty
         */
        @Nullable
        Verdict verdict(@Nullable Object value, Object other);
    }
}
