package org.exchangehub.tlog;

/** Something about a log is not as it must be; the message says what was expected and what was found. */
public class LogRefused extends RuntimeException {

    /** Why something is refused, for programs; every kind of lie has its own. */
    public enum Reason {
        /** It is not in the form its specification demands. */
        MALFORMED,
        /** A verifier key is of a kind that is not supported here. */
        UNKNOWN_SIGNATURE_TYPE,
        /** A verifier key states an id that is not that of its name, type and key. */
        WRONG_KEY_ID,
        /** The trusted key's name and id are on none of the signatures. */
        NOT_SIGNED,
        /** The trusted key's name and id are on more than one signature. */
        SIGNED_TWICE,
        /** The trusted key did not make the signature that bears its name and id. */
        BAD_SIGNATURE,
        /** Another log than the one expected speaks. */
        OTHER_LOG,
        /** An index or a size is not within the tree. */
        OUTSIDE_TREE,
        /** A proof has more or fewer hashes than one of its index and size has. */
        PROOF_LENGTH,
        /** The hashes do not lead to the root that was signed. */
        WRONG_ROOT,
        /** Something the log must publish is not there. */
        MISSING,
        /** A tile or bundle holds more or less than it must, or ends too early. */
        TRUNCATED,
        /** An entry is not the one its leaf hash stands for. */
        CHANGED_ENTRY,
        /** A tile holds another hash than the level below it leads to. */
        CHANGED_TILE,
        /** The log is smaller than it was. */
        SHRUNK,
        /** The log's past is another than it was. */
        FORKED,
        /** Fewer trusted witnesses than demanded have cosigned. */
        FEW_WITNESSES,
        /** Anything else; the message says it. */
        OTHER
    }

    private final Reason reason;
    private final String what;
    private final String expected;
    private final String found;

    public LogRefused(String message) {
        super(message);
        this.reason = Reason.OTHER;
        this.what = message;
        this.expected = "";
        this.found = "";
    }

    private LogRefused(Reason reason, String what, String expected, String found) {
        super(what + ": expected " + expected + ", found " + found + ".");
        this.reason = reason;
        this.what = what;
        this.expected = expected;
        this.found = found;
    }

    static LogRefused because(Reason reason, String what, Object expected, Object found) {
        return new LogRefused(reason, what, String.valueOf(expected), String.valueOf(found));
    }

    static LogRefused expected(String what, Object expected, Object found) {
        return because(Reason.MALFORMED, what, expected, found);
    }

    public Reason reason() {
        return reason;
    }

    /** What was looked at. */
    public String what() {
        return what;
    }

    /** What it should have been; empty when the message says all. */
    public String expected() {
        return expected;
    }

    /** What it was; empty when the message says all. */
    public String found() {
        return found;
    }
}
