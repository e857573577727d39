package org.exchangehub.schemas.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.exchangehub.schemas.identifiers.Characters;

/**
 * Telephone numbers found in a text, also where several were glued together (1381234567813912345678). A run of digits that cannot
 * be parted into whole numbers to its end gives none: half a number is worse than no number.
 */
public final class PhoneNumbers {

    private static final int MOBILE_LENGTH = 11;
    private static final int SERVICE_LENGTH = 10;
    private static final int LONGEST_RUN = 120;

    /** What a number is for. */
    public enum Kind {
        /** 11 digits from 13 to 19. */
        MOBILE,
        /** Area code and number, perhaps with an extension. */
        LANDLINE,
        /** 400 or 800 and seven digits. */
        SERVICE;

        public static Optional<Kind> named(String name) {
            for (Kind kind : values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** One number, as it was written but for its separators, e.g. {@code 0553-3832100}. */
    public record PhoneNumber(String text, Kind kind) {}

    private PhoneNumbers() {}

    /** All numbers, in order. */
    public static List<PhoneNumber> in(String text) {
        String narrow = Characters.halfWidth(text).replace('—', '-').replace('–', '-');
        List<PhoneNumber> found = new ArrayList<>();
        int i = 0;
        while (i < narrow.length()) {
            int end = i;
            while (end < narrow.length() && partOfNumber(narrow.charAt(end))) {
                end++;
            }
            if (end > i && end - i <= LONGEST_RUN) {
                List<PhoneNumber> parted = new ArrayList<>();
                if (part(withoutCountry(narrow.substring(i, end), i > 0 && narrow.charAt(i - 1) == '+'), 0, parted)) {
                    found.addAll(parted);
                }
            }
            i = Math.max(end, i + 1);
        }
        return found;
    }

    private static boolean partOfNumber(char c) {
        return Characters.isDigit(c) || c == '-';
    }

    private static String withoutCountry(String run, boolean plus) {
        boolean country = run.startsWith("86") && (plus || run.length() == MOBILE_LENGTH + 2);
        return country ? run.substring(run.startsWith("86-") ? 3 : 2) : run;
    }

    /** Parts the rest of a run; tries the longer landline first and goes back when the rest makes no number. */
    private static boolean part(String run, int from, List<PhoneNumber> found) {
        int at = from;
        while (at < run.length() && run.charAt(at) == '-') {
            at++;
        }
        if (at == run.length()) {
            return !found.isEmpty();
        }
        char first = run.charAt(at);
        if (first == '1') {
            return take(run, at, mobileEnd(run, at), Kind.MOBILE, found);
        }
        if (first == '0') {
            return landline(run, at, found);
        }
        return take(run, at, serviceEnd(run, at), Kind.SERVICE, found);
    }

    private static boolean take(String run, int from, int end, Kind kind, List<PhoneNumber> found) {
        if (end < 0) {
            return false;
        }
        String text = run.substring(from, end);
        found.add(new PhoneNumber(kind == Kind.LANDLINE ? text : text.replace("-", ""), kind));
        if (part(run, end, found)) {
            return true;
        }
        found.removeLast();
        return false;
    }

    private static int mobileEnd(String run, int at) {
        int end = at + MOBILE_LENGTH;
        boolean mobile = end <= run.length() && run.charAt(at + 1) >= '3' && Characters.areDigits(run, at, end);
        return mobile ? end : -1;
    }

    private static int serviceEnd(String run, int at) {
        int end = at;
        int digits = 0;
        while (end < run.length() && digits < SERVICE_LENGTH) {
            digits += Characters.isDigit(run.charAt(end)) ? 1 : 0;
            end++;
        }
        boolean service = digits == SERVICE_LENGTH && (run.startsWith("400", at) || run.startsWith("800", at));
        return service ? end : -1;
    }

    /** Area code of 3 digits (010, 02x) or 4, number of 8 or 7, extension of 1 to 6 behind a hyphen. */
    private static boolean landline(String run, int at, List<PhoneNumber> found) {
        if (at + 1 >= run.length()) {
            return false;
        }
        int number = at + (run.charAt(at + 1) <= '2' ? 3 : 4);
        if (number < run.length() && run.charAt(number) == '-') {
            number++;
        }
        for (int digits = 8; digits >= 7; digits--) {
            int end = number + digits;
            if (end <= run.length() && Characters.areDigits(run, number, end)) {
                int extension = extensionEnd(run, end);
                if ((extension > end && take(run, at, extension, Kind.LANDLINE, found))
                        || take(run, at, end, Kind.LANDLINE, found)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int extensionEnd(String run, int from) {
        if (from >= run.length() || run.charAt(from) != '-') {
            return from;
        }
        int end = from + 1;
        while (end < run.length() && Characters.isDigit(run.charAt(end))) {
            end++;
        }
        return end - from - 1 <= 6 && end > from + 1 ? end : from;
    }
}
