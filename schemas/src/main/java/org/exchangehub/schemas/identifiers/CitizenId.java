package org.exchangehub.schemas.identifiers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Citizen identity number, 公民身份号码 (GB 11643-1999): division, birth date, sequence, check by ISO 7064 MOD 11-2. Residence
 * permits of people from Hong Kong, Macao and Taiwan (810000, 820000, 830000) have the same form.
 */
public final class CitizenId {

    public static final int LENGTH = 18;
    public static final int OLD_LENGTH = 15;

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private CitizenId() {}

    /**
     * The number as it is to be kept: half width, upper-case X, and of a number of 15 digits its 18 characters. Texts of another
     * form come back in half width and upper case.
     */
    public static String canonical(String text) {
        String number = Characters.upper(Characters.halfWidth(text));
        if (number.length() != OLD_LENGTH || !Characters.areDigits(number, 0, OLD_LENGTH)) {
            return number;
        }
        String first17 = number.substring(0, 6) + "19" + number.substring(6);
        return first17 + checkCharacter(first17);
    }

    /** 17 digits and a digit or X. */
    public static boolean wellFormed(String number) {
        if (number.length() != LENGTH || !Characters.areDigits(number, 0, LENGTH - 1)) {
            return false;
        }
        char last = number.charAt(LENGTH - 1);
        return last == 'X' || Characters.isDigit(last);
    }

    /** The right check character for the first 17 digits. */
    public static char checkCharacter(CharSequence number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    public static boolean checks(String number) {
        return checkCharacter(number) == number.charAt(LENGTH - 1);
    }

    /** The birth date of a well-formed number, or null when there is no such day. */
    public static @Nullable LocalDate birthDate(String number) {
        return Dates.of(number(number, 6, 4), number(number, 10, 2), number(number, 12, 2));
    }

    /** The division of a well-formed number, at the time it was given. */
    public static int division(String number) {
        return number(number, 0, 6);
    }

    private static int number(String text, int from, int length) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
