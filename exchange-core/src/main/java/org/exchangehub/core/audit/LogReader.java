package org.exchangehub.core.audit;

/** Whoever reads the log now; the package that knows identities says who that is. */
public interface LogReader {

    /** The caller, as the log names them. */
    Who who();

    /** Refuses with {@code ACCESS_DENIED} a caller who may not read other people's entries. */
    void requireAuditor();
}
