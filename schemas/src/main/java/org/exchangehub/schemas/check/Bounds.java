package org.exchangehub.schemas.check;

import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** {@code low..high}, both ends included, either may be missing. */
record Bounds(@Nullable String low, @Nullable String high) {

    /** @throws IllegalArgumentException when the text is no bounds */
    static Bounds parse(String text) {
        int dots = text.indexOf("..");
        if (dots < 0 || text.length() == 2) {
            throw new IllegalArgumentException("bounds such as 1..200, ..200 or 1..");
        }
        String low = text.substring(0, dots);
        String high = text.substring(dots + 2);
        return new Bounds(low.isEmpty() ? null : low, high.isEmpty() ? null : high);
    }

    /** E.g. {@code at least 1 and at most 200}. */
    LocalizedText words(String unitZh, String unitEn) {
        if (low == null) {
            return new LocalizedText("不超过" + high + unitZh, "at most " + high + unitEn);
        }
        if (high == null) {
            return new LocalizedText("不少于" + low + unitZh, "at least " + low + unitEn);
        }
        return low.equals(high)
                ? new LocalizedText(low + unitZh, "exactly " + low + unitEn)
                : new LocalizedText(low + "至" + high + unitZh, low + " to " + high + unitEn);
    }
}
