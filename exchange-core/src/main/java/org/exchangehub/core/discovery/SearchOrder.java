package org.exchangehub.core.discovery;

/** In which order finds are given. */
enum SearchOrder {
    /** The best first; without words as {@link #UPDATED}. */
    RELEVANCE,
    /** The last changed first. */
    UPDATED
}
