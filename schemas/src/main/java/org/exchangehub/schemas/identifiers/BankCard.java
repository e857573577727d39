package org.exchangehub.schemas.identifiers;

/** Number of a bank card (ISO/IEC 7812-1): 13 to 19 digits, the last the check digit of Luhn. */
public final class BankCard {

    public static final int SHORTEST = 13;
    public static final int LONGEST = 19;

    private BankCard() {}

    public static boolean wellFormed(String number) {
        int length = number.length();
        return length >= SHORTEST && length <= LONGEST && Characters.areDigits(number, 0, length);
    }

    /** The right check digit in place of the last, for all digits before it (formula of Luhn, ISO/IEC 7812-1 annex B). */
    public static char checkDigit(CharSequence number) {
        int sum = 0;
        for (int i = number.length() - 2, weight = 2; i >= 0; i--, weight = 3 - weight) {
            int weighed = (number.charAt(i) - '0') * weight;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /** Whether a well-formed number ends in its check digit. */
    public static boolean checks(String number) {
        return checkDigit(number) == number.charAt(number.length() - 1);
    }
}
