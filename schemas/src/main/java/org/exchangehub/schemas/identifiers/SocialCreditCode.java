package org.exchangehub.schemas.identifiers;

/** Unified social credit code, 统一社会信用代码 (GB 32100-2015): 18 characters, the last a check character modulo 31. */
public final class SocialCreditCode {

    public static final int LENGTH = 18;

    private static final Alphabet ALPHABET = new Alphabet("0123456789ABCDEFGHJKLMNPQRTUWXY");
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private SocialCreditCode() {}

    /** Whether it has 18 characters of the code's alphabet (no I, O, Z, S, V) with digits at 3 to 8, the registrar's division. */
    public static boolean wellFormed(String code) {
        return code.length() == LENGTH && ALPHABET.firstForeign(code) < 0 && Characters.areDigits(code, 2, 8);
    }

    /** The right check character for the first 17 characters, all of the alphabet. */
    public static char checkCharacter(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.value(code.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.character((31 - sum % 31) % 31);
    }

    /** Whether a well-formed code ends in its check character. */
    public static boolean checks(String code) {
        return checkCharacter(code) == code.charAt(LENGTH - 1);
    }
}
