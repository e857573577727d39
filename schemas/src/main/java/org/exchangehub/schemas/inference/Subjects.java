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

    Subjects(Collection<StandardSchema> standards) {
        for (StandardSchema schema : standards) {
            Set<String> title = new HashSet<>(Concepts.of(schema.title().zh()).keySet());
            title.addAll(Concepts.of(schema.title().en()).keySet());
            title.addAll(Concepts.of(schema.dataset()).keySet());
            Set<String> all = new HashSet<>(title);
            for (StandardField field : schema.fields()) {
                all.addAll(Concepts.of(field.title().zh()).keySet());
                all.addAll(Concepts.of(field.title().en()).keySet());
                all.addAll(Concepts.of(field.name()).keySet());
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
            for (String word : Concepts.of(column.header()).keySet()) {
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
}
