package org.exchangehub.schemas.value;

import java.util.Objects;

/** A text for people, in Chinese and in English. */
public record LocalizedText(String zh, String en) {

    public LocalizedText {
        Objects.requireNonNull(zh);
        Objects.requireNonNull(en);
    }
}
