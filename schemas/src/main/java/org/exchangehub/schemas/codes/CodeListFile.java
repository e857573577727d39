package org.exchangehub.schemas.codes;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of {@code codes/}: lines {@code # property: text} (standard, zh, en, source, columns), then codes with tabs
 * between the columns; {@code code, zh, en} where no columns are named. Columns of other names are other notations.
 */
final class CodeListFile {

    private static final Set<String> OWN = Set.of("code", "zh", "en", "from", "to");

    private final String name;
    private final Map<String, String> head = new HashMap<>();
    private final Map<String, CodeList.Entry> codes = new LinkedHashMap<>();

    private CodeListFile(String name) {
        this.name = name;
    }

    static CodeList read(String name) {
        CodeListFile file = new CodeListFile(name);
        Resource.lines("codes/" + name + ".tsv").forEach(file::line);
        LocalizedText title = new LocalizedText(file.property("zh"), file.property("en"));
        return new CodeList(name, file.property("standard"), file.property("source"), title, file.codes);
    }

    private String property(String property) {
        String text = head.get(property);
        if (text == null || text.isBlank()) {
            throw new IllegalStateException("the code list " + name + " does not say its " + property);
        }
        return text;
    }

    private void line(String line) {
        if (line.startsWith("#")) {
            int colon = line.indexOf(':');
            head.put(line.substring(1, colon).strip(), line.substring(colon + 1).strip());
        } else if (!line.isBlank()) {
            code(line.split("\t", -1));
        }
    }

    private void code(String[] cells) {
        List<String> columns =
                List.of(head.getOrDefault("columns", "code, zh, en").split(", "));
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                row.put(columns.get(i), cells[i]);
            }
        }
        String code = cells[0];
        String zh = row.get("zh");
        if (zh == null) {
            throw new IllegalStateException("the code list " + name + " does not say what " + code + " means");
        }
        LocalizedText meaning = new LocalizedText(zh, row.getOrDefault("en", zh));
        @Nullable LocalDate from = day(row.get("from"));
        @Nullable LocalDate to = day(row.get("to"));
        row.keySet().removeAll(OWN);
        if (codes.put(code, new CodeList.Entry(meaning, from, to, row)) != null) {
            throw new IllegalStateException("the code list " + name + " has " + code + " twice");
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
