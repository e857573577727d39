package org.exchangehub.schemas.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What each check character promises: how many changed characters and swapped neighbours it lets through. At a place every
 * character is tried, before it every character too, which runs all states of the algorithm; so the figures are exact. The rest
 * of each number is drawn with a fixed seed.
 */
class CheckCharacterTests {

    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ALL = DIGITS + LETTERS;
    private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** Errors tried, and those that no check noticed. */
    private record Tally(int missed, int tried) {

        Tally and(Tally other) {
            return new Tally(missed + other.missed, tried + other.tried);
        }
    }

    /** How a number is completed by its check characters, and whether it is taken. */
    private record Scheme(int data, String filling, UnaryOperator<String> completed, Predicate<String> taken) {

        /** One character of {@code from} changed into another of {@code to}. */
        Tally changed(int place, String before, String from, String to) {
            return struck(place, before, from, to, false);
        }

        /** A character of {@code from} and its right neighbour of {@code to} swapped. */
        Tally swapped(int place, String before, String from, String to) {
            return struck(place, before, from, to, true);
        }

        private Tally struck(int place, String before, String from, String to, boolean swap) {
            StringBuilder number = drawn(place);
            Tally all = none(0);
            for (int state = 0; state < (place == 0 ? 1 : before.length()); state++) {
                set(number, place - 1, before.charAt(state));
                for (int one = 0; one < from.length(); one++) {
                    set(number, place, from.charAt(one));
                    for (int other = 0; other < to.length(); other++) {
                        if (from.charAt(one) != to.charAt(other)) {
                            all = all.and(struck(number, place, to.charAt(other), swap));
                        }
                    }
                }
            }
            return all;
        }

        private Tally struck(StringBuilder number, int place, char other, boolean swap) {
            if (swap) {
                set(number, place + 1, other);
            }
            StringBuilder right = new StringBuilder(completed.apply(number.substring(0, data)));
            if (swap) {
                set(right, place + 1, right.charAt(place));
            }
            set(right, place, other);
            return new Tally(taken.test(right.toString()) ? 1 : 0, 1);
        }

        /** The last data character and the first check character swapped, where they differ. */
        Tally swappedWithCheck(String before, String last) {
            StringBuilder number = drawn(7);
            int missed = 0;
            int tried = 0;
            for (int state = 0; state < before.length(); state++) {
                set(number, data - 2, before.charAt(state));
                for (int i = 0; i < last.length(); i++) {
                    char one = last.charAt(i);
                    set(number, data - 1, one);
                    StringBuilder right = new StringBuilder(completed.apply(number.substring(0, data)));
                    char check = right.charAt(data);
                    if (check != one) {
                        set(right, data - 1, check);
                        set(right, data, one);
                        tried++;
                        missed += taken.test(right.toString()) ? 1 : 0;
                    }
                }
            }
            return new Tally(missed, tried);
        }

        /** Of digits alone, so that forms that want digits at a place have them. */
        private StringBuilder drawn(int seed) {
            StringBuilder number = new StringBuilder();
            new Random(seed).ints(data + 1, 0, filling.length()).forEach(index -> number.append(filling.charAt(index)));
            return number;
        }

        private static void set(StringBuilder text, int at, char c) {
            if (at >= 0) {
                text.setCharAt(at, c);
            }
        }
    }

    private static Tally none(int tried) {
        return new Tally(0, tried);
    }

    /** ISO 7064 MOD 11-2 (citizen ID): every changed character and every swapped pair is caught. */
    @Nested
    class OfACitizenId {

        private final Scheme scheme = new Scheme(
                17,
                DIGITS,
                data -> data + CitizenId.checkCharacter(data),
                number -> CitizenId.wellFormed(number) && CitizenId.checks(number));

        @Test
        void catchesEverything() {
            for (int place = 0; place < 17; place++) {
                int states = place == 0 ? 1 : 10;
                assertThat(scheme.changed(place, DIGITS, DIGITS, DIGITS)).isEqualTo(none(states * 90));
            }
            for (int place = 0; place < 16; place++) {
                int states = place == 0 ? 1 : 10;
                assertThat(scheme.swapped(place, DIGITS, DIGITS, DIGITS)).isEqualTo(none(states * 90));
            }
            Tally withCheck = scheme.swappedWithCheck(DIGITS, DIGITS);
            assertThat(withCheck.missed()).isZero();
            assertThat(withCheck.tried()).isGreaterThan(85);
        }
    }

    /** GB 32100 modulo 31, weights powers of 3: 31 is prime, so every changed character and every swapped pair is caught. */
    @Nested
    class OfASocialCreditCode {

        private final Scheme scheme = new Scheme(
                17,
                DIGITS,
                data -> data + SocialCreditCode.checkCharacter(data),
                code -> SocialCreditCode.wellFormed(code) && SocialCreditCode.checks(code));

        @Test
        void catchesEverything() {
            for (int place = 0; place < 17; place++) {
                String alphabet = place >= 2 && place < 8 ? DIGITS : CREDIT;
                Tally changed = scheme.changed(place, DIGITS, alphabet, alphabet);
                assertThat(changed)
                        .isEqualTo(none((place == 0 ? 1 : 10) * alphabet.length() * (alphabet.length() - 1)));
            }
            for (int place = 8; place < 16; place++) {
                assertThat(scheme.swapped(place, DIGITS, CREDIT, CREDIT)).isEqualTo(none(10 * 31 * 30));
            }
            for (int place = 0; place < 8; place++) {
                assertThat(scheme.swapped(place, DIGITS, DIGITS, DIGITS).missed())
                        .isZero();
            }
            assertThat(scheme.swappedWithCheck(CREDIT, CREDIT)).isEqualTo(none(930));
        }
    }

    /**
     * GB 11714 modulo 11 over 36 characters: two characters whose values (0 to 35) differ by a multiple of 11 are one to it, as
     * 0, B, M and X. Those are 84 of 1 260 pairs, so 14 of 15 errors are caught; among digits all, and of digits before the check
     * character all but 1X and X1, for X is 10 as a check and 33 as a letter.
     */
    @Nested
    class OfAnOrganisationCode {

        private final Scheme scheme = new Scheme(
                8,
                DIGITS,
                data -> data + OrganisationCode.checkCharacter(data),
                code -> OrganisationCode.wellFormed(code) && OrganisationCode.checks(code));

        @Test
        void catchesFourteenOfFifteen() {
            for (int place = 0; place < 8; place++) {
                int states = place == 0 ? 1 : 36;
                assertThat(scheme.changed(place, ALL, ALL, ALL)).isEqualTo(new Tally(84 * states, 1_260 * states));
            }
            for (int place = 0; place < 7; place++) {
                int states = place == 0 ? 1 : 36;
                assertThat(scheme.swapped(place, ALL, ALL, ALL)).isEqualTo(new Tally(84 * states, 1_260 * states));
            }
        }

        @Test
        void catchesEveryErrorAmongDigits() {
            for (int place = 0; place < 7; place++) {
                assertThat(scheme.changed(place, DIGITS, DIGITS, DIGITS).missed())
                        .isZero();
                assertThat(scheme.swapped(place, DIGITS, DIGITS, DIGITS).missed())
                        .isZero();
            }
            String each = ALL.substring(0, 33); // every remainder three times
            assertThat(scheme.swappedWithCheck(each, "1").missed()).isEqualTo(3);
            assertThat(scheme.swappedWithCheck(each, "023456789").missed()).isZero();
        }
    }

    /**
     * ISO 7064 MOD 11,10 (old registration number): every changed digit is caught; of swapped neighbours 880 of 900 in all
     * states, 97.8 %, and 88 of 90 when one is the check digit.
     */
    @Nested
    class OfARegistrationNumber {

        private final Scheme scheme = new Scheme(
                14,
                DIGITS,
                data -> data + RegistrationNumber.checkDigit(data),
                number -> RegistrationNumber.wellFormed(number) && RegistrationNumber.checks(number));

        @Test
        void catchesEveryChangedDigit() {
            for (int place = 0; place < 14; place++) {
                assertThat(scheme.changed(place, DIGITS, DIGITS, DIGITS)).isEqualTo(none(place == 0 ? 90 : 900));
            }
        }

        @Test
        void letsTwentyOfNineHundredSwapsPass() {
            for (int place = 1; place < 13; place++) {
                assertThat(scheme.swapped(place, DIGITS, DIGITS, DIGITS)).isEqualTo(new Tally(20, 900));
            }
            assertThat(scheme.swappedWithCheck(DIGITS, DIGITS)).isEqualTo(new Tally(2, 90));
        }
    }

    /**
     * ISO 7064 MOD 37,36 (licence identifier): every changed character is caught; of swapped neighbours all but 72 of 45 360 in
     * all states, 99.84 %, and all but 2 of 1 260 when one is the check character.
     */
    @Nested
    class OfALicenceId {

        private final Scheme scheme = new Scheme(
                30,
                ALL,
                data -> data + LicenceId.checkCharacter(data),
                text -> LicenceId.checkCharacter(text.substring(0, 30)) == text.charAt(30));

        @Test
        void catchesEveryChangedCharacter() {
            for (int place : new int[] {1, 14, 29}) {
                assertThat(scheme.changed(place, ALL, ALL, ALL)).isEqualTo(none(36 * 1_260));
            }
        }

        @Test
        void letsSeventyTwoOfFortyFiveThousandSwapsPass() {
            for (int place : new int[] {1, 14, 28}) {
                assertThat(scheme.swapped(place, ALL, ALL, ALL)).isEqualTo(new Tally(72, 45_360));
            }
            assertThat(scheme.swappedWithCheck(ALL, ALL)).isEqualTo(new Tally(2, 1_260));
        }
    }

    /** Luhn (bank card): every changed digit is caught, of swapped neighbours all but 09 and 90: 88 of 90, 97.8 %. */
    @Nested
    class OfABankCard {

        private final Scheme scheme = new Scheme(
                15,
                DIGITS,
                data -> data + BankCard.checkDigit(data + "0"),
                number -> BankCard.wellFormed(number) && BankCard.checks(number));

        @Test
        void catchesAllButNoughtNineAndNineNought() {
            for (int place = 1; place < 15; place++) {
                assertThat(scheme.changed(place, DIGITS, DIGITS, DIGITS)).isEqualTo(none(900));
            }
            for (int place = 1; place < 14; place++) {
                assertThat(scheme.swapped(place, DIGITS, DIGITS, DIGITS)).isEqualTo(new Tally(20, 900));
                assertThat(scheme.swapped(place, DIGITS, "0", "9")).isEqualTo(new Tally(10, 10));
            }
            assertThat(scheme.swappedWithCheck(DIGITS, DIGITS)).isEqualTo(new Tally(2, 90));
        }
    }

    /**
     * ISO 7064 MOD 97-10 (LEI), letters read as two digits: among digits and among letters every changed character and every
     * swapped pair is caught. A digit taken for a letter moves all before it by one place, which one state in 97 does not show.
     * Of a digit beside a letter the pairs 1B, 2M and 3X are the same number as B1, M2 and X3.
     */
    @Nested
    class OfALegalEntityIdentifier {

        private final Scheme scheme = new Scheme(
                18,
                ALL,
                data -> data + LegalEntityIdentifier.checkDigits(data),
                code -> LegalEntityIdentifier.wellFormed(code) && LegalEntityIdentifier.checks(code));

        @Test
        void catchesEverythingAmongDigitsAndAmongLetters() {
            for (String alphabet : new String[] {DIGITS, LETTERS}) {
                int pairs = alphabet.length() * (alphabet.length() - 1);
                for (int place = 1; place < 18; place++) {
                    assertThat(scheme.changed(place, ALL, alphabet, alphabet)).isEqualTo(none(36 * pairs));
                }
                for (int place = 1; place < 17; place++) {
                    assertThat(scheme.swapped(place, ALL, alphabet, alphabet)).isEqualTo(none(36 * pairs));
                }
            }
            assertThat(scheme.swappedWithCheck(ALL, ALL).missed()).isZero();
        }

        @Test
        void takesThreePairsOfDigitAndLetterForTheirReverse() {
            for (int place = 1; place < 17; place++) {
                Tally mixed =
                        scheme.swapped(place, ALL, DIGITS, LETTERS).and(scheme.swapped(place, ALL, LETTERS, DIGITS));
                assertThat(mixed).isEqualTo(new Tally(36 * 6, 36 * 520));
                assertThat(scheme.swapped(place, ALL, "1", "B").missed()).isEqualTo(36);
            }
        }

        /** All states: the two characters before the place run through more than 97 remainders, each as often. */
        @Test
        void letsOneOf97DigitsTakenForLettersPass() {
            Tally all = none(0);
            for (int place = 1; place < 18; place++) {
                all = all.and(scheme.changed(place, ALL, DIGITS, LETTERS));
            }

            double share = (double) all.missed() / all.tried();
            assertThat(share).isBetween(0.8 / 97, 1.2 / 97);
        }
    }
}
