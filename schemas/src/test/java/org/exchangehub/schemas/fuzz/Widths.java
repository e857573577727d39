package org.exchangehub.schemas.fuzz;

import org.exchangehub.schemas.identifiers.Characters;

/** The two widths in which Chinese input methods write ASCII. */
final class Widths {

    private Widths() {}

    static String narrow(String text) {
        return Characters.halfWidth(text);
    }

    static String wide(String text) {
        StringBuilder wide = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            wide.append(c == ' ' ? '\u3000' : c > ' ' && c <= '~' ? (char) (c - '!' + '！') : c);
        }
        return wide.toString();
    }
}
