package org.exchangehub.core.insight;

import org.exchangehub.core.audit.LogFeed.Unnamed;

/**
 * Counts different texts without keeping them: HyperLogLog (Flajolet, Fusy, Gandouet, Meunier 2007) with 2 048 registers, a standard
 * error of 2.3 %; up to some thousands by linear counting, which is closer.
 */
final class Sketch {

    private static final int BITS = 11;
    private static final int REGISTERS = 1 << BITS;

    /** More than any hour is used to: what is above need not be told apart, and takes no time. */
    private static final long MOST = 5_000_000;

    private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

    private final byte[] registers;
    private double sum;
    private int empty;

    Sketch() {
        this(new byte[REGISTERS]);
    }

    /** One that was kept ({@link #bytes}). */
    Sketch(byte[] kept) {
        if (kept.length != REGISTERS) {
            throw new IllegalArgumentException("a sketch has " + REGISTERS + " registers, found " + kept.length);
        }
        this.registers = kept.clone();
        for (byte register : registers) {
            sum += power(register);
            empty += register == 0 ? 1 : 0;
        }
    }

    byte[] bytes() {
        return registers.clone();
    }

    void add(String text) {
        put(hash(text));
    }

    void add(Unnamed unnamed) {
        long of = hash(unnamed.of());
        for (long i = 0; i < Math.min(unnamed.count(), MOST); i++) {
            put(mixed(of + 0x9E3779B97F4A7C15L * (unnamed.first() + i + 1)));
        }
    }

    /** How many different ones were added, about. */
    long count() {
        double estimate = ALPHA * REGISTERS * REGISTERS / sum;
        if (estimate <= 2.5 * REGISTERS && empty > 0) {
            estimate = REGISTERS * Math.log((double) REGISTERS / empty);
        }
        return Math.round(estimate);
    }

    private void put(long hash) {
        int at = (int) (hash >>> (Long.SIZE - BITS));
        byte rank = (byte) (Long.numberOfLeadingZeros((hash << BITS) | (1L << (BITS - 1))) + 1);
        byte before = registers[at];
        if (rank > before) {
            registers[at] = rank;
            sum += power(rank) - power(before);
            empty -= before == 0 ? 1 : 0;
        }
    }

    private static double power(byte register) {
        return 1.0 / (1L << register);
    }

    /** FNV-1a over the characters, mixed. */
    private static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mixed(hash);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
