package org.exchangehub.schemas.identifiers;

import java.util.Arrays;

/** The characters an identifier is written in and their values. */
final class Alphabet {

    private final String characters;
    private final byte[] values = new byte[128];

    Alphabet(String characters) {
        this.characters = characters;
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < characters.length(); i++) {
            values[characters.charAt(i)] = (byte) i;
        }
    }

    /** The value, or -1 for a character that is not of this alphabet. */
    int value(char c) {
        return c < values.length ? values[c] : -1;
    }

    char character(int value) {
        return characters.charAt(value);
    }

    /** Index of the first character that is not of this alphabet, or -1. */
    int firstForeign(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (value(text.charAt(i)) < 0) {
                return i;
            }
        }
        return -1;
    }
}
