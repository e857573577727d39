package org.exchangehub.tlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Signs notes with an Ed25519 private key (C2SP signed-note). */
public final class NoteSigner {

    private static final String ED25519 = "Ed25519";

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
        String pem = Files.readString(file, StandardCharsets.US_ASCII)
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s", "");
        try {
            return of(
                    name,
                    KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(NoteKey.base64(pem))));
        } catch (GeneralSecurityException malformed) {
            throw LogRefused.expected(
                    file.toString(), "an Ed25519 key as PKCS #8 in PEM", String.valueOf(malformed.getMessage()));
        }
    }

    /** A signer of this name with this Ed25519 key. */
    public static NoteSigner of(String name, PrivateKey privateKey) {
        try {
            NoteSigner signer = new NoteSigner(privateKey, new NoteKey(name, publicKeyOf(privateKey)));
            signer.sign("key check\n").verify(signer.key);
            return signer;
        } catch (GeneralSecurityException malformed) {
            throw LogRefused.expected("Signing key", "an Ed25519 key", String.valueOf(malformed.getMessage()));
        }
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
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            String encoded = Base64.getEncoder().encodeToString(signature.sign());
            return new SignedNote(text, List.of(new SignedNote.Signature(key.name(), key.id(), encoded)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the signing key was usable at the start", unusable);
        }
    }

    /** The platform derives a public key only while generating a pair, so a pair is generated from the known seed. */
    private static byte[] publicKeyOf(PrivateKey privateKey) throws GeneralSecurityException {
        byte[] seed = privateKey instanceof EdECPrivateKey edwards
                ? edwards.getBytes().orElseThrow(() -> new GeneralSecurityException("the key hides its bytes"))
                : new byte[0];
        if (seed.length != Hash.LENGTH) {
            throw new GeneralSecurityException("found " + privateKey.getAlgorithm());
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ED25519);
        generator.initialize(NamedParameterSpec.ED25519, new KnownSeed(seed));
        byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - Hash.LENGTH, encoded.length);
    }

    /** Not random at all: hands out the seed whose public key is wanted. */
    private static final class KnownSeed extends SecureRandom {

        private final byte[] seed;

        KnownSeed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
