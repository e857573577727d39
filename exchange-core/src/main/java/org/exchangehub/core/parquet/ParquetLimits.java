package org.exchangehub.core.parquet;

/**
 * What reading a Parquet file may cost; a file that would cost more is refused before any of its pages is unpacked.
 *
 * @param columns leaf columns
 * @param rowGroups of the file
 * @param pageBytes of one page once unpacked, dictionaries included; also the longest value
 * @param pageValues of one page: a page of some bytes can stand for millions of equal values
 * @param pages of the file
 */
record ParquetLimits(int columns, int rowGroups, int pageBytes, int pageValues, int pages) {

    /** 1 000 columns, 10 000 row groups, 16 MiB and 2 million values a page, 1 million pages. */
    static final ParquetLimits STANDARD = new ParquetLimits(1_000, 10_000, 16 << 20, 2_000_000, 1_000_000);

    public ParquetLimits {
        if (columns < 1 || rowGroups < 1 || pageBytes < 1 || pageValues < 1 || pages < 1) {
            throw new IllegalArgumentException("limits must be at least 1");
        }
    }
}
