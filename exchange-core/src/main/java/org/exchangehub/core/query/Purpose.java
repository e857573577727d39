package org.exchangehub.core.query;

import java.util.List;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HeaderText;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/** What an access is for, as the header says it and the grant must. */
final class Purpose {

    static final String HEADER = "Hub-Purpose";

    private Purpose() {}

    /**
     * The purpose in clear. Null only for a person, who may read the own department's data without one.
     */
    static @Nullable String of(@Nullable String header, Caller caller) {
        if (header == null || header.isBlank()) {
            if (caller.kind() != Caller.Kind.PERSON) {
                throw new HubProblem(
                        ErrorCode.REQUEST_INVALID,
                        "Every access of an application says what it is for",
                        List.of(new FieldError(HEADER, "the purpose of the grant", null)));
            }
            return null;
        }
        return HeaderText.of(header);
    }
}
