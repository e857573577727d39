package org.exchangehub.core.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A {@link LogFilter} understood.
 *
 * @param from first instant; null for the log's first entry
 * @param to the instant after the last; null for its last entry
 * @param equal members of the leaf, or of its {@code who}, and the values they have
 * @param purpose words of the purpose
 * @param words words of {@linkplain SearchDocument#words what is searched by words}
 */
record LogCriteria(
        @Nullable Instant from,
        @Nullable Instant to,
        Map<String, String> equal,
        List<String> purpose,
        List<String> words) {

    private static final List<String> OF_WHO = List.of("subject", "client", "department");

    LogCriteria {
        equal = Map.copyOf(equal);
        purpose = List.copyOf(purpose);
        words = List.copyOf(words);
    }

    /** What blanks, the ideographic one too, separate. */
    static List<String> words(@Nullable String text) {
        return text == null ? List.of() : List.of(text.strip().split("[\\s\\u3000]+"));
    }

    /** Where a member lies in a leaf. */
    static String path(String member) {
        return OF_WHO.contains(member) ? "who." + member : member;
    }

    /** Whether an entry of the time asked for is looked for; words are found as parts of the text, whatever their case. */
    boolean matches(JsonNode leaf) {
        return equal.entrySet().stream()
                        .allMatch(each -> leaf.at("/" + path(each.getKey()).replace('.', '/'))
                                .asString("")
                                .equals(each.getValue()))
                && occur(purpose, SearchDocument.text(leaf, List.of("purpose")))
                && occur(words, SearchDocument.words(leaf));
    }

    private static boolean occur(List<String> words, String text) {
        if (words.isEmpty()) {
            return true;
        }
        String folded = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(word -> folded.contains(word.toLowerCase(Locale.ROOT)));
    }
}
