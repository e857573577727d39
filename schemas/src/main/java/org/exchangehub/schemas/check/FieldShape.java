package org.exchangehub.schemas.check;

import org.exchangehub.schemas.value.FieldType;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What a check across fields has to know of a field.
 *
 * @param codes name of its code list, if it has one
 */
public record FieldShape(
        String name,
        LocalizedText title,
        FieldType type,
        boolean nullable,
        @Nullable String codes) {}
