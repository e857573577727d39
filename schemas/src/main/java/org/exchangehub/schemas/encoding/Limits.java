package org.exchangehub.schemas.encoding;

/**
 * What a reader takes before it refuses; it holds one record, and of Avro containers one block, in memory.
 *
 * @param recordBytes length of a record as it is written (characters in text formats), and so of any value in it
 * @param blockBytes length of a block of an Avro container, as it is and unpacked
 * @param depth how deep values nest
 * @param items how many nested values a record has
 */
public record Limits(int recordBytes, int blockBytes, int depth, int items) {

    /** 4 MiB a record, 64 MiB a block, 32 deep, 100 000 nested values. */
    public static final Limits STANDARD = new Limits(4 << 20, 64 << 20, 32, 100_000);

    public Limits {
        if (recordBytes < 1 || blockBytes < 1 || depth < 1 || items < 1) {
            throw new IllegalArgumentException("limits must be at least 1, found " + recordBytes + ", " + blockBytes
                    + ", " + depth + ", " + items);
        }
    }
}
