package org.exchangehub.schemas.canonical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 (FIPS 180-4) of canonical bytes. */
public final class Digest {

    /** Bytes of a digest. */
    public static final int LENGTH = 32;

    private final byte[] sha256;

    private Digest(byte[] sha256) {
        this.sha256 = sha256;
    }

    /** The digest of these bytes; {@code IllegalArgumentException} when there are not {@link #LENGTH}. */
    public static Digest of(byte[] sha256) {
        if (sha256.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 has " + LENGTH + " bytes, found " + sha256.length);
        }
        return new Digest(sha256.clone());
    }

    /** Reads what {@link #hex} writes. */
    public static Digest ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** The digest of one domain's bytes: its name goes first, so that bytes of another domain never have the same digest. */
    static Digest of(String domain, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(domain.getBytes(StandardCharsets.US_ASCII));
            for (byte[] part : parts) {
                digest.update(part);
            }
            return new Digest(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    public byte[] bytes() {
        return sha256.clone();
    }

    /** 64 digits, lower case. */
    public String hex() {
        return HexFormat.of().formatHex(sha256);
    }

    @Override
    public String toString() {
        return hex();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(sha256, digest.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }
}
