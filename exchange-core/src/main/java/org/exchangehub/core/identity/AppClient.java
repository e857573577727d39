package org.exchangehub.core.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consuming application's client and whose it is.
 *
 * @param client {@code app-<code>}
 * @param department code of the department whose group its service account is in
 * @param method how it authenticates; null for one that was made in the identity provider without the hub
 * @param keys the public keys it may sign with, the oldest first
 * @param madeBy user name of the developer who had it made; null like {@code method}
 */
public record AppClient(
        String client,
        String department,
        @Nullable String title,
        @Nullable Method method,
        State state,
        List<ClientKey> keys,
        @Nullable String madeBy,
        Instant knownAt,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        @Nullable String reason) {

    /** Whether it may call. */
    public enum State {
        ACTIVE,
        REVOKED
    }

    /** How it proves who it is at the identity provider. */
    public enum Method {
        /** Assertions signed with a private key only the application has (private_key_jwt, RFC 7523). */
        KEY,
        /** A secret, for what cannot sign. */
        SECRET
    }

    /**
     * A public key.
     *
     * @param id goes into the assertion's header {@code kid}
     * @param endsAt when it is no longer accepted; null while nothing replaces it
     */
    public record ClientKey(
            String id, Instant addedAt, @Nullable Instant endsAt) {}

    public AppClient {
        keys = List.copyOf(keys);
    }

    public boolean inForce() {
        return state == State.ACTIVE;
    }
}
