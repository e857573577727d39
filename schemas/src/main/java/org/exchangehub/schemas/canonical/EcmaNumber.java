package org.exchangehub.schemas.canonical;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers of 64 bits as ECMAScript writes them (ECMA-262, Number::toString; RFC 8785 §3.2.2.3): the shortest digits that are read
 * back as the same number, of several the closest.
 */
final class EcmaNumber {

    private EcmaNumber() {}

    /** @throws IllegalArgumentException when the number is not finite */
    static String text(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("expected a finite number, found " + number);
        }
        if (number == 0) {
            return "0"; // of both signs
        }
        if (number == (long) number && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        BigDecimal shortest = shortest(Math.abs(number));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale(); // n of the specification: the value is 0.digits × 10^n
        String text = point > 21 || point <= -6 ? exponential(digits, point - 1) : plain(digits, point);
        return number < 0 ? "-" + text : text;
    }

    private static String plain(String digits, int point) {
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return point >= digits.length()
                ? digits + "0".repeat(point - digits.length())
                : digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String exponential(String digits, int exponent) {
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }

    /** Java's digits are the shortest too, except that it may take two where one would do ({@link Double#toString(double)}). */
    private static BigDecimal shortest(double number) {
        BigDecimal shown = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (shown.precision() != 2) {
            return shown;
        }
        BigDecimal exact = new BigDecimal(number);
        BigDecimal below = shown.setScale(shown.scale() - 1, RoundingMode.DOWN);
        BigDecimal above = shown.setScale(shown.scale() - 1, RoundingMode.UP);
        boolean belowFits = below.signum() > 0 && below.doubleValue() == number;
        boolean aboveFits = above.doubleValue() == number;
        boolean lower = belowFits && (!aboveFits || exact.subtract(below).compareTo(above.subtract(exact)) <= 0);
        return lower ? below : aboveFits ? above.stripTrailingZeros() : shown;
    }
}
