package org.exchangehub.core.flow;

/** NiFi answered, but not with what was asked for. */
class NifiRefused extends RuntimeException {

    private final int status;

    /** @param status the HTTP status NiFi answered with, or 200 when a request of it ended with a reason for failing */
    NifiRefused(int status, String reason) {
        super(reason);
        this.status = status;
    }

    int status() {
        return status;
    }
}
