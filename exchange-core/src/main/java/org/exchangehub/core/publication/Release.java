package org.exchangehub.core.publication;

import java.time.Instant;
import java.util.UUID;

/**
 * What one batch changed in a dataset, visible as a whole.
 *
 * @param number counted per dataset from 1
 * @param superseded changes that a later one of the same batch overtook
 * @param firstSeq the first of its changes in the dataset's sequence; one more than {@code lastSeq} when nothing changed
 */
public record Release(
        String dataset,
        long number,
        UUID batch,
        int schemaVersion,
        Counts counts,
        long superseded,
        long firstSeq,
        long lastSeq,
        Instant publishedAt) {

    /** How a batch changes what is published. */
    public enum Mode {
        /** Its records are added, or replace those with the same key. */
        UPSERT,
        /** It is the whole dataset: what it lacks is deleted. */
        SNAPSHOT,
        /** Each record says whether it is inserted, updated or deleted. */
        CHANGES
    }

    /** Records by what became of them. */
    public record Counts(long inserted, long updated, long unchanged, long deleted) {}
}
