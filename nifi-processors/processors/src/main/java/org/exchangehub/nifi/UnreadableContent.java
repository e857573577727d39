package org.exchangehub.nifi;

import org.jspecify.annotations.Nullable;

/** The content as a whole cannot be read on, so that not even rejects can be made of it. */
final class UnreadableContent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableContent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Because a reader failed; says what its innermost reason says. */
    static UnreadableContent because(Exception failure) {
        return new UnreadableContent("the content cannot be read: " + reason(failure), failure);
    }

    /** The innermost reason's words: readers wrap theirs in general ones. */
    static String reason(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        String message = inner.getMessage();
        return message == null ? inner.getClass().getSimpleName() : message;
    }
}
