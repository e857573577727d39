package org.exchangehub.core.audit;

/** How the thing a fact tells of ended. */
public enum Outcome {
    ALLOWED,
    DENIED,
    FAILED
}
