package org.exchangehub.schemas.check;

/** What a finding does to its record. */
public enum Severity {
    /** The record is refused and goes to quarantine. */
    ERROR,
    /** The record is published; the finding is counted and reported to the source. */
    WARNING
}
