package org.exchangehub.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangehub.tlog.LogRefused.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C2SP signed-note, with the examples that the specification itself gives (c2sp.org/signed-note). */
class SignedNoteTest {

    private static final NoteKey KEY =
            NoteKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");

    private static final String EXAMPLE = """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    /** The specification's first example has an empty line within its text. */
    private static final String POEM = """
            Ognuno sta solo sul cuor della terra
            trafitto da un raggio di sole:

            ed è subito sera.

            — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
            """;

    @Nested
    class TheSpecificationsExamples {

        @Test
        void areVerified() {
            assertThatCode(() -> SignedNote.parse(EXAMPLE).verify(KEY)).doesNotThrowAnyException();
            assertThat(SignedNote.parse(EXAMPLE).encode()).isEqualTo(EXAMPLE);
        }

        @Test
        void areSplitAtTheLastEmptyLine() {
            SignedNote poem = SignedNote.parse(POEM);

            assertThat(poem.text()).endsWith("sole:\n\ned è subito sera.\n");
            assertThat(poem.signatures()).hasSize(1);
            assertThat(poem.encode()).isEqualTo(POEM);
        }

        @Test
        void areRefusedOnceAnythingIsChanged() {
            assertRefused(EXAMPLE.replace("example message", "example massage"), Reason.BAD_SIGNATURE);
            assertRefused(EXAMPLE.replace("Uw2QOkn8", "Uw2QOkn9"), Reason.BAD_SIGNATURE);
            assertRefused(EXAMPLE.replace("example.com/foo", "example.com/bar"), Reason.NOT_SIGNED);
            assertRefused(EXAMPLE.replace("Uw2QOk", "Ux2QOk"), Reason.NOT_SIGNED);
            assertRefused(POEM, Reason.NOT_SIGNED);
        }

        @Test
        void passWithUnknownSignaturesBesideTheKnownOne() {
            String unknown = POEM.lines().toList().getLast() + "\n";
            String sameName = unknown.replace("quasimodo.example/salvatore", "example.com/foo");

            assertThatCode(() -> SignedNote.parse(EXAMPLE + unknown + sameName).verify(KEY))
                    .doesNotThrowAnyException();
        }

        @Test
        void areRefusedWithTheSameSignatureTwice() {
            String line = EXAMPLE.lines().toList().getLast() + "\n";

            assertRefused(EXAMPLE + line, Reason.SIGNED_TWICE);
        }
    }

    @Nested
    class ANoteThatIsNone {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "text\n",
                    "text\n\n",
                    "\n\n",
                    "text\n\n— name\n",
                    "text\n\n— name c2ln c2ln\n",
                    "text\n\n-- name c2lnbmF0dXJl\n",
                    "text\n\n— name c2lnbmF0dXJl",
                    "text\n\n— na+me c2lnbmF0dXJl\n",
                    "text\n\n— na\u2003me c2lnbmF0dXJl\n",
                    "text\n\n—  c2lnbmF0dXJl\n",
                    "text\n\n— name c2ln\n",
                    "text\n\n— name c2lnbmF0dXI\n",
                    "text\n\n— name c2lnbmF0dXJl\r\n",
                    "te\txt\n\n— name c2lnbmF0dXJl\n",
                    "te\u0000xt\n\n— name c2lnbmF0dXJl\n"
                })
        void isRefused(String note) {
            assertThatThrownBy(() -> SignedNote.parse(note))
                    .isInstanceOfSatisfying(
                            LogRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.MALFORMED));
        }

        @Test
        void isRefusedWhenItIsNotUtf8OrHasTooManySignatures() {
            byte[] latin = POEM.getBytes(StandardCharsets.ISO_8859_1);
            String line = "— name c2lnbmF0dXJl\n";

            assertThatThrownBy(() -> SignedNote.parse(latin)).hasMessageContaining("expected UTF-8");
            assertThatCode(() -> SignedNote.parse("text\n\n" + line.repeat(16))).doesNotThrowAnyException();
            assertThatThrownBy(() -> SignedNote.parse("text\n\n" + line.repeat(101)))
                    .hasMessageContaining("at most 100, found 101");
        }
    }

    @Nested
    class AVerifierKey {

        @Test
        void isReadBackAsItWasWritten() {
            assertThat(KEY.vkey()).isEqualTo("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        }

        @Test
        void isRefusedWithEachItsReason() {
            for (var bad : List.of(
                    List.of(KEY.vkey().replace("530d903a", "530d903b"), Reason.WRONG_KEY_ID),
                    List.of(KEY.vkey().replace("example.com/foo", "example.com/bar"), Reason.WRONG_KEY_ID),
                    List.of(KEY.vkey().replace("+Aek", "+Cek"), Reason.UNKNOWN_SIGNATURE_TYPE),
                    List.of("example.com/foo+530d903a", Reason.MALFORMED),
                    List.of("example.com/foo+530d903a+AQ==", Reason.MALFORMED),
                    List.of("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", Reason.MALFORMED))) {
                assertThatThrownBy(() -> NoteKey.parse((String) bad.getFirst()))
                        .as("%s", bad)
                        .isInstanceOfSatisfying(
                                LogRefused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(bad.getLast()));
            }
        }
    }

    private static void assertRefused(String note, Reason reason) {
        assertThatThrownBy(() -> SignedNote.parse(note).verify(KEY))
                .isInstanceOfSatisfying(
                        LogRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
