package org.exchangehub.core.access;

import java.util.Objects;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;

/** What people must say with what they do. */
final class Said {

    private static final int LONGEST = 1_000;

    private Said() {}

    /** A reason of 1 to 1 000 characters; refuses with {@code REQUEST_INVALID} when there is none. */
    static String why(@Nullable String reason) {
        return text("/reason", reason, "why");
    }

    /** A text of 1 to 1 000 characters. */
    static String text(String pointer, @Nullable String text, String expected) {
        new Violations()
                .needed(pointer, text, expected)
                .text(pointer, text, LONGEST)
                .refuse("This is done with a statement only.");
        return Objects.requireNonNull(text).strip();
    }
}
