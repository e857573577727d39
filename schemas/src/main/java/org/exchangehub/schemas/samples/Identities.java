package org.exchangehub.schemas.samples;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.exchangehub.schemas.identifiers.CitizenId;
import org.exchangehub.schemas.identifiers.OrganisationCode;
import org.exchangehub.schemas.identifiers.RegistrationNumber;
import org.exchangehub.schemas.identifiers.SocialCreditCode;

/** Identifiers with right check characters; those of organisations never repeat within a seed. */
final class Identities {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    /** 31^6: so many organisations before the first repeats. */
    private static final long ORGANISATIONS = 887_503_681L;
    /** No multiple of 31, so that stepping by it meets every organisation once. */
    private static final long STEP = 618_033_989L;
    /** Odd, or even, numbers of three digits. */
    private static final int SEQUENCES = 499;

    private Identities() {}

    /** Organisation code MAxxxxxx and its check character. */
    static String organisationCode(long seed, long number) {
        long rest = Math.floorMod((number % ORGANISATIONS) * STEP + seed % ORGANISATIONS, ORGANISATIONS);
        StringBuilder code = new StringBuilder("MA");
        for (int i = 0; i < 6; i++) {
            code.append(ALPHABET.charAt((int) (rest % 31)));
            rest /= 31;
        }
        return code.append(OrganisationCode.checkCharacter(code)).toString();
    }

    /** A social credit code of that kind (91 an enterprise), division and organisation. */
    static String socialCreditCode(String kind, String division, String organisationCode) {
        String first17 = kind + division + organisationCode;
        return first17 + SocialCreditCode.checkCharacter(first17);
    }

    static String registrationNumber(String division, long number) {
        String first14 =
                division + Long.toString(100_000_000 + number % 100_000_000).substring(1);
        return first14 + RegistrationNumber.checkDigit(first14);
    }

    /** A licence's serial: seven characters for the seed, ten digits for the number, so that two seeds make two sets. */
    static String serial(long seed, long number) {
        StringBuilder serial = new StringBuilder();
        Dice dice = new Dice(seed, 0);
        for (int i = 0; i < 7; i++) {
            serial.append(ALPHABET.charAt(dice.below(ALPHABET.length())));
        }
        return serial.append(Long.toString(10_000_000_000L + number % 10_000_000_000L), 1, 11)
                .toString();
    }

    /**
     * A number that no other person of the same seed, range of births and sex has.
     *
     * @param number counted from 0; repeats after divisions × days × 499
     */
    static Born citizen(long seed, long number, boolean male, LocalDate first, int days, List<String> divisions) {
        long all = (long) days * divisions.size() * SEQUENCES;
        long place = Math.floorMod(number % all * STEP + seed % all, all);
        LocalDate birth = first.plusDays(place / divisions.size() % days);
        long sequence = place / divisions.size() / days * 2 + (male ? 1 : 2);
        String first17 = divisions.get((int) (place % divisions.size()))
                + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                + Long.toString(1_000 + sequence).substring(1);
        return new Born(first17 + CitizenId.checkCharacter(first17), birth);
    }

    /** A citizen identity number and the birth date within it. */
    record Born(String id, LocalDate birth) {}

    /** A citizen of age: born 1950 to 2000. */
    static String citizenId(Dice dice) {
        LocalDate birth = LocalDate.of(1950, 1, 1).plusDays(dice.below(18_600));
        String first17 = Places.any(dice).division()
                + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                + Integer.toString(1_000 + dice.between(1, 999)).substring(1);
        return first17 + CitizenId.checkCharacter(first17);
    }
}
