package org.exchangehub.schemas.identifiers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Citizen identity number, 公民身份号码 (GB 11643-1999): division, birth date, sequence (odd for men), check by ISO 7064 MOD 11-2.
 * Two more numbers have this form and its check: those of residence permits of people from Hong Kong, Macao and Taiwan (810000,
 * 820000, 830000 for a division; rules of the State Council of 2018-09-01) and those of foreigners' permanent residence cards
 * since 2023-12-01 (9, province, numeric country code of ISO 3166-1 for a division; requirements of the National Immigration
 * Administration on adapting to the new card, table 1).
 */
public final class CitizenId {

    public static final int LENGTH = 18;
    public static final int OLD_LENGTH = 15;

    /** Whose number it is. */
    public enum Holder {
        CITIZEN,
        /** From Hong Kong, Macao or Taiwan, holding a residence permit. */
        HONG_KONG_MACAO_TAIWAN,
        /** Holding a permanent residence card. */
        FOREIGNER
    }

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private CitizenId() {}

    /**
     * The number as it is to be kept: half width, upper-case X, and of a number of 15 digits its 18 characters. Texts of another
     * form come back in half width and upper case.
     */
    public static String canonical(String text) {
        if (wellFormed(text)) {
            return text;
        }
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
        return Dates.of(
                Characters.number(number, 6, 4), Characters.number(number, 10, 2), Characters.number(number, 12, 2));
    }

    /** Whether a well-formed number names this birth date. */
    public static boolean bornOn(String number, LocalDate day) {
        return Characters.number(number, 6, 8)
                == (day.getYear() * 100 + day.getMonthValue()) * 100 + day.getDayOfMonth();
    }

    /** The division of a well-formed number, at the time it was given. */
    public static int division(String number) {
        return Characters.number(number, 0, 6);
    }

    /** Whose a well-formed number is, by its first digits. */
    public static Holder holder(String number) {
        if (number.charAt(0) == '9') {
            return Holder.FOREIGNER;
        }
        int division = division(number);
        return division == 810_000 || division == 820_000 || division == 830_000
                ? Holder.HONG_KONG_MACAO_TAIWAN
                : Holder.CITIZEN;
    }

    /** The province where a foreigner applied, as a division's code, e.g. 110000. */
    public static int province(String number) {
        return Characters.number(number, 1, 2) * 10_000;
    }

    /** The numeric code of a foreigner's country (ISO 3166-1, GB/T 2659). */
    public static int country(String number) {
        return Characters.number(number, 3, 3);
    }

    /** Whether a well-formed number is a man's. */
    public static boolean male(String number) {
        return (number.charAt(LENGTH - 2) - '0') % 2 == 1;
    }
}
