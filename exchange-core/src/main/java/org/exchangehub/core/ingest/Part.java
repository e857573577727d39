package org.exchangehub.core.ingest;

import java.util.UUID;

/**
 * A part of a batch that has arrived.
 *
 * @param number from 1, counted per kind
 * @param digest of the content as it came, compressed or not
 * @param bytes as it came
 */
record Part(
        UUID batch, Kind kind, int number, PartFormat format, ContentCoding coding, ContentDigest digest, long bytes) {

    /** What a part holds. */
    enum Kind {
        /** Rows to publish. */
        PART,
        /** Rows refused close to the source, with their findings. */
        REJECTS
    }

    /** The file's name in the batch's spool directory. */
    String file() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + number + "-" + digest.hex();
    }
}
