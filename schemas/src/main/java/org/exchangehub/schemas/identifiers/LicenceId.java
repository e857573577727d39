package org.exchangehub.schemas.identifiers;

import java.util.Optional;

/**
 * Electronic licence identifier (GB/T 36904-2018):
 * {@code 1.2.156.3005.2.<type 21>.<issuer 18 or 6>.<serial>.<version 3>.<check>}, check by ISO 7064 MOD 37,36 over all but root
 * and dots.
 */
public record LicenceId(String type, String issuer, String serial, String version, char check) {

    /** The object identifier of electronic licences, with its dot. */
    public static final String ROOT = "1.2.156.3005.2.";

    private static final Alphabet ALPHABET = new Alphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /** Its parts, or nothing when it has not this form. */
    public static Optional<LicenceId> parse(String text) {
        if (!text.startsWith(ROOT)) {
            return Optional.empty();
        }
        String[] parts = text.substring(ROOT.length()).split("\\.", -1);
        if (parts.length != 5 || parts[4].length() != 1) {
            return Optional.empty();
        }
        LicenceId id = new LicenceId(parts[0], parts[1], parts[2], parts[3], parts[4].charAt(0));
        return id.wellFormed() ? Optional.of(id) : Optional.empty();
    }

    private boolean wellFormed() {
        return type.length() == 21
                && (issuer.length() == 18 || issuer.length() == 6)
                && !serial.isEmpty()
                && serial.length() <= 64
                && version.length() == 3
                && ALPHABET.firstForeign(body()) < 0
                && ALPHABET.value(check) >= 0;
    }

    /** The right check character. */
    public char checkCharacter() {
        return checkCharacter(body());
    }

    static char checkCharacter(CharSequence body) {
        int product = 36;
        for (int i = 0; i < body.length(); i++) {
            int sum = (product + ALPHABET.value(body.charAt(i))) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return ALPHABET.character((37 - product) % 36);
    }

    public boolean checks() {
        return checkCharacter() == check;
    }

    /** The identifier of these parts with its right check character. */
    public static String of(String type, String issuer, String serial, String version) {
        char check = checkCharacter(type + issuer + serial + version);
        return ROOT + type + '.' + issuer + '.' + serial + '.' + version + '.' + check;
    }

    private String body() {
        return type + issuer + serial + version;
    }
}
