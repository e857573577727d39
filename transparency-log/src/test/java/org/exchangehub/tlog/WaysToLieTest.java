package org.exchangehub.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One test per way an operator could lie, each refused with its own reason. */
class WaysToLieTest {

    private static final int SIZE = 600;
    private static final String LAST_BUNDLE = "tile/entries/002.p/88";

    private final TestLog log = new TestLog().grownTo(SIZE);
    private final Map<String, byte[]> files = log.files();

    private LogVerifier verifier() {
        return new LogVerifier(log.signer.key(), TestLog.source(files));
    }

    @Nested
    class AnHonestLog {

        @Test
        void passes() throws IOException {
            assertThat(verifier().verify(log.receipt(300)).size()).isEqualTo(SIZE);
        }

        @Test
        void passesAlsoWhenReadFromADirectory(@TempDir Path directory) throws IOException {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = directory.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }

            Checkpoint checkpoint = new LogVerifier(log.signer.key(), TileSource.directory(directory)).verify();

            assertThat(checkpoint.size()).isEqualTo(SIZE);
        }

        @Test
        void passesWhenItIsEmpty() throws IOException {
            TestLog empty = new TestLog();

            Checkpoint checkpoint = new LogVerifier(empty.signer.key(), TestLog.source(empty.files())).verify();

            assertThat(checkpoint.root()).isEqualTo(Hash.OF_NOTHING);
        }
    }

    @Nested
    class TheLog {

        @Test
        void cannotChangeAnEntry() {
            rewriteLastBundle(entries -> entries.set(3, "nobody looked".getBytes(StandardCharsets.UTF_8)));

            assertRefused("hash of entry 515");
        }

        @Test
        void cannotChangeAnEntryAndItsTile() {
            TestLog other = new TestLog().grownTo(SIZE - 1);
            other.append("nobody looked".getBytes(StandardCharsets.UTF_8));
            byte[] honest = files.get("checkpoint");
            files.putAll(other.files());
            files.put("checkpoint", honest);

            assertRefused("Root of the 600 entries");
        }

        @Test
        void cannotDropAnEntry() {
            rewriteLastBundle(entries -> entries.remove(7));

            assertRefused("number of entries: expected 88, found 87");
        }

        @Test
        void cannotSwapTwoEntries() {
            rewriteLastBundle(entries -> entries.add(1, entries.remove(0)));

            assertRefused("hash of entry 512");
        }

        @Test
        void cannotHideABundle() {
            files.remove("tile/entries/001");

            assertRefused("tile/entries/001: expected a file, found nothing");
        }

        @Test
        void cannotServeAFalseTileAboveTrueOnes() {
            file("tile/1/000.p/2")[40] ^= 1;

            assertRefused("tile/1/000.p/2, hash 1");
        }

        @Test
        void cannotSignAnotherRoot() {
            Checkpoint forged = new Checkpoint(TestLog.ORIGIN, SIZE, Hash.OF_NOTHING);
            files.put("checkpoint", log.signer.sign(forged.text()).encode().getBytes(StandardCharsets.UTF_8));

            assertRefused("Root of the 600 entries");
        }

        @Test
        void cannotAlterTheCheckpointAfterSigning() {
            String altered = log.checkpoint().replace("\n600\n", "\n599\n");
            files.put("checkpoint", altered.getBytes(StandardCharsets.UTF_8));

            assertRefused("signature by hub.example/log");
        }

        @Test
        void cannotSignWithAnotherKey() {
            NoteSigner other = TestLog.signer(TestLog.ORIGIN);
            String text = SignedNote.parse(log.checkpoint()).text();
            files.put("checkpoint", other.sign(text).encode().getBytes(StandardCharsets.UTF_8));

            assertRefused("expected 1, found 0");
        }

        @Test
        void cannotSpeakForAnotherLog() {
            Checkpoint foreign =
                    new Checkpoint("other.example/log", SIZE, log.proofs().root(SIZE));
            files.put("checkpoint", log.signer.sign(foreign.text()).encode().getBytes(StandardCharsets.UTF_8));

            assertRefused("Checkpoint, origin: expected hub.example/log, found other.example/log");
        }

        @Test
        void cannotShrinkBehindAKeptCheckpoint() {
            Checkpoint larger = new Checkpoint(TestLog.ORIGIN, SIZE + 1, Hash.OF_NOTHING);
            String kept = log.signer.sign(larger.text()).encode();

            assertThatThrownBy(() -> verifier().verifyEarlier(kept))
                    .hasMessageContaining("expected at least 601, found 600");
        }

        @Test
        void cannotForkFromAKeptCheckpoint() {
            Checkpoint fork = new Checkpoint(TestLog.ORIGIN, 500, Hash.OF_NOTHING);
            String kept = log.signer.sign(fork.text()).encode();

            assertThatThrownBy(() -> verifier().verifyEarlier(kept)).hasMessageContaining("Root of the first 500");
        }
    }

    @Nested
    class AReceipt {

        @Test
        void cannotNameAnotherIndex() {
            String moved = log.receipt(300).replace("index 300", "index 301");

            assertRefusedReceipt(moved, "Inclusion proof, root");
        }

        @Test
        void cannotNameAnIndexOutsideTheLog() {
            assertRefusedReceipt(log.receipt(300).replace("index 300", "index 600"), "less than the log's 600");
        }

        @Test
        void cannotLeaveOutAHash() {
            TlogProof honest = TlogProof.parse(log.receipt(300));
            List<Hash> fewer = honest.hashes().subList(1, honest.hashes().size());

            assertRefusedReceipt(new TlogProof(300, fewer, honest.checkpoint()).encode(), "number of hashes");
        }

        @Test
        void cannotChangeAHash() {
            TlogProof honest = TlogProof.parse(log.receipt(300));
            List<Hash> changed = new ArrayList<>(honest.hashes());
            changed.set(0, Hash.OF_NOTHING);

            assertRefusedReceipt(new TlogProof(300, changed, honest.checkpoint()).encode(), "Inclusion proof, root");
        }

        @Test
        void cannotLeanOnAnUnsignedCheckpoint() {
            TlogProof honest = TlogProof.parse(log.receipt(300));
            String unsigned = SignedNote.parse(honest.checkpoint()).text();

            assertRefusedReceipt(new TlogProof(300, honest.hashes(), unsigned).encode(), "Signed note");
        }

        @Test
        void provesNothingAboutAnotherEntry() {
            TlogProof receipt = TlogProof.parse(log.receipt(300));

            assertThatThrownBy(() -> receipt.verify(log.signer.key(), "entry 301".getBytes(StandardCharsets.UTF_8)))
                    .hasMessageContaining("Inclusion proof, root");
        }

        private void assertRefusedReceipt(String receipt, String reason) {
            assertThatThrownBy(() -> verifier().verify(receipt))
                    .isInstanceOf(LogRefused.class)
                    .hasMessageContaining(reason);
        }
    }

    @Nested
    class AVerifierKey {

        @Test
        void isReadBackFromItsText() {
            assertThat(NoteKey.parse(log.signer.key().vkey())).isEqualTo(log.signer.key());
        }

        @Test
        void cannotCarryAnotherKeysId() {
            String vkey = log.signer.key().vkey().replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+");

            assertThatThrownBy(() -> NoteKey.parse(vkey)).hasMessageContaining("Verifier key, id");
        }
    }

    private void rewriteLastBundle(Consumer<List<byte[]>> change) {
        List<byte[]> entries = new ArrayList<>(EntryBundle.decode(file(LAST_BUNDLE)));
        change.accept(entries);
        files.put(LAST_BUNDLE, EntryBundle.encode(entries));
    }

    private byte[] file(String path) {
        return Objects.requireNonNull(files.get(path));
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> verifier().verify())
                .isInstanceOf(LogRefused.class)
                .hasMessageContaining(reason);
    }
}
