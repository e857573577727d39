package org.exchangehub.schemas;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How sensitive a field is ({@code hub.level}): general data 1 to 4, 重要, 核心 (GB/T 43697-2024). Ordered. */
public enum Level {
    LEVEL_1("1", 1),
    LEVEL_2("2", 2),
    LEVEL_3("3", 3),
    LEVEL_4("4", 4),
    IMPORTANT("important", 5),
    CORE("core", 6);

    private final String word;
    private final int number;

    Level(String word, int number) {
        this.word = word;
        this.number = number;
    }

    /** As written in schemas: {@code 1}, {@code 2}, {@code 3}, {@code 4}, {@code important}, {@code core}. */
    public String word() {
        return word;
    }

    /** 1 to 4 for general data, 5 important, 6 core. */
    public int number() {
        return number;
    }

    /** From this level on a value is masked unless a grant clears it, also in findings. */
    public boolean sensitive() {
        return compareTo(LEVEL_3) >= 0;
    }

    /**
     * The level of that number.
     *
     * @throws IllegalArgumentException unless it is from 1 to 6
     */
    public static Level of(int number) {
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException("expected a level from 1 to 6, found " + number);
        }
        return values()[number - 1];
    }

    static Optional<Level> ofWord(String word) {
        return Stream.of(values())
                .filter(level -> level.word.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
