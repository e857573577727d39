package org.exchangehub.schemas.codes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exchangehub.schemas.value.LocalizedText;

/** The codes a field may hold and what they mean. */
public final class CodeList {

    private final String name;
    private final String standard;
    private final LocalizedText title;
    private final Map<String, LocalizedText> codes;

    CodeList(String name, String standard, LocalizedText title, Map<String, LocalizedText> codes) {
        this.name = name;
        this.standard = standard;
        this.title = title;
        this.codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    /** As in {@code hub.codes}, e.g. {@code sex}. */
    public String name() {
        return name;
    }

    /** E.g. {@code GB/T 2261.1-2003}. */
    public String standard() {
        return standard;
    }

    public LocalizedText title() {
        return title;
    }

    public boolean contains(String code) {
        return codes.containsKey(code);
    }

    /** What a code means; in English as far as the list has it, otherwise Chinese in both. */
    public Optional<LocalizedText> meaning(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /** In the order of the standard. */
    public Set<String> codes() {
        return codes.keySet();
    }
}
