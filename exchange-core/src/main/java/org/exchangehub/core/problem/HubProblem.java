package org.exchangehub.core.problem;

import java.util.List;

/** A refusal: says what was expected, what was found and where, and carries the code that fixes its HTTP status. */
public class HubProblem extends RuntimeException {

    private final ErrorCode code;
    private final transient List<FieldError> errors;

    public HubProblem(ErrorCode code, String detail) {
        this(code, detail, List.of());
    }

    public HubProblem(ErrorCode code, String detail, List<FieldError> errors) {
        super(detail);
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public ErrorCode code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
