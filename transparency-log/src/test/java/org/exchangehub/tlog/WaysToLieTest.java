package org.exchangehub.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.exchangehub.tlog.LogRefused.Reason;
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

            assertRefused(Reason.CHANGED_ENTRY, "hash of entry 515");
        }

        @Test
        void cannotChangeAnEntryAndItsTile() {
            TestLog other = new TestLog().grownTo(SIZE - 1);
            other.append("nobody looked".getBytes(StandardCharsets.UTF_8));
            byte[] honest = files.get("checkpoint");
            files.putAll(other.files());
            files.put("checkpoint", honest);

            assertRefused(Reason.WRONG_ROOT, "Root of the 600 entries");
        }

        @Test
        void cannotDropAnEntry() {
            rewriteLastBundle(entries -> entries.remove(7));

            assertRefused(Reason.TRUNCATED, "number of entries: expected 88, found 87");
        }

        @Test
        void cannotCutABundleShort() {
            byte[] whole = file(LAST_BUNDLE);
            files.put(LAST_BUNDLE, Arrays.copyOf(whole, whole.length - 1));

            assertRefused(Reason.TRUNCATED, "expected a whole entry, found its beginning");
        }

        @Test
        void cannotCutATileShort() {
            files.put("tile/0/001", Arrays.copyOf(file("tile/0/001"), 255 * Hash.LENGTH));

            assertRefused(Reason.TRUNCATED, "tile/0/001, bytes: expected 8192, found 8160");
        }

        @Test
        void cannotAddAnEntry() {
            rewriteLastBundle(entries -> entries.add(0, "nobody looked".getBytes(StandardCharsets.UTF_8)));

            assertRefused(Reason.TRUNCATED, "number of entries: expected 88, found 89");
        }

        @Test
        void cannotPublishACheckpointThatIsNone() {
            files.put("checkpoint", new byte[] {(byte) 0xFF, '\n', '\n'});

            assertRefused(Reason.MALFORMED, "expected UTF-8");
        }

        @Test
        void cannotSwapTwoEntries() {
            rewriteLastBundle(entries -> entries.add(1, entries.remove(0)));

            assertRefused(Reason.CHANGED_ENTRY, "hash of entry 512");
        }

        @Test
        void cannotHideABundle() {
            files.remove("tile/entries/001");

            assertRefused(Reason.MISSING, "tile/entries/001: expected a file, found nothing");
        }

        @Test
        void cannotServeAFalseTileAboveTrueOnes() {
            file("tile/1/000.p/2")[40] ^= 1;

            assertRefused(Reason.CHANGED_TILE, "tile/1/000.p/2, hash 1");
        }

        @Test
        void cannotSignAnotherRoot() {
            Checkpoint forged = new Checkpoint(TestLog.ORIGIN, SIZE, Hash.OF_NOTHING);
            files.put("checkpoint", log.signer.sign(forged.text()).encode().getBytes(StandardCharsets.UTF_8));

            assertRefused(Reason.WRONG_ROOT, "Root of the 600 entries");
        }

        @Test
        void cannotAlterTheCheckpointAfterSigning() {
            String altered = log.checkpoint().replace("\n600\n", "\n599\n");
            files.put("checkpoint", altered.getBytes(StandardCharsets.UTF_8));

            assertRefused(Reason.BAD_SIGNATURE, "signature by hub.example/log");
        }

        @Test
        void cannotSignWithAnotherKey() {
            NoteSigner other = TestLog.signer(TestLog.ORIGIN);
            String text = SignedNote.parse(log.checkpoint()).text();
            files.put("checkpoint", other.sign(text).encode().getBytes(StandardCharsets.UTF_8));

            assertRefused(Reason.NOT_SIGNED, "expected 1, found 0");
        }

        @Test
        void cannotSpeakForAnotherLog() {
            Checkpoint foreign =
                    new Checkpoint("other.example/log", SIZE, log.proofs().root(SIZE));
            files.put("checkpoint", log.signer.sign(foreign.text()).encode().getBytes(StandardCharsets.UTF_8));

            assertRefused(Reason.OTHER_LOG, "Checkpoint, origin: expected hub.example/log, found other.example/log");
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

            assertRefusedReceipt(moved, Reason.WRONG_ROOT, "Inclusion proof, root");
        }

        @Test
        void cannotNameAnIndexOutsideTheLog() {
            assertRefusedReceipt(
                    log.receipt(300).replace("index 300", "index 600"), Reason.OUTSIDE_TREE, "less than the log's 600");
        }

        @Test
        void cannotLeaveOutAHash() {
            TlogProof honest = TlogProof.parse(log.receipt(300));
            List<Hash> fewer = honest.hashes().subList(1, honest.hashes().size());

            assertRefusedReceipt(
                    new TlogProof(300, fewer, honest.checkpoint()).encode(), Reason.PROOF_LENGTH, "number of hashes");
        }

        @Test
        void cannotChangeAHash() {
            TlogProof honest = TlogProof.parse(log.receipt(300));
            List<Hash> changed = new ArrayList<>(honest.hashes());
            changed.set(0, Hash.OF_NOTHING);

            assertRefusedReceipt(
                    new TlogProof(300, changed, honest.checkpoint()).encode(),
                    Reason.WRONG_ROOT,
                    "Inclusion proof, root");
        }

        @Test
        void cannotLeanOnAnUnsignedCheckpoint() {
            TlogProof honest = TlogProof.parse(log.receipt(300));
            String unsigned = SignedNote.parse(honest.checkpoint()).text();

            assertRefusedReceipt(
                    new TlogProof(300, honest.hashes(), unsigned).encode(), Reason.MALFORMED, "Signed note");
        }

        @Test
        void provesNothingAboutAnotherEntry() {
            TlogProof receipt = TlogProof.parse(log.receipt(300));

            assertThatThrownBy(() -> receipt.verify(log.signer.key(), "entry 301".getBytes(StandardCharsets.UTF_8)))
                    .hasMessageContaining("Inclusion proof, root");
        }

        @Test
        void cannotComeFromAForkOfTheLog() {
            TestLog fork = new TestLog(log.signer).grownTo(300);
            fork.append("nobody looked".getBytes(StandardCharsets.UTF_8));

            assertRefusedReceipt(fork.grownTo(400).receipt(299), Reason.FORKED, "Root of the first 400");
        }

        @Test
        void cannotBeOlderThanTheLogIsLong() {
            TestLog later = new TestLog(log.signer).grownTo(SIZE + 1);

            assertRefusedReceipt(later.receipt(300), Reason.SHRUNK, "at least 601, found 600");
        }

        @Test
        void carriesItsEntryWithoutBeingBelieved() {
            TlogProof honest = TlogProof.parse(log.receipt(300));
            String carrying = honest.carrying("entry 300".getBytes(StandardCharsets.UTF_8))
                    .encode();

            assertThat(TlogProof.parse(carrying).extraBytes().orElseThrow())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("entry 300");
            assertThat(TlogProof.parse(carrying).encode()).isEqualTo(carrying);
            TlogProof forged = honest.carrying("nobody looked".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() ->
                            forged.verify(log.signer.key(), forged.extraBytes().orElseThrow()))
                    .hasMessageContaining("Inclusion proof, root");
        }

        @Test
        void isRefusedInAnyOtherForm() {
            String honest = log.receipt(300);
            for (String other : List.of(
                    honest.replace("tlog-proof@v1", "tlog-proof@v2"),
                    honest.replace("index 300", "index 0300"),
                    honest.replace("index 300", "index -1"),
                    honest.replace("index 300\n", ""),
                    honest.replace("index 300\n", "index 300\nextra AAAA\n"),
                    honest.replace("index 300\n", "extra \nindex 300\n"),
                    honest.replace("index 300\n", "index 300\nAAAA\n"))) {
                assertRefusedReceipt(other, Reason.MALFORMED, "expected");
            }
            assertRefusedReceipt(
                    honest.replace("index 300\n", "index 300\n" + (Hash.OF_NOTHING.base64() + "\n").repeat(64)),
                    Reason.PROOF_LENGTH,
                    "at most 63");
        }

        private void assertRefusedReceipt(String receipt, Reason reason, String words) {
            assertThatThrownBy(() -> verifier().verify(receipt))
                    .hasMessageContaining(words)
                    .isInstanceOfSatisfying(
                            LogRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(reason));
        }
    }

    @Nested
    class AShard {

        @Test
        void isVerifiedWithoutTheEntriesOutsideIt() throws IOException {
            files.remove("tile/entries/000");
            files.remove(LAST_BUNDLE);

            assertThat(verifier().verify(256, 512).size()).isEqualTo(SIZE);
            assertThat(verifier().verify(300, 301).size()).isEqualTo(SIZE);
            assertThatThrownBy(() -> verifier().verify(255, 512)).hasMessageContaining("tile/entries/000");
        }

        @Test
        void isVerifiedOnceWhatLiesBeforeItIsPruned() throws IOException {
            TestLog larger = new TestLog(log.signer).grownTo(256 * 256 + 700);
            files.clear();
            files.putAll(larger.files());
            files.keySet().removeIf(path -> path.matches("tile/(0|entries)/0.*") || path.equals("tile/1/000"));

            assertThat(verifier().verify(256 * 256, larger.size()).size()).isEqualTo(larger.size());
        }

        @Test
        void cannotHoldAnotherEntry() {
            List<byte[]> entries = new ArrayList<>(EntryBundle.decode(file("tile/entries/001")));
            entries.set(44, "nobody looked".getBytes(StandardCharsets.UTF_8));
            files.put("tile/entries/001", EntryBundle.encode(entries));
            byte[] tile = file("tile/0/001");
            System.arraycopy(Hash.ofLeaf(entries.get(44)).bytes(), 0, tile, 44 * Hash.LENGTH, Hash.LENGTH);

            assertThatThrownBy(() -> verifier().verify(256, 512))
                    .isInstanceOfSatisfying(
                            LogRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.CHANGED_TILE));
        }

        @Test
        void cannotReachBeyondTheLog() {
            assertThatThrownBy(() -> verifier().verify(0, SIZE + 1))
                    .isInstanceOfSatisfying(
                            LogRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.OUTSIDE_TREE));
        }

        @Test
        void mayLieInAFullTileThatHasTakenThePartialOnesPlace() throws IOException {
            Map<String, byte[]> grown = new TestLog(log.signer).grownTo(768).files();
            for (String path : List.of("tile/entries/002", "tile/0/002")) {
                files.put(path, Objects.requireNonNull(grown.get(path)));
                files.remove(path + ".p/88");
            }

            assertThat(verifier().verify().size()).isEqualTo(SIZE);
        }
    }

    @Nested
    class AStatement {

        private final List<Statement.Entry> entries = new ArrayList<>();

        AStatement() {
            for (long index : new long[] {3, 299, 599}) {
                byte[] entry = ("entry " + index).getBytes(StandardCharsets.UTF_8);
                entries.add(new Statement.Entry(index, entry, log.proofs().inclusion(index, SIZE)));
            }
        }

        @Test
        void isVerifiedEntryByEntry() {
            assertThat(new Statement(log.checkpoint(), entries)
                            .verify(log.signer.key())
                            .size())
                    .isEqualTo(SIZE);
        }

        @Test
        void cannotHoldAnotherEntry() {
            Statement.Entry honest = entries.get(1);
            byte[] other = "nobody looked".getBytes(StandardCharsets.UTF_8);
            entries.set(1, new Statement.Entry(honest.index(), other, honest.proof()));

            assertRefusedStatement(Reason.WRONG_ROOT, "Statement, entry 299");
        }

        @Test
        void cannotListAnEntryTwice() {
            entries.add(entries.getLast());

            assertRefusedStatement(Reason.MALFORMED, "more than 599, found 599");
        }

        private void assertRefusedStatement(Reason reason, String words) {
            assertThatThrownBy(() -> new Statement(log.checkpoint(), entries).verify(log.signer.key()))
                    .hasMessageContaining(words)
                    .isInstanceOfSatisfying(
                            LogRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(reason));
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

    private void assertRefused(Reason reason, String words) {
        assertThatThrownBy(() -> verifier().verify())
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(
                        LogRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
