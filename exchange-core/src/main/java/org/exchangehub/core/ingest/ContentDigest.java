package org.exchangehub.core.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;

/** The SHA-256 of a part, as the header {@code Content-Digest} (RFC 9530) carries it: {@code sha-256=:<base64>:}. */
final class ContentDigest {

    static final String HEADER = "Content-Digest";

    private static final int LENGTH = 32;
    private static final Pattern SHA_256 = Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]+={0,2}):\\s*(?:,|$)");

    private final byte[] sha256;

    private ContentDigest(byte[] sha256) {
        this.sha256 = sha256;
    }

    static ContentDigest of(byte[] sha256) {
        if (sha256.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 has 32 bytes, found " + sha256.length);
        }
        return new ContentDigest(sha256.clone());
    }

    /** Of a text in UTF-8. */
    static ContentDigest ofText(String text) {
        try {
            return new ContentDigest(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes the header apart; other algorithms beside SHA-256 are passed over. */
    static ContentDigest parse(String header) {
        Matcher matcher = SHA_256.matcher(header);
        if (matcher.find()) {
            try {
                byte[] bytes = Base64.getDecoder().decode(matcher.group(1));
                if (bytes.length == LENGTH) {
                    return new ContentDigest(bytes);
                }
            } catch (IllegalArgumentException notBase64) {
                // refused below like any other malformed header
            }
        }
        throw new HubProblem(
                ErrorCode.REQUEST_INVALID,
                "The header Content-Digest is not as RFC 9530 has it",
                List.of(new FieldError(HEADER, "sha-256=:<base64 of 32 bytes>:", null)));
    }

    byte[] bytes() {
        return sha256.clone();
    }

    String hex() {
        return HexFormat.of().formatHex(sha256);
    }

    /** As the header carries it. */
    @Override
    public String toString() {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentDigest digest && Arrays.equals(sha256, digest.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }
}
