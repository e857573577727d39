package org.exchangehub.schemas;

import org.exchangehub.schemas.value.Texts;
import org.jspecify.annotations.Nullable;

/** A found value as a finding may show it: short, and masked when the field is sensitive. */
final class Found {

    private static final int LONGEST = 100;

    private Found() {}

    static @Nullable String text(StandardField field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value instanceof byte[] bytes ? bytes.length + " bytes" : Texts.stored(value.toString());
        if (field.level().sensitive()) {
            text = field.masked(text);
        }
        return text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
                : text;
    }
}
