package org.exchangehub.core.insight;

import org.exchangehub.core.audit.Who;
import org.jspecify.annotations.Nullable;

/**
 * Unusual use by one caller.
 *
 * @param first log index of the first entry it rests on
 * @param firstSlot minute or hour since 1970 of the first detection
 * @param counted the most within a window
 * @param limit of volumes, above which they are unusual
 */
record Finding(
        Rule rule,
        Who who,
        long first,
        long last,
        long firstSlot,
        long lastSlot,
        long counted,
        long missed,
        long near,
        @Nullable Long limit) {

    /** This one going on. */
    Finding and(Finding later) {
        return new Finding(
                rule,
                who,
                Math.min(first, later.first),
                Math.max(last, later.last),
                Math.min(firstSlot, later.firstSlot),
                Math.max(lastSlot, later.lastSlot),
                Math.max(counted, later.counted),
                Math.max(missed, later.missed),
                Math.max(near, later.near),
                later.limit);
    }
}
