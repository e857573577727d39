package org.exchangehub.schemas.identifiers;

/** Legal entity identifier, LEI (ISO 17442-1): 18 letters and digits and two check digits by ISO 7064 MOD 97-10. */
public final class LegalEntityIdentifier {

    public static final int LENGTH = 20;

    private static final Alphabet ALPHABET = new Alphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private LegalEntityIdentifier() {}

    public static boolean wellFormed(String code) {
        return code.length() == LENGTH
                && ALPHABET.firstForeign(code) < 0
                && Characters.areDigits(code, LENGTH - 2, LENGTH);
    }

    /** The right check digits, 02 to 98, for the first 18 characters. */
    public static String checkDigits(CharSequence code) {
        int check = 98 - remainder(code, LENGTH - 2) * 100 % 97;
        return check < 10 ? "0" + check : String.valueOf(check);
    }

    /** Whether a well-formed code leaves 1 modulo 97; so 00, 01 and 99 pass where 97, 98 and 02 are right, and are refused. */
    public static boolean checks(String code) {
        return checkDigits(code).contentEquals(code.subSequence(LENGTH - 2, LENGTH));
    }

    /** Of the first characters read as a number, letters as 10 to 35. */
    private static int remainder(CharSequence code, int length) {
        int remainder = 0;
        for (int i = 0; i < length; i++) {
            int value = ALPHABET.value(code.charAt(i));
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        return remainder;
    }
}
