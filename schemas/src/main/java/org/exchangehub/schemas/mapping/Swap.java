package org.exchangehub.schemas.mapping;

import java.util.Map;
import org.exchangehub.schemas.forms.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * Two columns that some rows have exchanged. They are exchanged back only when each value is of the other column's kind and
 * neither of its own: in doubt the row stays and the checks name it.
 */
record Swap(Source.Column first, ValueKind firstKind, Source.Column second, ValueKind secondKind) {

    void repair(Map<String, @Nullable String> row) {
        String one = first.in(row);
        String other = second.in(row);
        String oneValue = one == null ? null : row.get(one);
        String otherValue = other == null ? null : row.get(other);
        if (one == null || other == null || oneValue == null || otherValue == null) {
            return;
        }
        boolean exchanged = secondKind.fits(oneValue)
                && firstKind.fits(otherValue)
                && !firstKind.fits(oneValue)
                && !secondKind.fits(otherValue);
        if (exchanged) {
            row.put(one, otherValue);
            row.put(other, oneValue);
        }
    }
}
