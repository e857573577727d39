package org.exchangehub.core.dispute;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the authority's decisions stand after the last day of an appeal. Instances keep out of each other's way by row locks. */
@Component
class DisputeWatch {

    private static final UUID FIRST = new UUID(0, 0);

    private final Disputes disputes;

    DisputeWatch(Disputes disputes) {
        this.disputes = disputes;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void run() {
        Optional<UUID> stands = disputes.letStand(FIRST);
        while (stands.isPresent()) {
            stands = disputes.letStand(stands.get());
        }
    }
}
