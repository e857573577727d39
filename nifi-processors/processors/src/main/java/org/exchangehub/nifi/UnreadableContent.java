package org.exchangehub.nifi;

/** The content as a whole cannot be read on, so that not even rejects can be made of it. */
final class UnreadableContent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableContent(String message, Throwable cause) {
        super(message, cause);
    }
}
