package org.exchangehub.core.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is claimed of a record.
 *
 * @param key values of all key fields
 * @param claims values by field, at least one
 */
record VerificationRequest(
        @Nullable Map<String, JsonNode> key, @Nullable Map<String, JsonNode> claims) {

    /**
     * What is claimed.
     *
     * @param pointer where in the request this stands
     */
    Verifier.Claimed claimed(String pointer) {
        return new Verifier.Claimed(pointer, values(pointer + "/key", key), values(pointer + "/claims", claims));
    }

    private static Map<String, String> values(String pointer, @Nullable Map<String, JsonNode> given) {
        if (given == null || given.isEmpty()) {
            throw invalid(pointer, "at least one field with its value");
        }
        Map<String, String> values = new LinkedHashMap<>();
        given.forEach((field, value) -> {
            if (value == null || !value.isValueNode() || value.isNull()) {
                throw invalid(pointer + "/" + field, "a text, a number, true or false");
            }
            values.put(field, value.asString());
        });
        return values;
    }

    private static HubProblem invalid(String pointer, String expected) {
        return new HubProblem(
                ErrorCode.REQUEST_INVALID,
                "The verification cannot be made as written",
                List.of(new FieldError(pointer, expected, null)));
    }
}
