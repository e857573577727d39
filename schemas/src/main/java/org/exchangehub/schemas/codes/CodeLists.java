package org.exchangehub.schemas.codes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.exchangehub.schemas.value.LocalizedText;

/** The code lists this library holds. */
public final class CodeLists {

    private static final List<String> NAMES = List.of(
            "currency",
            "economic-type",
            "ethnicity",
            "holder-type",
            "id-document",
            "industry",
            "legal-person-status",
            "licence-status",
            "marital-status",
            "registration-authority",
            "registration-business",
            "sex");
    private static final Map<String, CodeList> LOADED = new ConcurrentHashMap<>();

    private CodeLists() {}

    /** All names, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    public static Optional<CodeList> find(String name) {
        return NAMES.contains(name) ? Optional.of(LOADED.computeIfAbsent(name, CodeLists::load)) : Optional.empty();
    }

    private static CodeList load(String name) {
        Map<String, String> head = new LinkedHashMap<>();
        Map<String, LocalizedText> codes = new LinkedHashMap<>();
        for (String line : Resource.lines("codes/" + name + ".tsv")) {
            if (line.startsWith("#")) {
                int colon = line.indexOf(':');
                head.put(
                        line.substring(1, colon).strip(),
                        line.substring(colon + 1).strip());
            } else if (!line.isBlank()) {
                String[] cells = line.split("\t", -1);
                codes.put(cells[0], new LocalizedText(cells[1], cells.length > 2 ? cells[2] : cells[1]));
            }
        }
        String standard = head.getOrDefault("standard", "");
        LocalizedText title = new LocalizedText(head.getOrDefault("zh", name), head.getOrDefault("en", name));
        return new CodeList(name, standard, title, codes);
    }
}
