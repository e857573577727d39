package org.exchangehub.benchmarks.audit;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Delays counted in classes of a tenth of a millisecond, up to a minute: millions of them in little memory. */
final class Millis {

    private static final long CLASS = 100_000;
    private static final int CLASSES = 600_000;
    private static final double TO_MILLIS = 10;

    private final AtomicLongArray counts = new AtomicLongArray(CLASSES);
    private final AtomicLong count = new AtomicLong();

    void add(long nanos) {
        counts.incrementAndGet(Math.clamp(nanos / CLASS, 0, CLASSES - 1));
        count.incrementAndGet();
    }

    long count() {
        return count.get();
    }

    /** The delay in milliseconds that a share of them, 0 to 1, does not exceed, rounded up to a tenth; 0 when there is none. */
    double quantile(double share) {
        long wanted = (long) Math.ceil(share * count.get());
        long seen = 0;
        for (int each = 0; each < CLASSES && wanted > 0; each++) {
            seen += counts.get(each);
            if (seen >= wanted) {
                return (each + 1) / TO_MILLIS;
            }
        }
        return 0;
    }
}
