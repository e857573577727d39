package org.exchangehub.schemas.identifiers;

/**
 * Real-estate unit code, 不动产单元代码 (GB/T 37346-2019): 28 characters without a check character: division 6, cadastral district 3
 * and sub-district 3, kind of parcel 2 letters, parcel 5, kind of fixture 1 letter, fixture 8.
 */
public final class RealEstateUnitCode {

    public static final int LENGTH = 28;

    /** Who owns the land: G the state, J a collective, Z not established. */
    private static final String OWNERS = "GJZ";
    /** What right the parcel carries, e.g. B on the surface, S above, X below, H sea; L and N from memory of the standard. */
    private static final String PARCELS = "ABSXCDEFLNHGWY";
    /** What stands on it: F a building, L forest, Q other, W nothing. */
    private static final String FIXTURES = "FLQW";

    private static final String NOTHING = "W00000000";

    private RealEstateUnitCode() {}

    /** Whether it has the form; W, nothing on the parcel, is followed by eight zeros. */
    public static boolean wellFormed(String code) {
        return code.length() == LENGTH
                && Characters.areDigits(code, 0, 12)
                && OWNERS.indexOf(code.charAt(12)) >= 0
                && PARCELS.indexOf(code.charAt(13)) >= 0
                && Characters.areDigits(code, 14, 19)
                && FIXTURES.indexOf(code.charAt(19)) >= 0
                && Characters.areDigits(code, 20, LENGTH)
                && (code.charAt(19) != 'W' || code.endsWith(NOTHING));
    }

    /** The division of a well-formed code. */
    public static int division(String code) {
        return Characters.number(code, 0, 6);
    }
}
