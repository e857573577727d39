package org.exchangehub.schemas.masking;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The hub's secret from which the keys of all recipients' tokens are derived by HKDF-SHA-256 (RFC 5869).
 *
 * <p>A token is {@code t<epoch>.} and 26 characters of a to z and 2 to 7: base 32 (RFC 4648, lower case, no padding) of the first
 * 128 bits of HMAC-SHA-256 over the normalised identifier in UTF-8. The HMAC's key is {@code HKDF-Expand(HKDF-Extract(salt, secret),
 * info, 32)} with the salt {@code exchange-hub recipient token} and, as info, epoch, recipient and data element, the epoch as four
 * bytes, each text as its length in UTF-8 (four bytes) and its bytes. So the same identifier has the same token for one recipient
 * in every dataset that holds the data element, and two recipients cannot join theirs; nobody without the secret can try out
 * identifiers.
 */
public final class TokenSecret {

    /** Bytes a secret has at least: as many as the hash. */
    public static final int LEAST_BYTES = 32;

    private static final byte[] SALT = "exchange-hub recipient token".getBytes(StandardCharsets.US_ASCII);

    private final int epoch;
    private final byte[] extracted;

    private TokenSecret(int epoch, byte[] extracted) {
        this.epoch = epoch;
        this.extracted = extracted;
    }

    /**
     * The secret of an epoch.
     *
     * @param epoch counts the secrets, from 1: a new secret needs a new epoch, which is seen in every token
     * @throws IllegalArgumentException when the secret is shorter than {@link #LEAST_BYTES} or the epoch below 1
     */
    public static TokenSecret of(int epoch, byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "expected a secret of at least " + LEAST_BYTES + " bytes, found " + secret.length);
        }
        if (epoch < 1) {
            throw new IllegalArgumentException("expected an epoch of at least 1, found " + epoch);
        }
        return new TokenSecret(epoch, Hkdf.extract(SALT, secret));
    }

    /** Reads a secret as it is kept in files: base 64 for URLs, white space around it. */
    public static TokenSecret ofText(int epoch, String text) {
        return of(epoch, Base64.getUrlDecoder().decode(text.strip()));
    }

    /**
     * The tokens of one recipient for one data element.
     *
     * @param recipient who they are for: an application and its department
     * @param element the data element, the same wherever the same kind of identifier stands
     */
    public Tokenizer tokens(String recipient, DataElement element) {
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        info.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(epoch).array());
        add(info, recipient);
        add(info, element.name());
        return new Tokenizer(
                "t" + epoch + ".", Hkdf.expand(extracted, info.toByteArray(), LEAST_BYTES), element.known());
    }

    private static void add(ByteArrayOutputStream info, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        info.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        info.writeBytes(bytes);
    }
}
