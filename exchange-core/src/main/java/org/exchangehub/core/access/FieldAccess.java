package org.exchangehub.core.access;

/** What a grant allows with a field; a field it does not name is hidden and cannot be named in a request. */
public enum FieldAccess {
    /** Compared for equality with a value the caller supplies, never shown. */
    LOOKUP,
    /** Shown through the field's mask; neither compared, filtered nor sorted. */
    MASKED,
    /** Shown, filtered and sorted. */
    CLEAR;

    boolean shown() {
        return this != LOOKUP;
    }

    boolean comparable() {
        return this != MASKED;
    }
}
