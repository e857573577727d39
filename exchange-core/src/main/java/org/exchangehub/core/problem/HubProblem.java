package org.exchangehub.core.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refusal: says what was expected, what was found and where, and carries the code that fixes its HTTP status. */
public class HubProblem extends RuntimeException {

    private final ErrorCode code;
    private final transient List<FieldError> errors;
    private @Nullable String evidence;
    private @Nullable Duration pause;

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

    /** Tells the caller when to try again: header {@code Retry-After} in seconds, at least one (RFC 9110, 10.2.3). */
    public HubProblem retryAfter(Duration pause) {
        this.pause = pause;
        return this;
    }

    /** How long the caller should wait before trying again, if that is known. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(pause);
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
