package org.exchangehub.journeys.tampering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.CosignatureSigner;
import org.exchangehub.tlog.MemoryLog;
import org.exchangehub.tlog.NoteSigner;
import org.exchangehub.tlog.SignedNote;
import org.exchangehub.tlog.TlogProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite of {@code ./hub faults audit} in small, on a log of its own: every verifier that is there finds every lie out. */
class TamperingTests {

    private static final Path DRIVERS = Path.of("../transparency-log/src/test/resources/outside");
    private static final int SIZE = 700;
    private static final int OF_EACH_KIND = 24;
    private static final long SEED = 20261123;

    private final NoteSigner operator = NoteSigner.of("hub.example/log", key());
    private final List<CosignatureSigner> witnesses = List.of(
            CosignatureSigner.of("witness.example/w1", key()), CosignatureSigner.of("witness.example/w2", key()));
    private final TrueLog log = trueLog();

    @TempDir
    Path folder;

    @Test
    void isFoundOutByTheShippedVerifier() throws IOException {
        tried(new OwnVerifier());
    }

    @Test
    void isFoundOutByGo() throws Exception {
        Optional<GoVerifier> go = GoVerifier.start(DRIVERS, folder);
        assumeThat(go).as(GoVerifier.ABSENT).isPresent();
        tried(go.orElseThrow());
    }

    @Test
    void isFoundOutBySigstoreAsFarAsReceiptsGo() throws Exception {
        Optional<SigstoreVerifier> sigstore = SigstoreVerifier.start(DRIVERS, folder);
        assumeThat(sigstore).as(SigstoreVerifier.ABSENT).isPresent();
        tried(sigstore.orElseThrow());
    }

    private void tried(Judge judge) throws IOException {
        try (judge) {
            Trial trial = new Trial(log, List.of(judge));

            trial.run(new Liar(log, SEED), OF_EACH_KIND);

            assertThat(trial.wrong()).isEmpty();
            assertThat(trial.truths()).isPositive();
            assertThat(trial.of(judge).found())
                    .isEqualTo(trial.of(judge).shown())
                    .isPositive();
        }
    }

    private TrueLog trueLog() {
        MemoryLog grown = new MemoryLog();
        List<byte[]> entries = new ArrayList<>();
        List<String> checkpoints = new ArrayList<>();
        for (int i = 1; i <= SIZE; i++) {
            byte[] entry = ("{\"n\":" + i + ",\"kind\":\"RECORD_READ\"}").getBytes(StandardCharsets.UTF_8);
            entries.add(entry);
            grown.append(entry);
            if (i % 70 == 0) {
                checkpoints.add(checkpoint(grown));
            }
        }
        Map<Long, String> receipts = new HashMap<>();
        for (long index : new long[] {0, 255, 256, 300, 511, 699}) {
            receipts.put(
                    index, new TlogProof(index, grown.proofs().inclusion(index, SIZE), checkpoints.getLast()).encode());
        }
        return new TrueLog(
                entries,
                checkpoints.getLast(),
                checkpoints.get(5),
                checkpoints.subList(0, 5),
                receipts,
                operator,
                witnesses.stream().map(CosignatureSigner::key).toList());
    }

    private String checkpoint(MemoryLog grown) {
        Checkpoint checkpoint = new Checkpoint(
                operator.key().name(), grown.size(), grown.proofs().root(grown.size()));
        SignedNote note = operator.sign(checkpoint.text());
        return note.with(witnesses.stream()
                        .map(witness -> witness.sign(note.text(), Instant.ofEpochSecond(1_800_000_000)))
                        .toList())
                .encode();
    }

    private static PrivateKey key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
