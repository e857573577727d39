package org.exchangehub.core.work;

import java.util.Objects;
import org.exchangehub.schemas.value.LocalizedText;

/**
 * What a deadline or a notice is about. Type and id tell subjects apart; title and link are for people.
 *
 * @param type such as {@code application}, {@code correction}, {@code dataset}: stored, so it must not change
 * @param id unique among the subjects of its type
 * @param title what people call it, at most 300 characters, nothing personal in it
 * @param link path of its page, beginning with a slash
 */
public record Subject(String type, String id, LocalizedText title, String link) {

    private static final int TITLE = 300;

    public Subject {
        if (!type.matches("[a-z][a-z-]{0,39}")) {
            throw new IllegalArgumentException("expected a type of small letters and hyphens, found " + type);
        }
        if (id.isBlank() || !link.startsWith("/")) {
            throw new IllegalArgumentException("expected an id and a path, found '" + id + "' and '" + link + "'");
        }
        Objects.requireNonNull(title);
        title = new LocalizedText(cut(title.zh()), cut(title.en()));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= TITLE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, TITLE - 1)) + "…";
    }
}
