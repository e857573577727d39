package org.exchangehub.core.contract;

import java.util.List;
import java.util.stream.Stream;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.schemas.Refusal;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.mapping.MappingRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds a mapping that somebody hands in against a dataset's schema. */
public final class MappingCheck {

    private static final String POINTER = "/mapping";

    private MappingCheck() {}

    /** All that keeps it from mapping rows to the schema, with pointers into {@code /mapping}; none when it can. */
    public static List<FieldError> errors(@Nullable JsonNode given, StandardSchema schema) {
        if (given == null || !given.isObject()) {
            return List.of(new FieldError(POINTER, "a mapping object with version and fields", null));
        }
        try {
            return errors(Mapping.parse(given.toString()).against(schema).stream());
        } catch (MappingRefused refused) {
            return errors(refused.refusals().stream());
        }
    }

    private static List<FieldError> errors(Stream<Refusal> refusals) {
        return refusals.map(each -> new FieldError(POINTER + each.path(), each.expected(), each.found()))
                .toList();
    }
}
