package org.exchangehub.schemas.masking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.exchangehub.schemas.identifiers.BankCard;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.identifiers.CitizenId;
import org.exchangehub.schemas.identifiers.SocialCreditCode;

/** Masks of identifiers and days: some characters at both ends of a value of the right form. */
final class Masks {

    private static final int LONGEST_EMAIL = 254; // RFC 5321, 4.5.3.1.3

    private Masks() {}

    /** The text masks read: of an instant its day in UTC, of all else what it is written as. */
    static String written(Object value) {
        return value instanceof Instant instant
                ? LocalDate.ofInstant(instant, ZoneOffset.UTC).toString()
                : value.toString();
    }

    static String citizenId(String value) {
        if (CitizenId.wellFormed(Characters.upper(value))) {
            return kept(value, 6, 4);
        }
        return old(value) ? kept(value, 6, 3) : Mask.HIDDEN;
    }

    static String citizenIdList(String value) {
        return CitizenId.wellFormed(Characters.upper(value)) || old(value) ? kept(value, 1, 1) : Mask.HIDDEN;
    }

    private static boolean old(String value) {
        return value.length() == CitizenId.OLD_LENGTH && Characters.areDigits(value, 0, CitizenId.OLD_LENGTH);
    }

    static String bankCard(String value) {
        return BankCard.wellFormed(value) && BankCard.checks(value) ? kept(value, 6, 4) : Mask.HIDDEN;
    }

    /** Abbreviation of a province, letter of a city, and five or six characters of which the last may be 学, 警, 挂 … (GA 36). */
    static String plate(String value) {
        int length = value.length();
        boolean form = (length == 7 || length == 8)
                && Character.isIdeographic(value.charAt(0))
                && letter(value.charAt(1))
                && value.chars().limit(length - 1L).skip(2).allMatch(c -> letter((char) c) || digit(c))
                && (letter(value.charAt(length - 1))
                        || digit(value.charAt(length - 1))
                        || Character.isIdeographic(value.charAt(length - 1)));
        return form ? kept(value, 2, 2) : Mask.HIDDEN;
    }

    private static boolean letter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    /** ASCII addresses only, the domain of letters, digits, hyphens and at least one dot. */
    static String email(String value) {
        int at = value.indexOf('@');
        boolean form = at > 0
                && value.length() <= LONGEST_EMAIL
                && value.chars().limit(at).allMatch(c -> c > ' ' && c < 0x7F)
                && value.indexOf('.', at) > at + 1
                && !value.endsWith(".")
                && value.chars().skip(at + 1L).allMatch(Masks::ofDomain);
        return form ? value.charAt(0) + "**" + value.substring(at) : Mask.HIDDEN;
    }

    private static boolean ofDomain(int c) {
        return c == '.' || c == '-' || digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** The year of 2021-03-05, 2021-03-05T… and 20210305. */
    static String year(String value) {
        boolean basic = value.length() == 8 && Characters.areDigits(value, 0, 8);
        boolean extended = value.length() >= 10
                && Characters.areDigits(value, 0, 4)
                && value.charAt(4) == '-'
                && Characters.areDigits(value, 5, 7)
                && value.charAt(7) == '-'
                && Characters.areDigits(value, 8, 10)
                && (value.length() == 10 || value.charAt(10) == 'T' || value.charAt(10) == ' ');
        return basic || extended ? value.substring(0, 4) : Mask.HIDDEN;
    }

    /** A citizen id has the form of a code, too: what checks as one and not as a code is hidden. */
    static String socialCreditCode(String value) {
        boolean code =
                SocialCreditCode.wellFormed(value) && (SocialCreditCode.checks(value) || !CitizenId.wellFormed(value));
        return code ? kept(value, 8, 2) : Mask.HIDDEN;
    }

    /** The value with stars for all but the first and last characters, of which none is half of a pair. */
    static String kept(String value, int first, int last) {
        int hidden = value.length() - first - last;
        return value.substring(0, first) + "*".repeat(hidden) + value.substring(value.length() - last);
    }
}
