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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exchangehub.schemas.identifiers.Characters;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a name mean, in one vocabulary for Chinese and English: 注册地址 and {@code registered_addr} are both
 * {registered, address}. Words the list has not stand for themselves; words without meaning of their own are left out.
 */
final class Concepts {

    private static final int LONGEST_WORD = 10;
    private static final double OUTER_STEP = 0.4;
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
    private static final Set<String> ADDRESS_PARTS = Set.of(
            "province",
            "city",
            "county",
            "street",
            "community",
            "road",
            "door",
            "postcode",
            "longitude",
            "latitude",
            "remark");
    private static final Map<String, Set<String>> CHINESE = new HashMap<>();
    private static final Map<String, Set<String>> ENGLISH = new HashMap<>();

    static {
        for (String line : lines()) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            cells(cells[1]).forEach(word -> add(CHINESE, word, cells[0]));
            cells(cells[2]).forEach(word -> add(ENGLISH, word, cells[0]));
        }
    }

    private Concepts() {}

    /**
     * A word of a name.
     *
     * @param meanings at least one; which is meant, only the other name tells
     * @param weight 1, of a word in the outer steps of a path less
     */
    record Word(Set<String> meanings, double weight) {

        Word {
            meanings = Set.copyOf(meanings);
        }
    }

    /** The concepts of a name, all meanings of all its words. */
    static Set<String> of(String name) {
        Set<String> concepts = new LinkedHashSet<>();
        for (String step : name.split("\\.", -1)) {
            meanings(step).forEach(concepts::addAll);
        }
        return concepts;
    }

    /** Whether a header names a piece of an address, of whatever it is the address. */
    static boolean partOfAddress(String header) {
        return of(header).stream().anyMatch(ADDRESS_PARTS::contains);
    }

    /** Whether a word only says which part of a name it is. */
    static boolean partOfName(String token) {
        Set<String> known = han(token.charAt(0)) ? CHINESE.get(token) : english(token);
        return known != null && known.stream().anyMatch(Set.of("given", "family", "name")::contains);
    }

    /** The words of a header or a title, those of the same meanings once. */
    static List<Word> words(String name) {
        String[] steps = name.split("\\.", -1);
        int last = steps.length - 1;
        while (last > 0 && meanings(steps[last]).isEmpty()) {
            last--; // "$" and the like
        }
        Map<Set<String>, Double> words = new LinkedHashMap<>();
        for (int i = 0; i <= last; i++) {
            double weight = i == last ? 1 : OUTER_STEP;
            meanings(steps[i]).forEach(word -> words.merge(word, weight, Math::max));
        }
        return words.entrySet().stream()
                .map(word -> new Word(word.getKey(), word.getValue()))
                .toList();
    }

    private static List<Set<String>> meanings(String step) {
        List<Set<String>> meanings = new ArrayList<>();
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
                parts(known).forEach(meanings::add);
            } else if (!EMPTY_WORDS.contains(word) && !Characters.areDigits(word, 0, word.length())) {
                meanings.add(Set.of(word));
            }
        }
        return meanings;
    }

    /** A word that means two things together ({@code land+area}) is as good as two words. */
    private static List<Set<String>> parts(Set<String> known) {
        Optional<String> whole =
                known.stream().filter(concept -> concept.contains("+")).findFirst();
        return whole.isEmpty()
                ? List.of(known)
                : Arrays.stream(whole.get().split("\\+")).map(Set::of).toList();
    }

    /** Also of a word in the plural. */
    private static @Nullable Set<String> english(String word) {
        Set<String> known = ENGLISH.get(word);
        if (known != null || word.length() <= 3 || !word.endsWith("s")) {
            return known;
        }
        if (word.endsWith("ies")) {
            return ENGLISH.get(word.substring(0, word.length() - 3) + "y");
        }
        Set<String> singular = ENGLISH.get(word.substring(0, word.length() - 1));
        return singular == null && word.endsWith("es") ? ENGLISH.get(word.substring(0, word.length() - 2)) : singular;
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

    private static List<String> cells(String cell) {
        return Arrays.stream(cell.split(",", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static void add(Map<String, Set<String>> words, String word, String concept) {
        words.computeIfAbsent(word, key -> new LinkedHashSet<>()).add(concept);
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
