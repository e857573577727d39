package org.exchangehub.schemas.samples;

import java.util.List;

/** Chance that repeats itself: SplitMix64 over a seed and a row's number, the same on every Java. */
final class Dice {

    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private long state;

    Dice(long seed, long number) {
        this.state = mixed(seed + mixed(number * GOLDEN));
    }

    /** 0 to bound - 1. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next() >>> 16, bound);
    }

    /** From low to high, both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    boolean chance(double share) {
        return (next() >>> 11) * 0x1.0p-53 < share;
    }

    String pick(String... among) {
        return among[below(among.length)];
    }

    <T> T pick(List<T> among) {
        return among.get(below(among.size()));
    }

    private long next() {
        state += GOLDEN;
        return mixed(state);
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
