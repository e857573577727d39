package org.exchangehub.engines;

/** Something about this machine or an earlier run stands in the way; the message is one sentence with the remedy. */
public final class Explained extends RuntimeException {

    public Explained(String sentence) {
        super(sentence);
    }

    public Explained(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
