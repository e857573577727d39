package org.exchangehub.schemas.identifiers;

/** Business registration number before the social credit code, 工商注册号 (GS 15-2006): 15 digits, ISO 7064 MOD 11,10. */
public final class RegistrationNumber {

    public static final int LENGTH = 15;

    private RegistrationNumber() {}

    public static boolean wellFormed(String number) {
        return number.length() == LENGTH && Characters.areDigits(number, 0, LENGTH);
    }

    /** The right check digit for the first 14 digits. */
    public static char checkDigit(CharSequence number) {
        int product = 10;
        for (int i = 0; i < LENGTH - 1; i++) {
            int sum = (product + number.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }

    public static boolean checks(String number) {
        return checkDigit(number) == number.charAt(LENGTH - 1);
    }
}
