package org.exchangehub.schemas.minimisation;

import org.exchangehub.schemas.masking.MaskRule;

/** What is done with a field, and why. */
public sealed interface Treatment {

    /** Stable, for explanations. */
    Reason reason();

    /** Why a field is treated as it is. */
    enum Reason {
        /** The terms do not name it. */
        NOT_GRANTED,
        /** The terms name it for lookups only. */
        FOR_LOOKUP,
        /** The terms name it as masked. */
        ASKED_MASKED,
        /** The terms name it as clear, but it is above their level and they do not entitle to it. */
        ABOVE_LEVEL,
        /** The terms name it as clear and it is not above their level. */
        WITHIN_LEVEL,
        /** It is above the level of the terms, but they entitle to it. */
        ENTITLED,
        /** The terms name it as clear and are from before there were levels. */
        BEFORE_LEVELS
    }

    /** Where a mask comes from. */
    enum MaskSource {
        /** {@code hub.mask} of the schema. */
        SCHEMA,
        /** The schema states none: by the field's checks, type and level. */
        DEFAULT,
        /** The terms, stricter than the field's own. */
        TERMS,
        /** It is part of the record's key, which only a token can stand for. */
        KEY
    }

    /** Neither shown nor compared, and not told from a field that does not exist. */
    record Hidden(Reason reason) implements Treatment {}

    /** Compared for equality, never shown. */
    record Lookup(Reason reason) implements Treatment {}

    /** Shown through a mask; neither compared, filtered, sorted nor counted. */
    record Masked(MaskRule mask, MaskSource source, Reason reason) implements Treatment {}

    /** Shown, compared, filtered by range and sorted. */
    record Clear(Reason reason) implements Treatment {}

    /** Whether anything of it is shown. */
    default boolean shown() {
        return switch (this) {
            case Hidden hidden -> false;
            case Lookup lookup -> false;
            case Masked masked -> true;
            case Clear clear -> true;
        };
    }

    /** Whether it may be compared for equality. */
    default boolean comparable() {
        return switch (this) {
            case Hidden hidden -> false;
            case Lookup lookup -> true;
            case Masked masked -> false;
            case Clear clear -> true;
        };
    }

    /** Whether it may be filtered by range, sorted and counted. */
    default boolean clear() {
        return switch (this) {
            case Hidden hidden -> false;
            case Lookup lookup -> false;
            case Masked masked -> false;
            case Clear clear -> true;
        };
    }
}
