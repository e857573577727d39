package org.exchangehub.schemas.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTests {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] SECRET =
            HEX.parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final TokenSecret FIRST = TokenSecret.of(1, SECRET);
    private static final Tokenizer LICENSING =
            FIRST.tokens("administrative-approval/app-licensing", new DataElement("citizen-id", true));

    @Nested
    class AToken {

        /** The vector docs/guides/masking.md publishes. */
        @Test
        void isWhatTheGuideSays() {
            assertThat(LICENSING.token("11010519491231002X")).isEqualTo("t1.krls6bxldcqcpdkq2gafqy4bha");
        }

        @ParameterizedTest
        @ValueSource(strings = {"11010519491231002x", " 110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ", "110105491231002"})
        void isTheSameHoweverTheIdentifierIsWritten(String written) {
            assertThat(LICENSING.token(written)).isEqualTo(LICENSING.token("11010519491231002X"));
        }

        @Test
        void ofAnIdentifierNobodyKnowsTheSpellingsOfTellsAllSpellingsApart() {
            Tokenizer unknown =
                    FIRST.tokens("administrative-approval/app-licensing", new DataElement("field x/1", false));

            assertThat(Set.of(unknown.token("a1"), unknown.token("A1"), unknown.token("ａ1"), unknown.token("a1 ")))
                    .hasSize(4);
        }

        @Test
        void isTheSameForANumberHoweverItIsHeld() {
            assertThat(LICENSING.token(new BigDecimal("42.00"))).isEqualTo(LICENSING.token(42L));
        }

        @Test
        void hasOneLengthAndLetsNothingOfTheIdentifierBeSeen() {
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < 20_000; i++) {
                String token = LICENSING.token("1101051949%08d".formatted(i));
                assertThat(token).matches("t1\\.[a-z2-7]{26}");
                assertThat(seen.add(token)).isTrue();
            }
        }

        @Test
        void isAnotherForEveryRecipientElementEpochAndSecret() {
            byte[] other = SECRET.clone();
            other[31] ^= 1;
            String id = "11010519491231002X";

            assertThat(Set.of(
                            LICENSING.token(id),
                            FIRST.tokens("administrative-approval/app-inspection", new DataElement("citizen-id", true))
                                    .token(id),
                            FIRST.tokens("administrative-approval/app-licensing", new DataElement("uscc", true))
                                    .token(id),
                            FIRST.tokens("administrative-approval/app-licensingc", new DataElement("itizen-id", true))
                                    .token(id),
                            TokenSecret.of(2, SECRET)
                                    .tokens(
                                            "administrative-approval/app-licensing",
                                            new DataElement("citizen-id", true))
                                    .token(id),
                            TokenSecret.of(1, other)
                                    .tokens(
                                            "administrative-approval/app-licensing",
                                            new DataElement("citizen-id", true))
                                    .token(id)))
                    .hasSize(6);
        }

        @Test
        void ofNothingIsNothing() {
            assertThat(LICENSING.token(" \u3000")).isEmpty();
        }
    }

    @Nested
    class ASecret {

        @Test
        void isLongEnoughOrRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TokenSecret.of(1, new byte[31]))
                    .withMessage("expected a secret of at least 32 bytes, found 31");
        }
    }

    @Nested
    class TheDerivation {

        /** RFC 5869, A.1. */
        @Test
        void isThatOfTheStandard() {
            byte[] extracted = Hkdf.extract(HEX.parseHex("000102030405060708090a0b0c"), HEX.parseHex("0b".repeat(22)));
            assertThat(HEX.formatHex(extracted))
                    .isEqualTo("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
            assertThat(HEX.formatHex(Hkdf.expand(extracted, HEX.parseHex("f0f1f2f3f4f5f6f7f8f9"), 42)))
                    .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
        }

        /** RFC 4231, 4.3. */
        @Test
        void restsOnTheStandardsCode() {
            byte[] code = Hkdf.mac("Jefe".getBytes(StandardCharsets.US_ASCII))
                    .doFinal("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII));
            assertThat(HEX.formatHex(code))
                    .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        }
    }
}
