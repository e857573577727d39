package org.exchangehub.schemas.minimisation;

import java.util.List;
import org.exchangehub.schemas.FilterKind;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.identifiers.CitizenId;
import org.exchangehub.schemas.value.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * The fields by which a record names the persons and enterprises it is about. Such a field is checked as a citizen's number
 * ({@code citizen-id}) or a unified social credit code ({@code uscc}), and records can be found by it: it is in the key or can
 * be filtered for equality. A number that is only mentioned, as the parents' in a child's record, names nobody in this sense.
 */
public final class SubjectFields {

    private SubjectFields() {}

    /** Whom a number stands for. */
    public enum Kind {
        /** 公民身份号码, GB 11643. */
        PERSON("citizen-id"),
        /** 统一社会信用代码, GB 32100. */
        ENTERPRISE("uscc");

        private final String check;

        Kind(String check) {
            this.check = check;
        }

        /** The number as records hold it: half width, upper case, a citizen's number of 15 digits in its 18 characters. */
        public String canonical(String number) {
            return switch (this) {
                case PERSON -> CitizenId.canonical(number.strip());
                case ENTERPRISE -> Characters.upper(Characters.halfWidth(number.strip()));
            };
        }
    }

    /** Whom the field names; null when it names nobody. */
    public static @Nullable Kind kind(StandardSchema schema, StandardField field) {
        boolean sought = field.filter() != FilterKind.NONE || schema.key().contains(field.name());
        if (!sought || field.type().kind() != FieldType.Kind.STRING) {
            return null;
        }
        for (Kind kind : Kind.values()) {
            if (field.checks().contains(kind.check)) {
                return kind;
            }
        }
        return null;
    }

    /** The fields that name somebody, in the schema's order. */
    public static List<StandardField> of(StandardSchema schema) {
        return schema.fields().stream()
                .filter(field -> kind(schema, field) != null)
                .toList();
    }
}
