package org.exchangehub.schemas.mapping;

import java.time.LocalDate;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.identifiers.CitizenId;
import org.exchangehub.schemas.identifiers.SocialCreditCode;
import org.jspecify.annotations.Nullable;

/**
 * What an identifier says of its bearer. Unlike other steps these give nothing where the text is no such identifier: the
 * identifier itself is not what the field wants.
 */
final class IdentifierSteps {

    private static final int FIRST_17 = SocialCreditCode.LENGTH - 1;

    private IdentifierSteps() {}

    /** ISO date of a citizen identity number, positions 7 to 14 (GB 11643). */
    static @Nullable String birthDate(String text) {
        String id = id(text);
        LocalDate birth = id == null ? null : CitizenId.birthDate(id);
        return birth == null ? null : birth.toString();
    }

    /** Code of GB/T 2261.1: position 17 odd is 1 (male), even 2 (female). */
    static @Nullable String sex(String text) {
        String id = id(text);
        return id == null ? null : (id.charAt(16) - '0') % 2 == 1 ? "1" : "2";
    }

    /** Division at the time the number was given, positions 1 to 6. */
    static @Nullable String division(String text) {
        String id = id(text);
        return id == null ? null : id.substring(0, 6);
    }

    private static @Nullable String id(String text) {
        String id = CitizenId.canonical(TextSteps.trim(text));
        return CitizenId.wellFormed(id) && CitizenId.checks(id) ? id : null;
    }

    /** Characters 9 to 17 of a social credit code (GB 32100). */
    static @Nullable String organisationCode(String text) {
        String code = code(text);
        return code == null ? null : code.substring(8, FIRST_17);
    }

    /** The registrar's division, characters 3 to 8. */
    static @Nullable String registrarsDivision(String text) {
        String code = code(text);
        return code == null ? null : code.substring(2, 8);
    }

    private static @Nullable String code(String text) {
        String code = Characters.upper(Characters.halfWidth(TextSteps.trim(text)));
        return SocialCreditCode.wellFormed(code) ? code : null;
    }

    /** Puts the check character behind 17 characters of a social credit code; any other text stays. */
    static String withCheckCharacter(String text) {
        String first = Characters.upper(Characters.halfWidth(TextSteps.trim(text)));
        boolean whole = first.length() == FIRST_17 && SocialCreditCode.wellFormed(first + '0');
        return whole ? first + SocialCreditCode.checkCharacter(first) : text;
    }
}
