package org.exchangehub.core.problem;

/** The hub's stable error codes, each with its HTTP status; the name is what clients switch on. */
public enum ErrorCode {
    REQUEST_UNPARSABLE(400),
    UNAUTHENTICATED(401),
    ACCESS_DENIED(403),
    NOT_FOUND(404),
    CONFLICT(409),
    PRECONDITION_FAILED(412),
    PRECONDITION_REQUIRED(428),
    REQUEST_INVALID(422),
    RATE_LIMITED(429),
    INTERNAL(500),
    AUDIT_UNAVAILABLE(503);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status code this error is answered with. */
    public int status() {
        return status;
    }
}
