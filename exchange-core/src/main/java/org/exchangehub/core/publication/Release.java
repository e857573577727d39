package org.exchangehub.core.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one batch changed in a dataset, or the taking back of such a change; visible as a whole.
 *
 * @param number counted per dataset from 1
 * @param batch null when the release takes another back
 * @param undoes number of the release it takes back; null when it comes from a batch
 * @param superseded changes that a later one of the same batch overtook
 * @param firstSeq the first of its changes in the dataset's sequence; one more than {@code lastSeq} when nothing changed
 * @param publishedAt never before that of an earlier release of the dataset
 */
public record Release(
        String dataset,
        long number,
        @Nullable UUID batch,
        @Nullable Long undoes,
        int schemaVersion,
        Counts counts,
        long superseded,
        long firstSeq,
        long lastSeq,
        Instant publishedAt) {

    public Release {
        if ((batch == null) == (undoes == null)) {
            throw new IllegalArgumentException("a release comes from a batch or takes a release back, one of both");
        }
    }

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
