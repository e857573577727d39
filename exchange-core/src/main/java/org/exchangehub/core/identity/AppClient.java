package org.exchangehub.core.identity;

/**
 * A consuming application's client and whose it is.
 *
 * @param client {@code app-<code>}
 * @param department code of the department whose group its service account is in
 */
public record AppClient(String client, String department, State state) {

    /** Whether it may call. */
    public enum State {
        ACTIVE,
        REVOKED
    }

    public boolean inForce() {
        return state == State.ACTIVE;
    }
}
