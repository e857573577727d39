package org.exchangehub.schemas.samples;

import java.util.EnumSet;
import java.util.Set;

/** What is wrong with a sample row, on purpose. Which rules find it depends on the dataset: {@link SampleRow#rules()}. */
public enum InjectedError {
    /** The last character of an identifier. */
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
    FULL_WIDTH,
    /** The sex is not the one that the identity number shows. */
    SEX_DISAGREES,
    /** The birth date is not the one within the identity number. */
    BIRTH_DISAGREES,
    /** The address names another county than the division; a warning. */
    ADDRESS_ELSEWHERE,
    /** A division that is no more; a warning. */
    ABOLISHED_DIVISION,
    /** Cancelled without a date, in force with one. */
    STATUS_DISAGREES,
    /** A number beyond what can be, such as longitude and latitude exchanged. */
    OUT_OF_RANGE,
    /** An identifier or part of an address in another form than the standard's. */
    WRONG_FORM,
    /** What a rule of the dataset forbids: one's own father, an inner area larger than the outer one. */
    RULE_BROKEN;

    IllegalStateException impossible() {
        return new IllegalStateException(this + " is none of the errors this table can have");
    }

    /** Those that any table of organisations or licences can have. */
    static Set<InjectedError> ofAny() {
        return EnumSet.range(WRONG_CHECK_DIGIT, FULL_WIDTH);
    }
}
