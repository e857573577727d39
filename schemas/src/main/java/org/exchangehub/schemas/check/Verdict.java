package org.exchangehub.schemas.check;

import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What a check says against a value.
 *
 * @param corrected the value as it is to be kept when only its spelling was wrong, otherwise null
 */
public record Verdict(
        Severity severity, LocalizedText expected, @Nullable Object corrected) {

    public static Verdict error(String zh, String en) {
        return new Verdict(Severity.ERROR, new LocalizedText(zh, en), null);
    }

    public static Verdict warning(String zh, String en) {
        return new Verdict(Severity.WARNING, new LocalizedText(zh, en), null);
    }

    public static Verdict corrected(Object value, String zh, String en) {
        return new Verdict(Severity.WARNING, new LocalizedText(zh, en), value);
    }
}
