package org.exchangehub.core.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/** What an access is for, as the header says it and the grant must. */
final class Purpose {

    static final String HEADER = "Hub-Purpose";

    private Purpose() {}

    /**
     * The purpose in clear: a header carries ASCII, so that Chinese arrives percent-encoded or as UTF-8 bytes that the
     * server has taken for Latin-1. Null only for a person, who may read the own department's data without one.
     */
    static @Nullable String of(@Nullable String header, Caller caller) {
        if (header == null || header.isBlank()) {
            if (caller.kind() != Caller.Kind.PERSON) {
                throw new HubProblem(
                        ErrorCode.REQUEST_INVALID,
                        "Every access of an application says what it is for",
                        List.of(new FieldError(HEADER, "the purpose of the grant", null)));
            }
            return null;
        }
        String text = new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        boolean latin = header.chars().allMatch(c -> c < 256);
        return decoded(latin && !text.contains("\uFFFD") ? text : header).strip();
    }

    private static String decoded(String text) {
        try {
            return text.contains("%") ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8) : text;
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
