package org.exchangehub.tlog;

/** Something about a log is not as it must be; the message says what was expected and what was found. */
public class LogRefused extends RuntimeException {

    public LogRefused(String message) {
        super(message);
    }

    static LogRefused expected(String what, Object expected, Object found) {
        return new LogRefused(what + ": expected " + expected + ", found " + found + ".");
    }
}
