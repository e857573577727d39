package org.exchangehub.schemas.fuzz;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A property does not hold. */
final class Broken extends AssertionError {

    private static final long serialVersionUID = 1L;

    private Broken(String message) {
        super(message);
    }

    static void unless(boolean holds, String property, @Nullable Object... values) {
        if (!holds) {
            throw new Broken(property + " " + Arrays.toString(values));
        }
    }

    static void unlessEqual(@Nullable Object one, @Nullable Object other, String property) {
        unless(Objects.equals(one, other), property, one, other);
    }

    /** A message that could carry whatever was sent. */
    static void unlessShort(@Nullable String message, int most) {
        unless(
                message == null || message.length() <= most,
                "a message of at most … characters, found …",
                most,
                message == null ? 0 : message.length());
    }
}
