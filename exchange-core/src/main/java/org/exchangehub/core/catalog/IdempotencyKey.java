package org.exchangehub.core.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Idempotency-Key} of a repeatable POST: a second request with the same key by the same caller is the
 * same request.
 *
 * @param key the caller's key, told apart by caller
 * @param digest SHA-256 of what was asked, in hexadecimal
 */
public record IdempotencyKey(String key, String digest) {

    private static final int MAX_LENGTH = 200;

    /**
     * The key of a request, null when the header is absent.
     *
     * @param request what was asked, in a form that is equal if and only if the request is
     */
    public static @Nullable IdempotencyKey of(@Nullable String header, Caller caller, Object request) {
        if (header == null) {
            return null;
        }
        if (header.isBlank() || header.length() > MAX_LENGTH) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "The header Idempotency-Key is not valid.",
                    List.of(new FieldError(
                            "Idempotency-Key", "1 to " + MAX_LENGTH + " characters", header.length() + " characters")));
        }
        return new IdempotencyKey(caller.subject() + " " + header, sha256(request.toString()));
    }

    /** Refuses when an earlier request with this key asked for something else. */
    public void requireSame(String earlierDigest) {
        if (!digest.equals(earlierDigest)) {
            throw new HubProblem(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used before for another request; choose a new one.");
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
