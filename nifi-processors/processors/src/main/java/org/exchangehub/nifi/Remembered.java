package org.exchangehub.nifi;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was made of a document, made anew only when the document has changed. Safe for use by many threads. */
final class Remembered<T> {

    private record Made<T>(String document, T value) {}

    private final Function<String, T> make;
    private volatile @Nullable Made<T> made;

    private Remembered(Function<String, T> make) {
        this.make = make;
    }

    static <T> Remembered<T> of(Function<String, T> make) {
        return new Remembered<>(make);
    }

    /** Before the processor is scheduled. */
    static <T> Remembered<T> nothing() {
        return new Remembered<>(document -> {
            throw new IllegalStateException("the processor is not scheduled");
        });
    }

    T value(String document) {
        Made<T> held = made;
        if (held == null || !held.document().equals(document)) {
            held = new Made<>(document, make.apply(document));
            made = held;
        }
        return held.value();
    }
}
