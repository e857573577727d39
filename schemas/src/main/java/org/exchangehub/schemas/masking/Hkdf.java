package org.exchangehub.schemas.masking;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 and the derivation of keys by it (RFC 2104, RFC 5869). */
final class Hkdf {

    private static final String HMAC = "HmacSHA256";
    private static final int HASH = 32;

    private Hkdf() {}

    static byte[] extract(byte[] salt, byte[] secret) {
        return mac(salt).doFinal(secret);
    }

    /** @param length in bytes, at most 255 × 32 */
    static byte[] expand(byte[] extracted, byte[] info, int length) {
        byte[] output = new byte[length];
        byte[] block = {};
        Mac mac = mac(extracted);
        for (int i = 1, filled = 0; filled < length; i++, filled += HASH) {
            mac.update(block);
            mac.update(info);
            mac.update((byte) i);
            block = mac.doFinal();
            System.arraycopy(block, 0, output, filled, Math.min(HASH, length - filled));
        }
        return output;
    }

    static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java platform has " + HMAC, impossible);
        }
    }

    /** The first bytes of the code of a message. */
    static byte[] first(int bytes, byte[] key, byte[] message) {
        return Arrays.copyOf(mac(key).doFinal(message), bytes);
    }
}
