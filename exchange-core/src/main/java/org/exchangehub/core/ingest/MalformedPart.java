package org.exchangehub.core.ingest;

/** A part that is not what it says it is; the sentence says what was expected and what was found, and where. */
final class MalformedPart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedPart(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
