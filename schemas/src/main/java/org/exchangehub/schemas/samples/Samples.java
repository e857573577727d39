package org.exchangehub.schemas.samples;

import java.util.List;
import java.util.stream.Stream;

/** Rows made from a seed: the same seed and size give the same rows, in constant memory. */
public interface Samples extends Iterable<SampleRow> {

    /** The source's column names, pinyin abbreviations. */
    List<String> columns();

    /** Number of rows. */
    long count();

    Stream<SampleRow> stream();
}
