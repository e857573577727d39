package org.exchangehub.core.audit;

/**
 * Where the log durably holds a fact.
 *
 * @param origin the log's name, as on its checkpoints
 * @param index the entry's index in the log, from 0
 */
public record Evidence(String origin, long index) {

    public Evidence {
        if (index < 0) {
            throw new IllegalArgumentException("a log index is at least 0, found " + index);
        }
    }

    /** The value of the response header {@code Hub-Evidence}: {@code origin/index}. */
    public String header() {
        return origin + "/" + index;
    }
}
