package org.exchangehub.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.exchangehub.tlog.LogRefused.Reason;

/** A key that verifies a witness's timestamped cosignatures (C2SP tlog-cosignature, {@code cosignature/v1}); a value. */
public final class WitnessKey {

    static final int TIME_LENGTH = 8;

    private final VerifierKey key;

    WitnessKey(String name, byte[] publicKey) {
        this(new VerifierKey(name, VerifierKey.COSIGNATURE, publicKey));
    }

    private WitnessKey(VerifierKey key) {
        this.key = key;
    }

    /**
     * Reads {@code <name>+<key id in hex>+<base64 of 0x04 and the public key>}.
     *
     * @throws LogRefused when it is not such a text, or the id is not that of the key
     */
    public static WitnessKey parse(String vkey) {
        return new WitnessKey(VerifierKey.parse(vkey, VerifierKey.COSIGNATURE));
    }

    public String name() {
        return key.name();
    }

    /** The first four bytes of SHA-256(name ‖ newline ‖ 0x04 ‖ public key), big endian. */
    public int id() {
        return key.id();
    }

    /** The text form, for whoever verifies. */
    public String vkey() {
        return key.text();
    }

    /**
     * This witness's cosignature on a note, if there is one.
     *
     * @throws LogRefused when one bears the witness's name and key id and is not its own: the note deserves no trust
     */
    public Optional<Cosignature> on(SignedNote note) {
        return note.by(name(), id()).map(signature -> verified(note.text(), signature.bytes()));
    }

    private Cosignature verified(String text, byte[] signature) {
        if (signature.length != TIME_LENGTH + Ed25519.SIGNATURE_LENGTH) {
            throw LogRefused.expected(
                    "Cosignature of " + name() + ", bytes", TIME_LENGTH + Ed25519.SIGNATURE_LENGTH, signature.length);
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        byte[] signed = Arrays.copyOfRange(signature, TIME_LENGTH, signature.length);
        if (seconds < 0 || !Ed25519.signed(key.publicKey(), message(seconds, text), signed)) {
            throw LogRefused.because(
                    Reason.BAD_SIGNATURE,
                    "Cosignature of " + name(),
                    "one of this checkpoint at its stated time",
                    "one of something else");
        }
        return new Cosignature(this, time(seconds));
    }

    private static Instant time(long seconds) {
        return Instant.ofEpochSecond(Math.min(seconds, Instant.MAX.getEpochSecond()));
    }

    static byte[] message(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WitnessKey witness && vkey().equals(witness.vkey());
    }

    @Override
    public int hashCode() {
        return vkey().hashCode();
    }

    @Override
    public String toString() {
        return vkey();
    }
}
