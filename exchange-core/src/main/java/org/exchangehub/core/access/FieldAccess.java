package org.exchangehub.core.access;

import org.exchangehub.schemas.minimisation.Use;

/**
 * What is applied for and granted with a field; a field that is not named is hidden and cannot be named in a request. What comes of
 * it with the field's classification is for {@link org.exchangehub.schemas.minimisation.Minimisation} to say.
 */
enum FieldAccess {
    /** Compared for equality with a value the caller supplies, never shown. */
    LOOKUP,
    /** Shown through the field's mask; neither compared, filtered nor sorted. */
    MASKED,
    /** Shown, filtered and sorted, as far as the field's level allows. */
    CLEAR;

    Use use() {
        return switch (this) {
            case LOOKUP -> Use.LOOKUP;
            case MASKED -> Use.MASKED;
            case CLEAR -> Use.CLEAR;
        };
    }
}
