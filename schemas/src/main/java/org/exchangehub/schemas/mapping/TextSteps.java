package org.exchangehub.schemas.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Steps on any text. */
final class TextSteps {

    private TextSteps() {}

    /** Also the blanks that {@link String#strip()} leaves: no-break space, zero-width space, byte order mark. */
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean blank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u200B' || c == '\uFEFF' || Character.isWhitespace(c);
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String fullWidthBrackets(String text) {
        return text.replace('(', '（').replace(')', '）');
    }

    static Transform otherwise(Argument argument) {
        String value = argument.text("a text");
        return text -> text == null || text.isEmpty() ? value : text;
    }

    static Transform nullIf(Argument argument) {
        if (!argument.node().isArray()) {
            argument.refuse("a list of texts that mean nothing");
        }
        Set<String> nothing = new HashSet<>();
        argument.node().forEach(text -> nothing.add(text.asText()));
        return text -> text == null || nothing.contains(text) ? null : text;
    }

    /** The part at a position, counted from 0, or from -1 at the end; a text without that part stays. */
    static Transform split(Argument argument) {
        argument.only("by", "at");
        String by = argument.at("by").node().asText();
        if (by.isEmpty()) {
            argument.at("by").refuse("the text between the parts");
        }
        int at = argument.at("at").whole("a whole number");
        return Transform.ofText(text -> by.isEmpty() ? text : part(parts(text, by), text, at));
    }

    private static List<String> parts(String text, String by) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(by); to >= 0; to = text.indexOf(by, from)) {
            parts.add(text.substring(from, to));
            from = to + by.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static String part(List<String> parts, String text, int at) {
        int index = at < 0 ? parts.size() + at : at;
        return index >= 0 && index < parts.size() ? trim(parts.get(index)) : text;
    }
}
