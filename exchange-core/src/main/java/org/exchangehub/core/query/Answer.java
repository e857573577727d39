package org.exchangehub.core.query;

import org.exchangehub.core.audit.Evidence;
import org.jspecify.annotations.Nullable;

/** An answer whose evidence is durable: it may be sent. */
final class Answer {

    private final byte[] body;
    private final Evidence evidence;
    private final @Nullable String cursor;

    /**
     * @param body UTF-8 JSON
     * @param evidence where the access log holds this access
     * @param cursor where the list goes on; null when it ends here
     */
    Answer(byte[] body, Evidence evidence, @Nullable String cursor) {
        this.body = body;
        this.evidence = evidence;
        this.cursor = cursor;
    }

    byte[] body() {
        return body;
    }

    Evidence evidence() {
        return evidence;
    }

    @Nullable
    String cursor() {
        return cursor;
    }
}
