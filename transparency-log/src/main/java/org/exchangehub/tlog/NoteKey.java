package org.exchangehub.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A key that verifies signed notes: a name and an Ed25519 public key (C2SP signed-note); a value. */
public final class NoteKey {

    static final byte ED25519 = 1;

    private static final int KEY_LENGTH = 32;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] publicKey;

    NoteKey(String name, byte[] publicKey) {
        if (!isName(name)) {
            throw LogRefused.expected("Key name", "no spaces and no plus sign", name);
        }
        if (publicKey.length != KEY_LENGTH) {
            throw LogRefused.expected("Ed25519 public key, bytes", KEY_LENGTH, publicKey.length);
        }
        this.name = name;
        this.publicKey = publicKey.clone();
    }

    /**
     * Reads {@code <name>+<key id in hex>+<base64 of 0x01 and the public key>}.
     *
     * @throws LogRefused when it is not such a text, or the id is not that of the key
     */
    public static NoteKey parse(String vkey) {
        String[] parts = vkey.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw LogRefused.expected("Verifier key", "<name>+<id>+<key>", vkey);
        }
        byte[] key = base64(parts[2]);
        if (key.length == 0 || key[0] != ED25519) {
            throw LogRefused.expected("Verifier key, algorithm", ED25519, key.length == 0 ? "none" : key[0]);
        }
        NoteKey parsed = new NoteKey(parts[0], Arrays.copyOfRange(key, 1, key.length));
        if (!parsed.idHex().equals(parts[1])) {
            throw LogRefused.expected("Verifier key, id", parsed.idHex(), parts[1]);
        }
        return parsed;
    }

    public String name() {
        return name;
    }

    /** The first four bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ public key), big endian. */
    public int id() {
        MessageDigest digest = Hash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        return bytesInt(digest.digest(publicKey));
    }

    /** The key as text, to be handed to whoever verifies. */
    public String vkey() {
        byte[] key = new byte[1 + KEY_LENGTH];
        key[0] = ED25519;
        System.arraycopy(publicKey, 0, key, 1, KEY_LENGTH);
        return name + "+" + idHex() + "+" + Base64.getEncoder().encodeToString(key);
    }

    boolean signed(byte[] text, byte[] signature) {
        try {
            byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_LENGTH);
            System.arraycopy(publicKey, 0, encoded, X509_PREFIX.length, KEY_LENGTH);
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey key && vkey().equals(key.vkey());
    }

    @Override
    public int hashCode() {
        return vkey().hashCode();
    }

    @Override
    public String toString() {
        return vkey();
    }

    private String idHex() {
        return "%08x".formatted(id());
    }

    static boolean isName(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(c -> c == '+' || Character.isWhitespace(c) || c < ' ');
    }

    static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw LogRefused.expected("Base64", "standard base64", text);
        }
    }

    static byte[] intBytes(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    static int bytesInt(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt();
    }
}
