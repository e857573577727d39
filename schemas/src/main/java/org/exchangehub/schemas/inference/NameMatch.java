package org.exchangehub.schemas.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;

/** How much a header's name speaks for a field: by alias, by its words in common, by characters in common. */
final class NameMatch {

    /**
     * What was found.
     *
     * @param score 0 to 1
     * @param exact whether it is the field's own name, title or standard abbreviation
     * @param called the name of the field that was matched
     */
    record Match(double score, boolean exact, String called) {}

    private final Map<String, Double> weights = new HashMap<>();

    /** Words that many fields share say little: weights come from all schemas in question. */
    NameMatch(Iterable<StandardSchema> schemas) {
        Map<String, Integer> fields = new HashMap<>();
        int all = 0;
        for (StandardSchema schema : schemas) {
            for (StandardField field : schema.fields()) {
                Set<String> concepts = new HashSet<>();
                names(field).forEach(name -> concepts.addAll(Concepts.of(name).keySet()));
                concepts.forEach(concept -> fields.merge(concept, 1, Integer::sum));
                all++;
            }
        }
        double number = all;
        double total = Math.log(1 + number);
        fields.forEach((concept, count) -> weights.put(concept, Math.log(1 + number / count) / total));
    }

    Match of(String header, StandardField field) {
        String bare = bare(header);
        for (String alias : aliases(field)) {
            if (bare.equals(bare(alias))) {
                return new Match(1, true, alias);
            }
        }
        Match best = new Match(0, false, field.title().zh());
        Map<String, Double> words = Concepts.of(header);
        for (String name : names(field)) {
            double score = Math.max(overlap(words, Concepts.of(name)), 0.9 * bigrams(bare, bare(name)));
            if (score > best.score()) {
                best = new Match(score, false, name);
            }
        }
        return best;
    }

    private static List<String> aliases(StandardField field) {
        List<String> aliases = new ArrayList<>(names(field));
        aliases.addAll(field.aliases());
        if (field.element() != null) {
            aliases.add(field.element().code());
        }
        return aliases;
    }

    private static List<String> names(StandardField field) {
        return List.of(field.name(), field.title().zh(), field.title().en());
    }

    /** Weight in common over weight in all, and over the lighter of the two, evenly: short headers say less than titles. */
    private double overlap(Map<String, Double> header, Map<String, Double> name) {
        double common = 0;
        double ofHeader = 0;
        double ofName = 0;
        for (Map.Entry<String, Double> word : header.entrySet()) {
            double weight = weight(word.getKey()) * word.getValue();
            ofHeader += weight;
            if (name.containsKey(word.getKey())) {
                common += weight;
            }
        }
        for (String word : name.keySet()) {
            ofName += weight(word);
        }
        if (common == 0) {
            return 0;
        }
        double all = ofHeader + ofName - common;
        return 0.6 * common / all + 0.4 * Math.min(1, common / Math.min(ofHeader, ofName));
    }

    private double weight(String concept) {
        return weights.getOrDefault(concept, 0.6);
    }

    /** Dice's coefficient over pairs of characters, for Chinese only: English words are compared as words. */
    private static double bigrams(String one, String other) {
        Set<String> pairs = pairs(one);
        Set<String> others = pairs(other);
        if (pairs.isEmpty() || others.isEmpty()) {
            return 0;
        }
        long common = pairs.stream().filter(others::contains).count();
        return 2.0 * common / (pairs.size() + others.size());
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            if (Concepts.han(text.charAt(i)) && Concepts.han(text.charAt(i + 1))) {
                pairs.add(text.substring(i, i + 2));
            }
        }
        return pairs;
    }

    /** Lower case, without brackets, blanks and signs. */
    static String bare(String name) {
        String outside = name.replaceAll("[(（\\[【][^)）\\]】]*[)）\\]】]", "");
        StringBuilder bare = new StringBuilder();
        (outside.isBlank() ? name : outside)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(bare::appendCodePoint);
        return bare.toString().toLowerCase(Locale.ROOT);
    }
}
