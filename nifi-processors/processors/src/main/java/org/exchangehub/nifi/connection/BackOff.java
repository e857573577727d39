package org.exchangehub.nifi.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before a request is repeated: twice as long each time, with jitter, so that many clients do not come
 * back together; never shorter than the server asks.
 *
 * @param attempts in all, at least 1
 * @param first pause before the second attempt
 * @param longest no pause is longer; a server that asks for more is not asked again here
 */
record BackOff(int attempts, Duration first, Duration longest) {

    BackOff {
        if (attempts < 1) {
            throw new IllegalArgumentException("expected at least 1 attempt, found " + attempts);
        }
    }

    /**
     * The pause after a failed attempt.
     *
     * @param attempt the one that failed, counted from 1
     * @param asked what the server's Retry-After says, if it says anything
     * @return null when there is no point in another attempt now
     */
    @Nullable
    Duration after(int attempt, @Nullable Duration asked, RandomGenerator random) {
        if (attempt >= attempts || (asked != null && asked.compareTo(longest) > 0)) {
            return null;
        }
        long whole = Math.min(first.toMillis() << Math.min(attempt - 1, 20), longest.toMillis());
        Duration jittered = Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
        return asked != null && asked.compareTo(jittered) > 0 ? asked : jittered;
    }
}
