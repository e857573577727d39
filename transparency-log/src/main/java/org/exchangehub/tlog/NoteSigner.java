package org.exchangehub.tlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;

/** Signs notes with an Ed25519 private key (C2SP signed-note). */
public final class NoteSigner {

    private final PrivateKey privateKey;
    private final NoteKey key;

    private NoteSigner(PrivateKey privateKey, NoteKey key) {
        this.privateKey = privateKey;
        this.key = key;
    }

    /**
     * A signer of this name with the PKCS #8 key in a PEM file.
     *
     * @throws IOException when the file cannot be read
     * @throws LogRefused when it does not hold an Ed25519 key
     */
    public static NoteSigner fromPem(String name, Path file) throws IOException {
        return of(name, Ed25519.fromPem(file));
    }

    /** A signer of this name with this Ed25519 key. */
    public static NoteSigner of(String name, PrivateKey privateKey) {
        return new NoteSigner(privateKey, new NoteKey(name, Ed25519.publicKeyOf(privateKey)));
    }

    /** The key that verifies what this signs. */
    public NoteKey key() {
        return key;
    }

    /**
     * Signs a text that ends with a newline.
     *
     * @throws LogRefused when the text cannot be a note's
     */
    public SignedNote sign(String text) {
        byte[] signature = Ed25519.sign(privateKey, text.getBytes(StandardCharsets.UTF_8));
        String encoded = Base64.getEncoder().encodeToString(signature);
        return new SignedNote(text, List.of(new SignedNote.Signature(key.name(), key.id(), encoded)));
    }
}
