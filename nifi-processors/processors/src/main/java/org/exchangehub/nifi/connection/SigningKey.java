package org.exchangehub.nifi.connection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A client's private key: RSA signs as RS256, elliptic curve P-256 as ES256 (RFC 7518 §3.1). */
final class SigningKey {

    private static final int SMALLEST_RSA = 2048;
    private static final int P256 = 256;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final PrivateKey key;
    private final boolean rsa;

    private SigningKey(PrivateKey key, boolean rsa) {
        this.key = key;
        this.rsa = rsa;
    }

    /**
     * Reads a key from PKCS#8 PEM, line ends or not.
     *
     * @throws IllegalArgumentException saying what was expected; never with the key's text
     */
    static SigningKey parse(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(
                    "expected an unencrypted PKCS#8 key in PEM (" + BEGIN + "), found other text");
        }
        byte[] der;
        try {
            String body = pem.substring(begin + BEGIN.length(), end).replace("\\n", "");
            der = Base64.getDecoder().decode(body.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("expected base64 between the PEM's lines, found other text", e);
        }
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(der);
        try {
            return rsa((RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(spec));
        } catch (GeneralSecurityException notRsa) {
            try {
                return ec((ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec));
            } catch (GeneralSecurityException notEc) {
                throw new IllegalArgumentException("expected an RSA or EC key, found neither", notEc);
            }
        }
    }

    private static SigningKey rsa(RSAPrivateKey key) {
        if (key.getModulus().bitLength() < SMALLEST_RSA) {
            throw new IllegalArgumentException("expected an RSA key of at least " + SMALLEST_RSA + " bits, found "
                    + key.getModulus().bitLength());
        }
        return new SigningKey(key, true);
    }

    private static SigningKey ec(ECPrivateKey key) {
        int bits = key.getParams().getOrder().bitLength();
        if (bits != P256) {
            throw new IllegalArgumentException("expected an EC key on P-256, found one of " + bits + " bits");
        }
        return new SigningKey(key, false);
    }

    /** Name of the algorithm in a JOSE header. */
    String algorithm() {
        return rsa ? "RS256" : "ES256";
    }

    /** Signs a JWS signing input. */
    byte[] sign(String input) {
        try {
            Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK cannot sign with " + algorithm(), e);
        }
    }
}
