package org.exchangehub.schemas.check;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Checks of a text's form. */
final class TextChecks {

    private static final int PATTERN_LENGTH = 1_000;
    private static final Verdict PHONE = Verdict.error(
            "一个手机号（11位）、带区号的固定电话（如0553-3832100）或400/800电话",
            "one mobile number (11 digits), a landline with area code (as 0553-3832100) or a 400/800 number");
    private static final Verdict EMAIL =
            Verdict.error("电子邮箱地址（如 name@example.cn）", "an e-mail address (as name@example.cn)");

    private TextChecks() {}

    /** Length in characters (code points). */
    static FieldCheck length(String argument) {
        Bounds bounds = Bounds.parse(argument);
        int low = number(bounds.low(), 0);
        int high = number(bounds.high(), Integer.MAX_VALUE);
        if (low > high) {
            throw new IllegalArgumentException("a lower bound not above the upper one");
        }
        LocalizedText words = bounds.words("个字符", " characters");
        Verdict verdict = new Verdict(Severity.ERROR, words, null);
        return (value, today) -> {
            String text = (String) value;
            int units = text.length();
            if (units <= high && units >= 2 * (long) low) {
                return null; // a code point takes one or two units
            }
            int length = text.codePointCount(0, units);
            return length >= low && length <= high ? null : verdict;
        };
    }

    private static int number(@Nullable String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (text.length() > 7 || !Characters.areDigits(text, 0, text.length())) {
            throw new IllegalArgumentException("bounds of whole numbers such as 1..200");
        }
        return Integer.parseInt(text);
    }

    /** The whole text matches an RE2 expression: linear time, whatever the expression. */
    static FieldCheck pattern(String expression) {
        if (expression.isEmpty() || expression.length() > PATTERN_LENGTH) {
            throw new IllegalArgumentException("a regular expression of 1 to " + PATTERN_LENGTH + " characters");
        }
        try {
            Pattern pattern = Pattern.compile(expression);
            Verdict verdict = Verdict.error("符合格式 " + expression, "text of the form " + expression);
            return (value, today) -> pattern.matches((String) value) ? null : verdict;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("a regular expression in RE2 syntax (" + e.getMessage() + ")", e);
        }
    }

    /** One of the words between bars. */
    static FieldCheck oneOf(String argument) {
        Set<String> words = new LinkedHashSet<>(List.of(argument.split("\\|", -1)));
        if (words.contains("")) {
            throw new IllegalArgumentException("words between bars, such as one-of:open|closed");
        }
        String listed = String.join(", ", words);
        Verdict verdict = Verdict.error(listed + " 之一", "one of " + listed);
        return (value, today) -> words.contains((String) value) ? null : verdict;
    }

    static @Nullable Verdict phone(Object value, LocalDate today) {
        String text = (String) value;
        int start = text.startsWith("+86") ? 3 : 0;
        if (start < text.length() && start > 0 && text.charAt(start) == '-') {
            start++;
        }
        return isPhone(text, start) ? null : PHONE;
    }

    private static boolean isPhone(String text, int start) {
        int digits = 0;
        int hyphens = 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == '-') {
                hyphens++;
            } else if (Characters.isDigit(text.charAt(i))) {
                digits++;
            } else {
                return false;
            }
        }
        if (digits < 10) {
            return false;
        }
        char first = text.charAt(start);
        if (first == '1') {
            return digits == 11 && hyphens == 0 && text.charAt(start + 1) >= '3';
        }
        if (first == '0') {
            return isLandline(text, start);
        }
        return digits == 10 && hyphens <= 2 && (text.startsWith("400", start) || text.startsWith("800", start));
    }

    /** Area code of 3 digits (010, 02x) or 4, number of 7 or 8, extension of up to 6 behind a hyphen. */
    private static boolean isLandline(String text, int start) {
        int area = text.charAt(start + 1) <= '2' ? 3 : 4;
        int at = start + area;
        if (at >= text.length() || !Characters.areDigits(text, start, at)) {
            return false;
        }
        int number = text.charAt(at) == '-' ? at + 1 : at;
        int hyphen = text.indexOf('-', number);
        int end = hyphen < 0 ? text.length() : hyphen;
        int extension = hyphen < 0 ? 1 : text.length() - hyphen - 1;
        return end - number >= 7
                && end - number <= 8
                && extension >= 1
                && extension <= 6
                && text.indexOf('-', end + 1) < 0;
    }

    static @Nullable Verdict email(Object value, LocalDate today) {
        String text = (String) value;
        int at = text.indexOf('@');
        int dot = text.lastIndexOf('.');
        boolean right = at > 0
                && at <= 64
                && text.length() <= 254
                && text.indexOf('@', at + 1) < 0
                && dot > at + 1
                && dot < text.length() - 1
                && !text.contains("..")
                && text.chars().allMatch(c -> c > ' ' && c != 127 && c != ',' && c != ';');
        return right ? null : EMAIL;
    }
}
