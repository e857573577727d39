package org.exchangehub.schemas.masking;

import org.exchangehub.schemas.identifiers.Characters;

/** Telephone numbers: of a mobile the first three and the last four digits, of a landline the area code and the last two. */
final class PhoneMask {

    private static final int MOBILE = 11;
    private static final int SHORTEST = 7;
    private static final int LONGEST = 8;

    private PhoneMask() {}

    static String apply(String value) {
        int length = value.length();
        if (length == MOBILE && value.charAt(0) == '1' && Characters.areDigits(value, 0, length)) {
            return Masks.kept(value, 3, 4);
        }
        if (length < 10 || length > 13 || value.charAt(0) != '0' || !Characters.areDigits(value, 0, 3)) {
            return Mask.HIDDEN;
        }
        int area = value.charAt(1) <= '2' ? 3 : 4; // 010, 02x; 03xx to 09xx
        int number = value.charAt(area) == '-' ? area + 1 : area;
        boolean landline = Characters.areDigits(value, 0, area)
                && Characters.areDigits(value, number, length)
                && length - number >= SHORTEST
                && length - number <= LONGEST;
        return landline ? Masks.kept(value, number, 2) : Mask.HIDDEN;
    }
}
