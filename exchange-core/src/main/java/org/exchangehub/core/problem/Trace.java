package org.exchangehub.core.problem;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The W3C trace id of the request this thread serves: 32 hexadecimal digits, in every log line, problem and fact. */
public final class Trace {

    static final String KEY = "traceId";

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final String INVALID = "0".repeat(32);

    private Trace() {}

    /** The current trace id, or null outside a request. */
    public static @Nullable String id() {
        return MDC.get(KEY);
    }

    /** The id in a {@code traceparent} header (W3C Trace Context §3.2), or a new one when it is absent or malformed. */
    static String from(@Nullable String traceparent) {
        if (traceparent != null) {
            Matcher matcher = TRACEPARENT.matcher(traceparent.strip());
            if (matcher.matches() && !matcher.group(1).equals(INVALID)) {
                return matcher.group(1);
            }
        }
        return UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
    }
}
