package org.exchangehub.tlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;

/** Makes a witness's timestamped cosignatures (C2SP tlog-cosignature, Ed25519). */
public final class CosignatureSigner {

    private final PrivateKey privateKey;
    private final WitnessKey key;

    private CosignatureSigner(PrivateKey privateKey, WitnessKey key) {
        this.privateKey = privateKey;
        this.key = key;
    }

    /**
     * A signer of this name with the PKCS #8 key in a PEM file.
     *
     * @throws IOException when the file cannot be read
     * @throws LogRefused when it does not hold an Ed25519 key
     */
    public static CosignatureSigner fromPem(String name, Path file) throws IOException {
        return of(name, Ed25519.fromPem(file));
    }

    /** A signer of this name with this Ed25519 key; one key serves one witness only. */
    public static CosignatureSigner of(String name, PrivateKey privateKey) {
        return new CosignatureSigner(privateKey, new WitnessKey(name, Ed25519.publicKeyOf(privateKey)));
    }

    /** The key that verifies what this signs. */
    public WitnessKey key() {
        return key;
    }

    /** The cosignature of a checkpoint's text. */
    public SignedNote.Signature sign(String checkpointText, Instant at) {
        long seconds = at.getEpochSecond();
        byte[] signature = Ed25519.sign(privateKey, WitnessKey.message(seconds, checkpointText));
        byte[] stamped = ByteBuffer.allocate(WitnessKey.TIME_LENGTH + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
        return new SignedNote.Signature(
                key.name(), key.id(), Base64.getEncoder().encodeToString(stamped));
    }
}
