package org.exchangehub.core.query;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Where the value of a key field (as {@link Claim#normal} writes it) lies among its like: a number, and what stands before it. Check characters are left out: of citizen
 * numbers (GB 11643) the last, of unified social credit codes (GB 32100) the last two, the first of which is that of the
 * organisation code inside (GB 11714).
 */
record KeyPlace(String text, String before, long number) {

    /** Instances that share a walk among them each see every second or third key. */
    static final long NEAR = 8;

    private static final Pattern CITIZEN =
            Pattern.compile("[0-9]{6}(18|19|20)[0-9]{2}(0[1-9]|1[0-2])[0-3][0-9]{4}[0-9X]");
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-Z]{2}[0-9]{6}[0-9A-Z]{10}");
    private static final int ORGANISATION = 8;
    private static final int LETTERS = 4;
    private static final int DIGITS = 18;

    static KeyPlace of(String value) {
        String text = Claim.normal(value);
        if (CITIZEN.matcher(text).matches()) {
            return split(text, 0, 17, 10);
        }
        if (CREDIT_CODE.matcher(text).matches()) {
            return split(text, 16 - ORGANISATION, 16, Character.MAX_RADIX);
        }
        int digits = from(text, DIGITS, c -> c >= '0' && c <= '9');
        return digits < text.length()
                ? split(text, digits, text.length(), 10)
                : split(text, from(text, LETTERS, c -> c >= 'A' && c <= 'Z'), text.length(), Character.MAX_RADIX);
    }

    private static int from(String text, int most, IntPredicate fits) {
        int start = text.length();
        while (start > 0 && text.length() - start < most && fits.test(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static KeyPlace split(String text, int start, int end, int radix) {
        String number = text.substring(start, end);
        return new KeyPlace(text, text.substring(0, start), number.isEmpty() ? 0 : Long.parseLong(number, radix));
    }

    /** Whether two keys differ in one field only, and in this by little. */
    static boolean beside(List<KeyPlace> one, List<KeyPlace> other) {
        if (one.size() != other.size()) {
            return false;
        }
        int differing = 0;
        for (int i = 0; i < one.size(); i++) {
            KeyPlace left = one.get(i);
            KeyPlace right = other.get(i);
            if (!left.equals(right)) {
                differing++;
                if (!left.before.equals(right.before) || Math.abs(left.number - right.number) > NEAR) {
                    return false;
                }
            }
        }
        return differing == 1;
    }
}
