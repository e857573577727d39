package org.exchangehub.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.exchangehub.tlog.LogRefused.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CosignatureTest {

    private static final Instant AT = Instant.ofEpochSecond(1_679_315_147);

    private final TestLog log = new TestLog().grownTo(5);
    private final CosignatureSigner one = TestLog.witness("witness.example/w1");
    private final CosignatureSigner two = TestLog.witness("witness.example/w2");
    private final Quorum both = new Quorum(List.of(one.key(), two.key()), 2);

    @Nested
    class AQuorum {

        @Test
        void isMetByDistinctWitnesses() {
            assertThat(both.verify(cosigned(one, two)))
                    .extracting(Cosignature::at)
                    .containsExactly(AT, AT);
            assertThat(new Quorum(List.of(one.key(), two.key()), 1).verify(cosigned(two)))
                    .singleElement()
                    .extracting(Cosignature::witness)
                    .isEqualTo(two.key());
        }

        @Test
        void leavesTheLogsOwnSignatureValid() {
            assertThat(Checkpoint.verified(cosigned(one, two), log.signer.key()).size())
                    .isEqualTo(5);
        }

        @Test
        void isNotMetByFewerNorByStrangers() {
            CosignatureSigner stranger = TestLog.witness("witness.example/w3");

            assertRefused(cosigned(one, stranger), Reason.FEW_WITNESSES, "at least 2 of 2, found 1");
        }

        @Test
        void cannotDemandMoreThanThereAreNorCountOneTwice() {
            assertThatThrownBy(() -> new Quorum(List.of(one.key()), 2)).isInstanceOf(LogRefused.class);
            assertThatThrownBy(() -> new Quorum(List.of(one.key(), one.key()), 2))
                    .isInstanceOf(LogRefused.class);
        }
    }

    @Nested
    class AForgery {

        @Test
        void byAnotherKeyUnderTheWitnessesNameCountsAsAStranger() {
            CosignatureSigner other = TestLog.witness("witness.example/w2");

            assertRefused(cosigned(one, other), Reason.FEW_WITNESSES, "found 1");
        }

        @Test
        void thatBearsTheKeysIdIsRefused() {
            SignedNote.Signature honest = signature(two);
            SignedNote.Signature forged = new SignedNote.Signature(
                    honest.name(), honest.keyId(), signature(one).signature());

            assertRefused(with(signature(one), forged), Reason.BAD_SIGNATURE, "Cosignature of witness.example/w2");
        }

        @Test
        void ofTheTimeIsRefused() {
            byte[] bytes = signature(two).bytes();
            bytes[7]++;
            SignedNote.Signature later = new SignedNote.Signature(
                    two.key().name(), two.key().id(), Base64.getEncoder().encodeToString(bytes));

            assertRefused(with(signature(one), later), Reason.BAD_SIGNATURE, "at its stated time");
        }

        @Test
        void takenFromAnotherCheckpointIsRefused() {
            String other = SignedNote.parse(log.checkpoint(4)).text();

            assertRefused(with(signature(one), two.sign(other, AT)), Reason.BAD_SIGNATURE, "w2");
        }

        @Test
        void thatIsTooShortOrThereTwiceIsRefused() {
            SignedNote.Signature brief = new SignedNote.Signature(
                    two.key().name(), two.key().id(), Base64.getEncoder().encodeToString(new byte[64]));

            assertRefused(with(signature(one), brief), Reason.MALFORMED, "bytes: expected 72, found 64");
            assertRefused(with(signature(one), signature(two), signature(two)), Reason.SIGNED_TWICE, "w2");
        }
    }

    @Nested
    class AWitnessKey {

        @Test
        void isReadBackFromItsText() {
            assertThat(WitnessKey.parse(one.key().vkey())).isEqualTo(one.key());
        }

        @Test
        void isNotALogsKeyNorTheOtherWayRound() {
            assertThatThrownBy(() -> WitnessKey.parse(log.signer.key().vkey()))
                    .isInstanceOfSatisfying(
                            LogRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_SIGNATURE_TYPE));
            assertThatThrownBy(() -> NoteKey.parse(one.key().vkey())).hasMessageContaining("expected 1, found 4");
        }
    }

    private void assertRefused(String note, Reason reason, String words) {
        assertThatThrownBy(() -> both.verify(note))
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(
                        LogRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private SignedNote.Signature signature(CosignatureSigner signer) {
        return signer.sign(SignedNote.parse(log.checkpoint()).text(), AT);
    }

    private String cosigned(CosignatureSigner... signers) {
        List<SignedNote.Signature> signatures = new ArrayList<>();
        for (CosignatureSigner signer : signers) {
            signatures.add(signature(signer));
        }
        return SignedNote.parse(log.checkpoint()).with(signatures).encode();
    }

    private String with(SignedNote.Signature... signatures) {
        SignedNote note = SignedNote.parse(log.checkpoint());
        List<SignedNote.Signature> all = new ArrayList<>(note.signatures());
        all.addAll(List.of(signatures));
        return new SignedNote(note.text(), all).encode();
    }
}
