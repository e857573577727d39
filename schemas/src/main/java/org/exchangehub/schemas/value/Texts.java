package org.exchangehub.schemas.value;

import java.math.BigDecimal;
import org.exchangehub.schemas.identifiers.Characters;
import org.jspecify.annotations.Nullable;

/** Untrusted text: what can be stored, and numbers read without exceptions on the way and without room for a bomb such as 1e999999999. */
public final class Texts {

    private static final int LONGEST_NUMBER = 100;

    private Texts() {}

    /** Whether a database and UTF-8 can hold it: no U+0000, no half of a surrogate pair. */
    public static boolean storable(CharSequence text) {
        String string = text.toString(); // one type for the loop that sees every character of every value
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c > 0 && c < Character.MIN_SURROGATE) {
                continue;
            }
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < string.length()
                        && Character.isLowSurrogate(string.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** The text with a replacement character wherever it could not be stored. */
    public static String stored(String text) {
        if (storable(text)) {
            return text;
        }
        return wellFormed(text.replace('\0', '\uFFFD'));
    }

    /** The text with U+FFFD in place of each half of a surrogate pair, which UTF-8 cannot hold. */
    public static String wellFormed(String text) {
        StringBuilder copy = null;
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) {
                continue;
            }
            if (i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                i++;
                continue;
            }
            if (copy == null) {
                copy = new StringBuilder(text);
            }
            copy.setCharAt(i, '\uFFFD');
        }
        return copy == null ? text : copy.toString();
    }

    public static @Nullable Long whole(CharSequence text) {
        int from = text.length() > 1 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int digits = text.length() - from;
        if (digits < 1 || digits > 19 || !Characters.areDigits(text, from, text.length())) {
            return null;
        }
        if (digits == 19) {
            BigDecimal large = new BigDecimal(text.toString());
            boolean fits = large.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                    && large.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0;
            return fits ? Long.valueOf(large.longValueExact()) : null;
        }
        return Long.parseLong(text, 0, text.length(), 10);
    }

    /** Digits with at most one point and a sign; no exponent. */
    public static @Nullable BigDecimal decimal(CharSequence text) {
        return plainNumber(text) ? new BigDecimal(text.toString()) : null;
    }

    private static boolean plainNumber(CharSequence text) {
        if (text.length() > LONGEST_NUMBER) {
            return false;
        }
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Characters.isDigit(c)) {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (i > 0 || (c != '-' && c != '+')) {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }

    /** A finite number, exponent allowed. */
    public static @Nullable Double floating(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return null;
            }
        }
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            double number = Double.parseDouble(text.toString());
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
