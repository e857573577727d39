package org.exchangehub.schemas.canonical;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The ChaCha20 key stream (RFC 8439 §2.3 and §2.4) under a nonce of zeros, from block zero: a digest made long. The platform's own
 * cipher refuses a key it has just had, which is right for a cipher and wrong for a hash.
 */
final class KeyStream {

    private static final int WORDS = 16;
    private static final int[] CONSTANTS = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};

    private final int[] start = Arrays.copyOf(CONSTANTS, WORDS);
    private final int[] state = new int[WORDS];

    /** Fills the array, whose length is a multiple of 64, with the key stream of this key of 32 bytes. */
    void fill(byte[] key, byte[] stream) {
        ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(start, 4, 8);
        ByteBuffer out = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        for (int block = 0; out.hasRemaining(); block++) {
            start[12] = block;
            System.arraycopy(start, 0, state, 0, WORDS);
            for (int round = 0; round < 10; round++) {
                twoRounds();
            }
            for (int i = 0; i < WORDS; i++) {
                out.putInt(state[i] + start[i]);
            }
        }
    }

    private void twoRounds() {
        quarter(0, 4, 8, 12);
        quarter(1, 5, 9, 13);
        quarter(2, 6, 10, 14);
        quarter(3, 7, 11, 15);
        quarter(0, 5, 10, 15);
        quarter(1, 6, 11, 12);
        quarter(2, 7, 8, 13);
        quarter(3, 4, 9, 14);
    }

    private void quarter(int ia, int ib, int ic, int id) {
        int a = state[ia];
        int b = state[ib];
        int c = state[ic];
        int d = state[id];
        a += b;
        d = Integer.rotateLeft(d ^ a, 16);
        c += d;
        b = Integer.rotateLeft(b ^ c, 12);
        a += b;
        d = Integer.rotateLeft(d ^ a, 8);
        c += d;
        b = Integer.rotateLeft(b ^ c, 7);
        state[ia] = a;
        state[ib] = b;
        state[ic] = c;
        state[id] = d;
    }
}
