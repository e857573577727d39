package org.exchangehub.tlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Map;
import java.util.Optional;

/** An honest little log in memory, and the files it would publish. */
final class TestLog {

    static final String ORIGIN = "hub.example/log";

    private final MemoryLog log = new MemoryLog();
    final NoteSigner signer;

    TestLog() {
        this(signer(ORIGIN));
    }

    TestLog(String origin) {
        this(signer(origin));
    }

    /** A log under the key of another, as an operator who lies would keep it. */
    TestLog(NoteSigner signer) {
        this.signer = signer;
    }

    static NoteSigner signer(String name) {
        return NoteSigner.of(name, key());
    }

    static CosignatureSigner witness(String name) {
        return CosignatureSigner.of(name, key());
    }

    private static PrivateKey key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Hash append(byte[] entry) {
        return log.append(entry);
    }

    TestLog grownTo(int size) {
        while (size() < size) {
            append(("entry " + size()).getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    long size() {
        return log.size();
    }

    ProofBuilder proofs() {
        return log.proofs();
    }

    String checkpoint() {
        return checkpoint(size());
    }

    String checkpoint(long size) {
        return signed(new Checkpoint(signer.key().name(), size, proofs().root(size)));
    }

    String signed(Checkpoint checkpoint) {
        return signer.sign(checkpoint.text()).encode();
    }

    String receipt(long index) {
        return new TlogProof(index, proofs().inclusion(index, size()), checkpoint()).encode();
    }

    /** What the log publishes, by path; to be tampered with. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = log.files();
        files.put("checkpoint", checkpoint().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    static TileSource source(Map<String, byte[]> files) {
        return path -> Optional.ofNullable(files.get(path));
    }
}
