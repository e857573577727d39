package org.exchangehub.core.flow;

import java.util.ArrayList;
import java.util.List;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/** Collects everything wrong with a request, so that it is said at once and not piece by piece. */
final class Refusals {

    private final List<FieldError> errors = new ArrayList<>();

    void add(String pointer, String expected, @Nullable String found) {
        add(new FieldError(pointer, expected, found));
    }

    void add(FieldError error) {
        errors.add(error);
    }

    /** The value when it fits; otherwise notes the refusal and goes on with an empty text. */
    String text(String pointer, @Nullable String value, String pattern, String expected) {
        if (value == null || !value.matches(pattern)) {
            add(pointer, expected, value);
            return "";
        }
        return value;
    }

    <E extends Enum<E>> @Nullable E oneOf(String pointer, @Nullable String value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        add(pointer, "one of " + List.of(type.getEnumConstants()), value);
        return null;
    }

    void throwIfAny(String detail) {
        if (!errors.isEmpty()) {
            throw new HubProblem(ErrorCode.REQUEST_INVALID, detail, errors);
        }
    }
}
