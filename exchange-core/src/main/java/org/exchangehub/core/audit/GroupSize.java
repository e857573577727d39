package org.exchangehub.core.audit;

import java.time.Duration;

/**
 * How much one transaction of the log may take. It grows while full groups commit quickly and is halved when one is slow or
 * fails, so that a slow disk does not run into the transaction's time limit again and again with the same large group.
 */
final class GroupSize {

    /** Of entries; a few kilobytes each at most as a rule. */
    static final int LARGEST = 1024;

    /** Bytes of a group, whatever its number of entries. */
    static final int MOST_BYTES = 8 << 20;

    private static final int SMALLEST = 16;
    private static final int FIRST = 512;
    private static final Duration QUICK = Duration.ofMillis(100);
    private static final Duration SLOW = Duration.ofMillis(500);

    private int limit = FIRST;

    int limit() {
        return limit;
    }

    void committed(int entries, Duration took) {
        if (took.compareTo(SLOW) > 0) {
            limit = Math.max(SMALLEST, Math.min(limit, entries) / 2);
        } else if (entries >= limit && took.compareTo(QUICK) < 0) {
            limit = Math.min(LARGEST, limit * 2);
        }
    }

    void failed() {
        limit = Math.max(SMALLEST, limit / 2);
    }
}
