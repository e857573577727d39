package org.exchangehub.core.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice on its way out of the hub, to a mailbox or a webhook: one of the two.
 *
 * @param attempts how often it was tried, this time among them
 */
record NoticeDelivery(
        UUID id,
        UUID notice,
        @Nullable String address,
        @Nullable UUID webhook,
        int attempts) {

    /** Where a delivery stands. */
    enum State {
        /** To be tried, for the first time or again. */
        WAITING,
        /** Taken by the other side. */
        SENT,
        /** Not to be tried again. */
        GIVEN_UP
    }

    /** What comes after each failure, as Standard Webhooks proposes it: in all about three days. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** How long to wait after this attempt failed; empty when it was the last. */
    Optional<Duration> pause() {
        return attempts <= PAUSES.size() ? Optional.of(PAUSES.get(attempts - 1)) : Optional.empty();
    }
}
