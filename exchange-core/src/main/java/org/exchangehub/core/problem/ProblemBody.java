package org.exchangehub.core.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details.
 *
 * @param type names the code as a URN
 * @param code stable, to be switched on
 * @param traceId W3C trace id, to be told to the operator
 */
record ProblemBody(
        URI type,
        String title,
        int status,
        String detail,
        ErrorCode code,
        @Nullable String traceId,
        List<FieldError> errors) {

    static ProblemBody of(HubProblem problem) {
        ErrorCode code = problem.code();
        String words = code.name().toLowerCase(Locale.ROOT);
        String title = words.substring(0, 1).toUpperCase(Locale.ROOT)
                + words.substring(1).replace('_', ' ');
        return new ProblemBody(
                URI.create("urn:exchange-hub:problem:" + words.replace('_', '-')),
                title,
                code.status(),
                String.valueOf(problem.getMessage()),
                code,
                Trace.id(),
                problem.errors());
    }
}
