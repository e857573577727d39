package org.exchangehub.cli.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Map;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.MemoryLog;
import org.exchangehub.tlog.NoteSigner;
import org.exchangehub.tlog.TlogProof;

/** An honest log of entries of two years, as a directory. */
final class SmallLog {

    static final String ORIGIN = "hub.example/log";

    final NoteSigner signer = NoteSigner.of(ORIGIN, key());
    final MemoryLog log = new MemoryLog();

    static PrivateKey key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Entry {@code n} of the first 300 is of 2025, later ones are of 2026. */
    static byte[] entry(long n) {
        return ("{\"at\":\"" + (n < 300 ? 2025 : 2026) + "-06-01T00:00:00Z\",\"n\":" + n + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    SmallLog grownTo(int size) {
        while (log.size() < size) {
            log.append(entry(log.size()));
        }
        return this;
    }

    String checkpoint() {
        return signed(log.proofs().root(log.size()));
    }

    String signed(Hash root) {
        return signer.sign(new Checkpoint(ORIGIN, log.size(), root).text()).encode();
    }

    TlogProof receipt(long index) {
        return new TlogProof(index, log.proofs().inclusion(index, log.size()), checkpoint());
    }

    String statement(long... indexes) {
        StringBuilder entries = new StringBuilder();
        for (long index : indexes) {
            StringBuilder proof = new StringBuilder();
            for (Hash hash : log.proofs().inclusion(index, log.size())) {
                proof.append(proof.isEmpty() ? "" : ",")
                        .append('"')
                        .append(hash.base64())
                        .append('"');
            }
            entries.append(entries.isEmpty() ? "" : ",")
                    .append("{\"index\":%d,\"entry\":\"%s\",\"proof\":[%s]}"
                            .formatted(index, Base64.getEncoder().encodeToString(entry(index)), proof));
        }
        return "{\"checkpoint\":\"" + checkpoint().replace("\n", "\\n") + "\",\"entries\":[" + entries + "]}";
    }

    /** Writes what the log publishes, and its key. */
    void publish(Path directory) throws IOException {
        for (Map.Entry<String, byte[]> file : log.files().entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Files.writeString(directory.resolve("checkpoint"), checkpoint());
        Files.writeString(directory.resolve("log.vkey"), signer.key().vkey() + "\n");
    }
}
