package org.exchangehub.tlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) as notes use it, on the JDK alone. */
final class Ed25519 {

    /** Length of a public key in bytes. */
    static final int KEY_LENGTH = 32;

    /** Length of a signature in bytes. */
    static final int SIGNATURE_LENGTH = 64;

    private static final String NAME = "Ed25519";
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    /** Whether the key made this signature of this text; a key that is none made nothing. */
    static boolean signed(byte[] publicKey, byte[] text, byte[] signature) {
        try {
            byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_LENGTH);
            System.arraycopy(publicKey, 0, encoded, X509_PREFIX.length, KEY_LENGTH);
            PublicKey key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
            Signature verifier = Signature.getInstance(NAME);
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    static byte[] sign(PrivateKey key, byte[] text) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the signing key was usable at the start", unusable);
        }
    }

    /** The first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key), big endian (C2SP signed-note). */
    static int keyId(String name, byte type, byte[] publicKey) {
        MessageDigest digest = Hash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(type);
        return NoteKey.bytesInt(digest.digest(publicKey));
    }

    /**
     * The PKCS #8 key in a PEM file.
     *
     * @throws IOException when the file cannot be read
     * @throws LogRefused when it does not hold an Ed25519 key
     */
    static PrivateKey fromPem(Path file) throws IOException {
        String pem = Files.readString(file, StandardCharsets.US_ASCII)
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(NoteKey.base64(pem)));
        } catch (GeneralSecurityException malformed) {
            throw LogRefused.expected(
                    file.toString(), "an Ed25519 key as PKCS #8 in PEM", String.valueOf(malformed.getMessage()));
        }
    }

    /**
     * The public key of a private one. The platform derives a public key only while generating a pair, so a pair is
     * generated from the known seed.
     *
     * @throws LogRefused when it is not an Ed25519 key
     */
    static byte[] publicKeyOf(PrivateKey privateKey) {
        byte[] seed = privateKey instanceof EdECPrivateKey edwards
                ? edwards.getBytes().orElse(new byte[0])
                : new byte[0];
        if (seed.length != KEY_LENGTH) {
            throw LogRefused.expected("Signing key", "an Ed25519 key", privateKey.getAlgorithm());
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
            generator.initialize(NamedParameterSpec.ED25519, new KnownSeed(seed));
            byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
            byte[] publicKey = Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length);
            byte[] text = "key check\n".getBytes(StandardCharsets.UTF_8);
            if (!signed(publicKey, text, sign(privateKey, text))) {
                throw LogRefused.expected("Signing key", "a key whose signatures verify", "another");
            }
            return publicKey;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has Ed25519", impossible);
        }
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
