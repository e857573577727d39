package org.exchangehub.schemas.identifiers;

/** Telephone numbers of the mainland as people write them, with or without +86. */
public final class PhoneNumber {

    private static final int MOBILE_LENGTH = 11;

    private PhoneNumber() {}

    /** Where the number itself begins, behind +86 and a hyphen. */
    public static int start(String text) {
        if (!text.startsWith("+86")) {
            return 0;
        }
        return text.startsWith("-", 3) ? 4 : 3;
    }

    /** 11 digits from {@code start} on, the first 1, the second 3 to 9 (numbering plan of the Ministry of Industry). */
    public static boolean isMobile(String text, int start) {
        return text.length() - start == MOBILE_LENGTH
                && Characters.areDigits(text, start, text.length())
                && text.charAt(start) == '1'
                && text.charAt(start + 1) >= '3';
    }

    /** Area code of 3 digits (010, 02x) or 4, number of 7 or 8, extension of up to 6 behind a hyphen. */
    public static boolean isLandline(String text, int start) {
        if (text.length() - start < 10 || text.charAt(start) != '0') {
            return false;
        }
        int at = start + (text.charAt(start + 1) <= '2' ? 3 : 4);
        int number = text.charAt(at) == '-' ? at + 1 : at;
        int hyphen = text.indexOf('-', number);
        int end = hyphen < 0 ? text.length() : hyphen;
        int extension = hyphen < 0 ? 1 : text.length() - hyphen - 1;
        return Characters.areDigits(text, start, at)
                && Characters.areDigits(text, number, end)
                && end - number >= 7
                && end - number <= 8
                && extension >= 1
                && extension <= 6
                && (hyphen < 0 || Characters.areDigits(text, hyphen + 1, text.length()));
    }

    /** 400 or 800 and seven digits, with up to two hyphens. */
    public static boolean isService(String text, int start) {
        int digits = 0;
        int hyphens = 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == '-') {
                hyphens++;
            } else if (Characters.isDigit(text.charAt(i))) {
                digits++;
            } else {
                return false;
            }
        }
        return digits == 10 && hyphens <= 2 && (text.startsWith("400", start) || text.startsWith("800", start));
    }
}
