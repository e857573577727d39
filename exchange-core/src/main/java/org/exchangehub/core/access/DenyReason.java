package org.exchangehub.core.access;

/** Why an access is denied; stable, clients may switch on it. */
public enum DenyReason {
    /** The caller's client holds no grant for the dataset. */
    NO_GRANT,
    /** The caller's client was revoked. */
    CLIENT_REVOKED,
    /** There is a grant, for another purpose than the one stated. */
    PURPOSE_MISMATCH,
    /** The grant's first day is still to come. */
    NOT_YET_VALID,
    /** The grant's last day is over. */
    EXPIRED,
    /** The grant is suspended. */
    SUSPENDED,
    /** The grant was ended. */
    TERMINATED,
    /** The grant is for other ways of access. */
    MODE_NOT_GRANTED,
    /** The dataset is not published. */
    DATASET_NOT_PUBLISHED,
    /** A field was named that the grant does not name, or not for this use. */
    FIELD_NOT_GRANTED,
    /** A masked field was used to select records. */
    FIELD_NOT_FILTERABLE,
    /** A field that is not clear was used to sort records. */
    FIELD_NOT_SORTABLE
}
