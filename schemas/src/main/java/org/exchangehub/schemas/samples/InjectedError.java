package org.exchangehub.schemas.samples;

/** What is wrong with a sample row, on purpose. Which rules find it depends on the dataset: {@link SampleRow#rules()}. */
public enum InjectedError {
    /** The last character of the key. */
    WRONG_CHECK_DIGIT,
    /** The 30th of February. */
    IMPOSSIBLE_DATE,
    /** A division that never was. */
    UNKNOWN_DIVISION,
    /** No name. */
    MISSING_MANDATORY,
    /** A landline and a mobile number written as one. */
    GLUED_PHONES,
    /** Two identifying columns exchanged. */
    SWAPPED_COLUMNS,
    /** A status that no list knows. */
    UNKNOWN_CODE,
    /** A name longer than the standard allows. */
    TEXT_TOO_LONG,
    /** An approval before the establishment, an expiry before the start. */
    DATES_OUT_OF_ORDER,
    /** The key of the row before, with other content: each row alone conforms, the batch does not. */
    DUPLICATE_KEY,
    /** Full-width digits and letters; the mapping heals them, the record conforms. */
    FULL_WIDTH
}
