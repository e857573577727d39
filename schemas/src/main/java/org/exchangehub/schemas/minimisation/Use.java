package org.exchangehub.schemas.minimisation;

/** What was applied for with a field. */
public enum Use {
    /** Compared for equality with a value the caller supplies, never shown. */
    LOOKUP,
    /** Shown through a mask. */
    MASKED,
    /** Shown as it is, as far as its level allows. */
    CLEAR
}
