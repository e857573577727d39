package org.exchangehub.tlog;

import java.nio.ByteBuffer;
import java.util.Base64;

/** A key that verifies signed notes: a name and an Ed25519 public key (C2SP signed-note); a value. */
public final class NoteKey {

    private final VerifierKey key;

    NoteKey(String name, byte[] publicKey) {
        this(new VerifierKey(name, VerifierKey.NOTE, publicKey));
    }

    private NoteKey(VerifierKey key) {
        this.key = key;
    }

    /**
     * Reads {@code <name>+<key id in hex>+<base64 of 0x01 and the public key>}.
     *
     * @throws LogRefused when it is not such a text, or the id is not that of the key
     */
    public static NoteKey parse(String vkey) {
        return new NoteKey(VerifierKey.parse(vkey, VerifierKey.NOTE));
    }

    public String name() {
        return key.name();
    }

    /** The first four bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ public key), big endian. */
    public int id() {
        return key.id();
    }

    /** The text form, for whoever verifies. */
    public String vkey() {
        return key.text();
    }

    boolean signed(byte[] text, byte[] signature) {
        return Ed25519.signed(key.publicKey(), text, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey note && vkey().equals(note.vkey());
    }

    @Override
    public int hashCode() {
        return vkey().hashCode();
    }

    @Override
    public String toString() {
        return vkey();
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+' || c < ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw LogRefused.expected("Base64", "standard base64", text);
        }
        throw LogRefused.expected("Base64", "standard base64 with its padding", text);
    }

    static byte[] intBytes(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    static int bytesInt(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt();
    }
}
