package org.exchangehub.schemas;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a field may be used to select records ({@code hub.filter}). */
public enum FilterKind {
    NONE,
    EQUALITY,
    RANGE,
    PREFIX,
    TEXT;

    /** The word used in schemas, e.g. {@code equality}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FilterKind> ofWord(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
