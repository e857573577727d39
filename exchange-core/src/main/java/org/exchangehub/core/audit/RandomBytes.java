package org.exchangehub.core.audit;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Bytes nobody can guess, drawn from the system's generator some thousand at a time: it takes a lock and a call of the operating
 * system however few are asked for, which every entry of the log would wait for. Each byte is given out once and wiped.
 */
final class RandomBytes {

    private static final int DRAWN = 8_192;

    private final SecureRandom random = new SecureRandom();
    private final byte[] drawn = new byte[DRAWN];
    private int left;

    /** @param count 1 to 1 024 */
    synchronized byte[] next(int count) {
        if (left < count) {
            random.nextBytes(drawn);
            left = DRAWN;
        }
        left -= count;
        byte[] given = Arrays.copyOfRange(drawn, left, left + count);
        Arrays.fill(drawn, left, left + count, (byte) 0);
        return given;
    }
}
