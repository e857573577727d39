package org.exchangehub.core.catalog;

import org.jspecify.annotations.Nullable;

/**
 * The catalog authority's word on a dataset handed in.
 *
 * @param opinion at most 1 000 characters; needed when it is returned
 */
record Review(@Nullable Decision decision, @Nullable String opinion) {

    /** What a review can come to. */
    enum Decision {
        APPROVE,
        RETURN
    }
}
