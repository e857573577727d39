package org.exchangehub.tlog;

import java.util.Arrays;
import java.util.Base64;

/**
 * The text form of a key, {@code <name>+<key id in hex>+<base64 of type and public key>} (C2SP signed-note), of either
 * type that is used here.
 *
 * @param type the signature type's byte: {@link #NOTE} or {@link #COSIGNATURE}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record VerifierKey(String name, byte type, byte[] publicKey) {

    /** Ed25519 signatures of notes. */
    static final byte NOTE = 1;

    /** Timestamped Ed25519 cosignatures of witnesses (C2SP tlog-cosignature). */
    static final byte COSIGNATURE = 4;

    VerifierKey {
        if (!NoteKey.isName(name)) {
            throw LogRefused.expected("Key name", "no spaces and no plus sign", name);
        }
        if (publicKey.length != Ed25519.KEY_LENGTH) {
            throw LogRefused.expected("Ed25519 public key, bytes", Ed25519.KEY_LENGTH, publicKey.length);
        }
        publicKey = publicKey.clone();
    }

    static VerifierKey parse(String vkey, byte type) {
        String[] parts = vkey.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw LogRefused.expected("Verifier key", "<name>+<id>+<key>", vkey);
        }
        byte[] key = NoteKey.base64(parts[2]);
        if (key.length == 0 || key[0] != type) {
            throw LogRefused.because(
                    LogRefused.Reason.UNKNOWN_SIGNATURE_TYPE,
                    "Verifier key, signature type",
                    type,
                    key.length == 0 ? "none" : Byte.toUnsignedInt(key[0]));
        }
        VerifierKey parsed = new VerifierKey(parts[0], type, Arrays.copyOfRange(key, 1, key.length));
        if (!parsed.idHex().equals(parts[1])) {
            throw LogRefused.because(LogRefused.Reason.WRONG_KEY_ID, "Verifier key, id", parsed.idHex(), parts[1]);
        }
        return parsed;
    }

    int id() {
        return Ed25519.keyId(name, type, publicKey);
    }

    private String idHex() {
        return "%08x".formatted(id());
    }

    String text() {
        byte[] key = new byte[1 + publicKey.length];
        key[0] = type;
        System.arraycopy(publicKey, 0, key, 1, publicKey.length);
        return name + "+" + idHex() + "+" + Base64.getEncoder().encodeToString(key);
    }
}
