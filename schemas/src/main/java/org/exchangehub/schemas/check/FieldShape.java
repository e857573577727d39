package org.exchangehub.schemas.check;

import java.util.List;
import org.exchangehub.schemas.value.FieldType;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What a check across fields has to know of a field.
 *
 * @param codes name of its code list, if it has one
 * @param checks its own checks as the schema names them: what a check across fields may rely on once they have passed
 */
public record FieldShape(
        String name,
        LocalizedText title,
        FieldType type,
        boolean nullable,
        @Nullable String codes,
        List<String> checks) {

    public FieldShape {
        checks = List.copyOf(checks);
    }
}
