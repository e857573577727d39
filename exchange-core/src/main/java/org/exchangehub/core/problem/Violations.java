package org.exchangehub.core.problem;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything wrong with a request, collected to be said at once. */
public final class Violations {

    private final List<FieldError> errors = new ArrayList<>();

    /** Notes one. */
    public Violations add(String pointer, String expected, @Nullable String found) {
        errors.add(new FieldError(pointer, expected, found));
        return this;
    }

    public Violations addAll(List<FieldError> more) {
        errors.addAll(more);
        return this;
    }

    /** A text, if it is there, has 1 to {@code most} characters, is not blank and holds no control characters. */
    public Violations text(String pointer, @Nullable String text, int most) {
        if (text == null) {
            return this;
        }
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > most) {
            return add(pointer, "1 to " + most + " characters", text.isBlank() ? "nothing" : length + " characters");
        }
        if (text.codePoints().anyMatch(Violations::unprintable)) {
            return add(pointer, "text without control characters", "a control character");
        }
        return this;
    }

    /** Something is there, and if it is a text it is not blank. */
    public Violations needed(String pointer, @Nullable Object value, String expected) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            add(pointer, expected, null);
        }
        return this;
    }

    /** Refuses with {@code REQUEST_INVALID} and all of it, if there is any. */
    public void refuse(String detail) {
        if (!errors.isEmpty()) {
            throw new HubProblem(ErrorCode.REQUEST_INVALID, detail, errors);
        }
    }

    private static boolean unprintable(int codePoint) {
        boolean space = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
        return (Character.isISOControl(codePoint) && !space) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
