package org.exchangehub.core.publication;

/**
 * One change of a dataset as a receiver sees it who sees the rows that meet certain conditions.
 *
 * @param seq number in the dataset's sequence, which has no gaps and follows the order of commits
 * @param release number of the release that made it
 * @param record the row as it is after the change; of a deletion only the key counts
 */
public record Change(long seq, long release, Kind kind, PublishedRecord record) {

    /** What became of a record. */
    public enum Kind {
        /** It is there now, or meets the conditions now. */
        INSERT,
        /** It is another now. */
        UPDATE,
        /** It is gone, or no longer meets the conditions. */
        DELETE
    }
}
