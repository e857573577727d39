package org.exchangehub.schemas.check;

import com.google.re2j.Pattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Checks of a text's form. */
final class TextChecks {

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

    /** UTF-16 units of the longest text of these bounds. */
    static int longest(String argument) {
        return (int)
                Math.min(Integer.MAX_VALUE, 2L * number(Bounds.parse(argument).high(), Integer.MAX_VALUE));
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
        Pattern pattern = Patterns.compile(expression);
        Verdict verdict = Verdict.error("符合格式 " + expression, "text of the form " + expression);
        return (value, today) -> pattern.matches((String) value) ? null : verdict;
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
}
