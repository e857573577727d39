package org.exchangehub.schemas.masking;

import org.exchangehub.schemas.identifiers.BankCard;
import org.exchangehub.schemas.identifiers.Characters;

/** The masks but that of names; what each keeps is common practice in deployed systems. */
final class Masks {

    private static final int LONGEST = 16;

    private Masks() {}

    /** Stars, as many as characters but at most 16, so that length tells little. */
    static String full(String value) {
        return "*".repeat(Math.min(value.codePointCount(0, value.length()), LONGEST));
    }

    /** First 6, last 4; the birth date is always hidden. */
    static String citizenId(String value) {
        return isCitizenId(value) ? kept(value, 6, value.length() == 15 ? 3 : 4) : full(value);
    }

    /** First and last character only. */
    static String citizenIdList(String value) {
        return isCitizenId(value) ? kept(value, 1, 1) : full(value);
    }

    private static boolean isCitizenId(String value) {
        int length = value.length();
        return (length == 15 || length == 18) && Characters.areDigits(value, 0, length - 1);
    }

    /** Mobile: 3 + **** + 4; landline: area code and last 2. */
    static String phone(String value) {
        int length = value.length();
        if (length == 11 && value.charAt(0) == '1' && Characters.areDigits(value, 0, length)) {
            return kept(value, 3, 4);
        }
        if (length < 10 || length > 13 || value.charAt(0) != '0') {
            return full(value);
        }
        int hyphen = value.indexOf('-');
        int area = value.charAt(1) <= '2' ? 3 : 4;
        int number = hyphen == area ? area + 1 : area;
        boolean landline = Characters.areDigits(value, 0, area)
                && Characters.areDigits(value, number, length)
                && length - number >= 7;
        return landline ? kept(value, number, 2) : full(value);
    }

    /** Down to street or township, the rest hidden; an address that names none keeps its county or city. */
    static String address(String value) {
        int end = -1;
        for (String part : new String[] {"街道", "镇", "乡", "区", "县", "市", "省"}) {
            int at = value.indexOf(part, 1);
            if (at > 0) {
                end = at + part.length();
                break;
            }
        }
        boolean whole = end == value.length();
        return end < 0 ? full(value) : value.substring(0, end) + (whole ? "" : "****");
    }

    /** First 6, last 4 of 13 to 19 digits that pass the check of Luhn. */
    static String bankCard(String value) {
        return BankCard.wellFormed(value) && BankCard.checks(value) ? kept(value, 6, 4) : full(value);
    }

    /** First 2, last 2: 京A***45. */
    static String plate(String value) {
        int length = value.length();
        return length == 7 || length == 8 ? kept(value, 2, 2) : full(value);
    }

    /** First character and domain. */
    static String email(String value) {
        int at = value.indexOf('@');
        return at > 0 && at == value.lastIndexOf('@') && at < value.length() - 1
                ? value.charAt(0) + "**" + value.substring(at)
                : full(value);
    }

    /** A day becomes its year. */
    static String year(String value) {
        boolean day = value.length() >= 4 && Characters.areDigits(value, 0, 4);
        boolean form = (value.length() == 8 && Characters.areDigits(value, 0, 8))
                || (value.length() >= 10 && value.charAt(4) == '-' && value.charAt(7) == '-');
        return day && form ? value.substring(0, 4) : full(value);
    }

    /** First 8, last 2. */
    static String socialCreditCode(String value) {
        return value.length() == 18 ? kept(value, 8, 2) : full(value);
    }

    private static String kept(String value, int first, int last) {
        int hidden = value.length() - first - last;
        return value.substring(0, first) + "*".repeat(hidden) + value.substring(value.length() - last);
    }
}
