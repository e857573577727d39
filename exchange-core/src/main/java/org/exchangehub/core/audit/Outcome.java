package org.exchangehub.core.audit;

/** How the thing a fact tells of ended. */
public enum Outcome {
    ALLOWED,
    DENIED,
    FAILED,
    /** A long answer was sent to its end. */
    COMPLETED,
    /** The receiver of a long answer went away before its end. */
    ABORTED,
    /** Nobody can say how much of a long answer was sent: the instance that sent it died. */
    UNKNOWN
}
