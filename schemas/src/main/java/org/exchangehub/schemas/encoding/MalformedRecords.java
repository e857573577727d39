package org.exchangehub.schemas.encoding;

/** A stream of records that is not what it says it is; the sentence says what was expected and what was found, and where. */
public final class MalformedRecords extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Nothing after the place the sentence names can be trusted. */
    public MalformedRecords(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
