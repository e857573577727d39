package org.exchangehub.nifi.connection;

/** Nobody answered, or only to say "not now"; the same request may succeed later. */
public final class HubUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HubUnavailable(String message) {
        super(message);
    }

    public HubUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
