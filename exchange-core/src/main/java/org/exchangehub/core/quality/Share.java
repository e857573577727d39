package org.exchangehub.core.quality;

import org.jspecify.annotations.Nullable;

/**
 * So many of so many.
 *
 * @param good 0 to {@code of}
 * @param of 0 when there was nothing to look at
 */
record Share(long good, long of) {

    static final Share NONE = new Share(0, 0);

    private static final long HUNDREDTHS = 10_000;
    private static final double PER_POINT = 100;

    Share {
        if (good < 0 || good > of) {
            throw new IllegalArgumentException("expected 0 to " + of + " good ones, found " + good);
        }
    }

    Share plus(Share other) {
        return new Share(good + other.good, of + other.of);
    }

    /** 0 to 100 in hundredths, cut off: 100 means all; null of nothing. */
    @Nullable
    Double score() {
        return of == 0 ? null : Math.floorDiv(good * HUNDREDTHS, of) / PER_POINT;
    }
}
