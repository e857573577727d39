package org.exchangehub.core.work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.work.NoticeDelivery.State;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery stands, for whoever looks after the place it goes to.
 *
 * @param kind of the notice
 * @param nextAt when it is tried next; absent once it is over
 * @param error what the last attempt failed by
 */
record NoticeDeliveryView(
        UUID id,
        UUID notice,
        String kind,
        State state,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable String error,
        @Nullable Instant finishedAt) {

    record NoticeDeliveryList(List<NoticeDeliveryView> items) {}
}
