package org.exchangehub.schemas.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Where people write the header: behind lines of explanation, it is the first line about as full as most. */
final class TextTable {

    /** Lines looked at to find the header. */
    static final int LOOKED_AT = 60;

    private TextTable() {}

    /** Where the header is; 0 of no lines. */
    static int header(List<List<String>> lines) {
        List<List<String>> looked = lines.subList(0, Math.min(lines.size(), LOOKED_AT));
        int usual = usual(looked, TextTable::filled);
        for (int i = 0; i < looked.size(); i++) {
            List<String> line = looked.get(i);
            boolean words = line.stream().noneMatch(cell -> cell.length() > 200);
            if (words && filled(line) >= Math.max(1, Math.ceil(usual * 0.7))) {
                return i;
            }
        }
        return 0;
    }

    private static int filled(List<String> line) {
        return (int) line.stream().filter(cell -> !cell.isBlank()).count();
    }

    static int usual(List<List<String>> lines, ToIntFunction<List<String>> size) {
        Map<Integer, Integer> counts = new HashMap<>();
        lines.forEach(line -> counts.merge(size.applyAsInt(line), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** Nameless columns with values get a name of their own; nameless and empty ones none. */
    static List<String> names(List<List<String>> lines, int header) {
        List<String> names = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        List<String> cells = lines.isEmpty() ? List.of() : lines.get(header);
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String name = (cell.startsWith("\uFEFF") ? cell.substring(1) : cell).strip();
            int column = i;
            boolean used = lines.subList(header + 1, lines.size()).stream()
                    .anyMatch(line -> column < line.size() && !line.get(column).isBlank());
            if (name.isEmpty() && used) {
                name = "column_" + (i + 1);
            }
            int before = name.isEmpty() ? 0 : times.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum) - 1;
            names.add(before == 0 ? name : name + "_" + (before + 1));
        }
        return names;
    }
}
