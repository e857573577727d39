package org.exchangehub.core.problem;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refusal: says what was expected, what was found and where, and carries the code that fixes its HTTP status. */
public class HubProblem extends RuntimeException {

    private final ErrorCode code;
    private final transient List<FieldError> errors;
    private @Nullable String evidence;

    public HubProblem(ErrorCode code, String detail) {
        this(code, detail, List.of());
    }

    public HubProblem(ErrorCode code, String detail, List<FieldError> errors) {
        super(detail);
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    /**
     * Marks this refusal as already in the audit log, so that the edge does not record it a second time; the header
     * {@code Hub-Evidence} then carries this value.
     */
    public HubProblem evidencedBy(String header) {
        this.evidence = header;
        return this;
    }

    public ErrorCode code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Where the audit log already holds this refusal ({@code origin/index}), if it does. */
    public Optional<String> evidence() {
        return Optional.ofNullable(evidence);
    }
}
