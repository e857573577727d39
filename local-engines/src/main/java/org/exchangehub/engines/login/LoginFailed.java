package org.exchangehub.engines.login;

/** A login did not end in a token; says at which step and what was found. */
public final class LoginFailed extends RuntimeException {

    LoginFailed(String message) {
        super(message);
    }

    LoginFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
