package org.exchangehub.core.parquet;

/** What becomes of inner records. */
public enum Shape {
    /** One column of JSON, as lists and maps are. */
    WHOLE,
    /** Columns of their own, named by their path: {@code address.road}. */
    FLAT
}
