package org.exchangehub.schemas.identifiers;

/** Organisation code, 组织机构代码 (GB 11714-1997): 8 characters and a check character modulo 11. */
public final class OrganisationCode {

    public static final int LENGTH = 9;

    private static final Alphabet ALPHABET = new Alphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private OrganisationCode() {}

    public static boolean wellFormed(String code) {
        return code.length() == LENGTH && ALPHABET.firstForeign(code) < 0;
    }

    /** The right check character for the first 8 characters: a digit or X. */
    public static char checkCharacter(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.value(code.charAt(i)) * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    public static boolean checks(String code) {
        return checkCharacter(code) == code.charAt(LENGTH - 1);
    }
}
