package org.exchangehub.schemas.check;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One check of one field, compiled; called for each value that is there and of the field's type. */
@FunctionalInterface
public interface FieldCheck {

    /** Null when the value is right. */
    @Nullable
    Verdict verdict(Object value, LocalDate today);
}
