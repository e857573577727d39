package org.exchangehub.core.problem;

/** The hub's stable error codes, each with its HTTP status; the name is what clients switch on. */
public enum ErrorCode {
    REQUEST_UNPARSABLE(400),
    UNAUTHENTICATED(401),
    ACCESS_DENIED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    BATCH_INCOMPLETE(409),
    CONFLICT(409),
    FEED_OUTDATED(409),
    SCHEMA_INCOMPATIBLE(409),
    PRECONDITION_FAILED(412),
    CONTENT_TOO_LARGE(413),
    MEDIA_TYPE_UNSUPPORTED(415),
    BATCH_KEY_REUSED(422),
    BATCH_MALFORMED(422),
    DIGEST_MISMATCH(422),
    IDEMPOTENCY_KEY_REUSED(422),
    PART_REUSED(422),
    REQUEST_INVALID(422),
    SCHEMA_INVALID(422),
    SCHEMA_NOT_BOUND(422),
    PRECONDITION_REQUIRED(428),
    QUOTA_EXCEEDED(429),
    RATE_LIMITED(429),
    INTERNAL(500),
    AUDIT_UNAVAILABLE(503),
    BUSY(503),
    DATABASE_UNAVAILABLE(503),
    FLOW_ENGINE_UNAVAILABLE(503),
    IDENTITY_UNAVAILABLE(503),
    POLICY_UNCONFIRMED(503),
    REGISTRY_UNAVAILABLE(503),
    SEARCH_UNAVAILABLE(503),
    SPOOL_FULL(503),
    SPOOL_UNAVAILABLE(503);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status code this error is answered with. */
    public int status() {
        return status;
    }
}
