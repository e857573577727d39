package org.exchangehub.core.problem;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The request that this thread serves, as evidence tells of it: since when, and for whom the caller says it asks. */
public final class Serving {

    /** The end user an application asks for; percent-encoded or UTF-8. It is personal. */
    public static final String ON_BEHALF_OF = "Hub-On-Behalf-Of";

    /** Characters of {@link #ON_BEHALF_OF}, decoded. */
    static final int LONGEST = 200;

    private static final ThreadLocal<Serving> CURRENT = new ThreadLocal<>();

    private final long begun;
    private final @Nullable String onBehalfOf;

    private Serving(long begun, @Nullable String onBehalfOf) {
        this.begun = begun;
        this.onBehalfOf = onBehalfOf;
    }

    /** Who the caller asks for; null when it does not say, or outside a request. */
    public static @Nullable String onBehalfOf() {
        Serving current = CURRENT.get();
        return current == null ? null : current.onBehalfOf;
    }

    /** Milliseconds since the request arrived; null outside a request. */
    public static @Nullable Long millis() {
        Serving current = CURRENT.get();
        return current == null ? null : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - current.begun);
    }

    /**
     * Begins.
     *
     * @param header {@link #ON_BEHALF_OF} as it came
     */
    static void begin(@Nullable String header) {
        String text = header == null ? "" : HeaderText.of(header);
        CURRENT.set(new Serving(System.nanoTime(), text.isEmpty() ? null : text));
    }

    static void end() {
        CURRENT.remove();
    }

    /** Whether a header says more than an entry is to hold; such a request is refused. */
    static boolean tooLong(@Nullable String header) {
        return header != null && HeaderText.of(header).length() > LONGEST;
    }
}
