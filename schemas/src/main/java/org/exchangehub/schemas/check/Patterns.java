package org.exchangehub.schemas.check;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Regular expressions of strangers, in RE2 syntax: matched in linear time, and of bounded size. What counts repetitions within
 * repetitions unfolds: {@code ((a{1000}){1000}){1000}} has 24 characters and 10^9 instructions, so its size is reckoned before
 * it is compiled.
 */
public final class Patterns {

    /** Characters of an expression. */
    public static final int LONGEST = 1_000;

    /** Instructions of a compiled expression; each may look at every character once. */
    public static final int MOST_INSTRUCTIONS = 2_000;

    /** Reckoned too high by brackets and operators, never too low. */
    private static final long MOST_RECKONED = 10_000;

    private Patterns() {}

    /**
     * Compiles one.
     *
     * @throws IllegalArgumentException saying what was expected, when it is no expression or too large
     */
    public static Pattern compile(String expression) {
        if (expression.isEmpty() || expression.length() > LONGEST) {
            throw new IllegalArgumentException("a regular expression of 1 to " + LONGEST + " characters");
        }
        try {
            if (new Unfolding(expression).size() <= MOST_RECKONED) {
                Pattern pattern = Pattern.compile(expression);
                if (pattern.programSize() <= MOST_INSTRUCTIONS) {
                    return pattern;
                }
            }
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("a regular expression in RE2 syntax (" + e.getMessage() + ")", e);
        }
        throw new IllegalArgumentException(
                "a regular expression of at most " + MOST_INSTRUCTIONS + " instructions with all repetitions unfolded");
    }

    /** Reads an expression once from the left. */
    private static final class Unfolding {

        private static final long ENDLESS = 1L << 40;

        private final String text;
        private int at;

        Unfolding(String text) {
            this.text = text;
        }

        long size() {
            long size = 0;
            while (at < text.length()) {
                size += group(0);
                at++; // a bracket that nothing opened: no expression, as the compiler will say
            }
            return size;
        }

        /** Up to the closing bracket. */
        private long group(int depth) {
            long before = 0;
            long last = 0;
            while (at < text.length() && text.charAt(at) != ')') {
                char c = text.charAt(at);
                if (c == '{') {
                    last = Math.min(ENDLESS, Math.max(1, last) * count());
                } else {
                    before = Math.min(ENDLESS, before + last);
                    last = c == '(' ? bracketed(depth) : c == '[' ? characters() : c == '\\' ? escaped() : 1;
                }
                at++;
            }
            return before + last;
        }

        private long bracketed(int depth) {
            if (depth >= LONGEST / 2) {
                return ENDLESS;
            }
            at++;
            return 2 + group(depth + 1);
        }

        /** The higher number between braces; 1 when these are no repetition. Stays on the closing brace. */
        private long count() {
            int end = text.indexOf('}', at);
            long count = 1;
            long number = 0;
            for (int i = at + 1; i < end; i++) {
                char c = text.charAt(i);
                if (c != ',' && (c < '0' || c > '9')) {
                    return 1;
                }
                number = c == ',' ? 0 : Math.min(ENDLESS, number * 10 + c - '0');
                count = Math.max(count, number);
            }
            at = end < 0 ? at : end;
            return 2 * count; // an optional repetition takes a branch too
        }

        /** A class of characters is one instruction. Stays on its last bracket. */
        private long characters() {
            int i = at + 1;
            i += i < text.length() && text.charAt(i) == '^' ? 1 : 0;
            i += i < text.length() && text.charAt(i) == ']' ? 1 : 0;
            while (i < text.length() && text.charAt(i) != ']') {
                int named = text.startsWith("[:", i) ? text.indexOf(":]", i + 2) : -1;
                i = named >= 0 ? named + 2 : i + (text.charAt(i) == '\\' ? 2 : 1);
            }
            at = i;
            return 1;
        }

        /** One character, or all between \Q and \E. Stays on its last character. */
        private long escaped() {
            int from = at + 2;
            if (!text.startsWith("\\Q", at)) {
                at++;
                return 1;
            }
            int end = text.indexOf("\\E", from);
            at = end < 0 ? text.length() : end + 1;
            return text.length() - (long) from + 1;
        }
    }
}
