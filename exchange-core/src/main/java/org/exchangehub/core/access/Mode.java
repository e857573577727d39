package org.exchangehub.core.access;

import org.exchangehub.core.catalog.ShareMode;

/** A way out of the hub, as applications ask for it and grants allow it. */
public enum Mode {
    /** One record or a page of records. */
    QUERY(ShareMode.SERVICE),
    /** Whether a claim about one record is true, nothing else. */
    VERIFY(ShareMode.SERVICE),
    /** A file. */
    EXPORT(ShareMode.FILE),
    /** What changed since the last look. */
    CHANGES(ShareMode.SERVICE);

    private final ShareMode shareMode;

    Mode(ShareMode shareMode) {
        this.shareMode = shareMode;
    }

    /** The law's way of sharing this belongs to. */
    public ShareMode shareMode() {
        return shareMode;
    }
}
