package org.exchangehub.schemas.inference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.exchangehub.schemas.identifiers.Characters;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a name mean, in one vocabulary for Chinese and English: 注册地址 and {@code registered_addr} are both
 * {registered, address}. Words the list has not stand for themselves; words without meaning of their own are left out.
 */
final class Concepts {

    private static final int LONGEST_WORD = 10;
    private static final Set<String> EMPTY_WORDS = Set.of(
            "the",
            "of",
            "a",
            "an",
            "and",
            "or",
            "in",
            "at",
            "is",
            "for",
            "by",
            "lang",
            "value",
            "data",
            "info",
            "information",
            "first",
            "line",
            "main",
            "current",
            "record",
            "rec",
            "field",
            "column");
    private static final Map<String, Set<String>> CHINESE = new HashMap<>();
    private static final Map<String, Set<String>> ENGLISH = new HashMap<>();

    static {
        for (String line : lines()) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            words(cells[1]).forEach(word -> add(CHINESE, word, cells[0]));
            words(cells[2]).forEach(word -> add(ENGLISH, word, cells[0]));
        }
    }

    private Concepts() {}

    /**
     * The concepts of a name with their weight: 1, those of the outer steps of a path half.
     *
     * @param name a header or a title
     */
    static Map<String, Double> of(String name) {
        Map<String, Double> concepts = new LinkedHashMap<>();
        String[] steps = name.split("\\.", -1);
        int last = steps.length - 1;
        while (last > 0 && of(steps[last], 1).isEmpty()) {
            last--; // "$" and the like
        }
        for (int i = 0; i <= last; i++) {
            double weight = i == last ? 1 : 0.4;
            of(steps[i], weight).forEach((concept, value) -> concepts.merge(concept, value, Math::max));
        }
        return concepts;
    }

    private static Map<String, Double> of(String step, double weight) {
        Map<String, Double> concepts = new LinkedHashMap<>();
        List<String> tokens = tokens(step);
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i);
            Set<String> known = i + 1 < tokens.size() ? ENGLISH.get(word + " " + tokens.get(i + 1)) : null;
            if (known != null) {
                i++; // two words of one meaning
            } else {
                known = han(word.charAt(0)) ? CHINESE.get(word) : english(word);
            }
            if (known != null) {
                // A word of several meanings counts as much as a word of one.
                known.forEach(concept -> concepts.merge(concept, weight, Math::max));
            } else if (!EMPTY_WORDS.contains(word) && !Characters.areDigits(word, 0, word.length())) {
                concepts.merge(word, weight, Math::max);
            }
        }
        return concepts;
    }

    /** Also of a word in the plural. */
    private static @Nullable Set<String> english(String word) {
        Set<String> known = ENGLISH.get(word);
        return known == null && word.length() > 3 && word.endsWith("s")
                ? ENGLISH.get(word.substring(0, word.length() - 1))
                : known;
    }

    /** Words of a name: English parted at case, digits and signs, Chinese by the longest words the vocabulary has. */
    static List<String> tokens(String name) {
        String narrow = Characters.halfWidth(name);
        List<String> tokens = new ArrayList<>();
        int i = 0;
        while (i < narrow.length()) {
            char c = narrow.charAt(i);
            if (han(c)) {
                i = chinese(narrow, i, tokens);
            } else if (Character.isLetter(c)) {
                i = latin(narrow, i, tokens);
            } else if (Characters.isDigit(c)) {
                int end = i;
                while (end < narrow.length() && Characters.isDigit(narrow.charAt(end))) {
                    end++;
                }
                tokens.add(narrow.substring(i, end));
                i = end;
            } else {
                i++;
            }
        }
        return tokens;
    }

    private static int chinese(String text, int from, List<String> tokens) {
        for (int length = Math.min(LONGEST_WORD, text.length() - from); length >= 1; length--) {
            String word = text.substring(from, from + length);
            if (CHINESE.containsKey(word)) {
                tokens.add(word);
                return from + length;
            }
        }
        tokens.add(text.substring(from, from + 1));
        return from + 1;
    }

    private static int latin(String text, int from, List<String> tokens) {
        int end = from + 1;
        while (end < text.length() && Character.isLetter(text.charAt(end)) && !han(text.charAt(end))) {
            boolean upper = Character.isUpperCase(text.charAt(end));
            boolean beforeLower = Character.isLowerCase(text.charAt(end - 1));
            boolean nextLower = end + 1 < text.length() && Character.isLowerCase(text.charAt(end + 1));
            if (upper && (beforeLower || nextLower)) {
                break;
            }
            end++;
        }
        tokens.add(text.substring(from, end).toLowerCase(Locale.ROOT));
        return end;
    }

    static boolean han(char c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split(",", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static void add(Map<String, Set<String>> words, String word, String concept) {
        words.computeIfAbsent(word, key -> new java.util.LinkedHashSet<>()).add(concept);
    }

    private static List<String> lines() {
        InputStream in = Concepts.class.getResourceAsStream("concepts.tsv");
        if (in == null) {
            throw new IllegalStateException("this library lacks its own resource inference/concepts.tsv");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
