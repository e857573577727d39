package org.exchangehub.schemas.identifiers;

/** Full-width forms as Chinese input methods leave them, and plain ASCII tests that cost nothing. */
public final class Characters {

    private static final int WIDTH_DISTANCE = '！' - '!';

    private Characters() {}

    /** Full-width ASCII (U+FF01–U+FF5E) and the ideographic space become their half-width forms; all else stays. */
    public static String halfWidth(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isWide(text.charAt(i))) {
                return narrowed(text, i);
            }
        }
        return text;
    }

    private static String narrowed(String text, int from) {
        char[] narrowed = text.toCharArray();
        for (int i = from; i < narrowed.length; i++) {
            char c = narrowed[i];
            if (c == '\u3000') {
                narrowed[i] = ' ';
            } else if (isWide(c)) {
                narrowed[i] = (char) (c - WIDTH_DISTANCE);
            }
        }
        return new String(narrowed);
    }

    private static boolean isWide(char c) {
        return c == '\u3000' || (c >= '！' && c <= '～');
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether all of {@code text[from, to)} are ASCII digits. */
    public static boolean areDigits(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The number written by {@code text[from, from + length)}, all of them digits, at most nine. */
    static int number(CharSequence text, int from, int length) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    /** ASCII upper case; other letters stay. */
    public static String upper(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                return raised(text, i);
            }
        }
        return text;
    }

    private static String raised(String text, int from) {
        char[] raised = text.toCharArray();
        for (int i = from; i < raised.length; i++) {
            if (raised[i] >= 'a' && raised[i] <= 'z') {
                raised[i] = (char) (raised[i] - ('a' - 'A'));
            }
        }
        return new String(raised);
    }
}
