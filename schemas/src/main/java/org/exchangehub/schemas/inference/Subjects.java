package org.exchangehub.schemas.inference;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;

/** What standards are about: the words of their titles, and those words of their fields that other standards have not. */
final class Subjects {

    /** Of a wide table no more columns need to speak than of one this wide. */
    private static final int MANY_COLUMNS = 15;

    private final Map<String, Integer> standardsWith = new HashMap<>();
    private final Map<StandardSchema, Set<String>> words = new HashMap<>();
    private final Map<StandardSchema, Set<String>> titles = new HashMap<>();

    /** What things a standard can be about; the first that its title names is its subject. */
    private static final Set<String> THINGS =
            Set.of("organisation", "person", "licence", "house", "realestate", "address", "event", "component");

    /** The one thing a standard is about, as its title says; empty when it does not. */
    static Set<String> of(StandardSchema schema) {
        for (String title : List.of(schema.title().zh(), schema.title().en())) {
            for (String word : Concepts.of(title)) {
                if (THINGS.contains(word)) {
                    return Set.of(word);
                }
            }
        }
        return Set.of();
    }

    /** How likely a field holds the number by which a table about the standard's subject goes, 0 to 0.6. */
    static double numbering(StandardField field, StandardSchema schema) {
        Set<String> own = new HashSet<>(of(schema));
        own.addAll(Set.of("number", "code", "registered"));
        Set<String> words = Concepts.of(field.title().zh());
        boolean only = own.containsAll(words);
        if (!only || field.codes() != null) {
            return 0;
        }
        return words.contains("number") ? 0.6 : words.contains("code") ? 0.5 : 0;
    }

    Subjects(Collection<StandardSchema> standards) {
        for (StandardSchema schema : standards) {
            Set<String> title = new HashSet<>(Concepts.of(schema.title().zh()));
            title.addAll(Concepts.of(schema.title().en()));
            title.addAll(Concepts.of(schema.dataset()));
            Set<String> all = new HashSet<>(title);
            for (StandardField field : schema.fields()) {
                all.addAll(Concepts.of(field.title().zh()));
                all.addAll(Concepts.of(field.title().en()));
                all.addAll(Concepts.of(field.name()));
            }
            titles.put(schema, title);
            words.put(schema, all);
            all.forEach(word -> standardsWith.merge(word, 1, Integer::sum));
        }
    }

    /** How much the headers speak of what a standard is about, 0 to 1: 1 when a third of them does so in words of its own. */
    double spokenOf(List<Column> columns, StandardSchema schema) {
        double spoken = 0;
        for (Column column : columns) {
            double most = 0;
            for (String word : Concepts.of(column.header())) {
                if (words.getOrDefault(schema, Set.of()).contains(word)) {
                    double own = 1.0 / standardsWith.getOrDefault(word, 1);
                    most = Math.max(
                            most, titles.getOrDefault(schema, Set.of()).contains(word) ? Math.min(1, 2 * own) : own);
                }
            }
            spoken += most;
        }
        return Math.min(1, 3 * spoken / Math.min(columns.size(), MANY_COLUMNS));
    }

    /** Whether a column is named after the standard's subject, or its name or number. */
    static boolean subjectOf(List<Column> columns, StandardSchema schema) {
        Set<String> subject = of(schema);
        return !subject.isEmpty()
                && !subject.contains("address")
                && columns.stream().anyMatch(column -> {
                    Set<String> words = new HashSet<>(Concepts.of(column.header()));
                    boolean speaks = words.containsAll(subject);
                    words.removeAll(subject);
                    words.removeAll(Set.of("name", "number", "code"));
                    return speaks && words.isEmpty() && column.filled() >= 0.5;
                });
    }

    /** How much a name of the whole sample says that it is about a standard, 0 to 1: by the words of the standard's title. */
    double named(String about, StandardSchema schema) {
        double most = 0;
        for (String word : Concepts.of(about.replace('.', ' '))) {
            if (titles.getOrDefault(schema, Set.of()).contains(word)) {
                long titled = titles.values().stream()
                        .filter(title -> title.contains(word))
                        .count();
                most = Math.max(most, 1.0 / titled);
            }
        }
        return most;
    }
}
