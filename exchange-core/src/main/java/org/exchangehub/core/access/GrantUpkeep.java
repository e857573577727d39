package org.exchangehub.core.access;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends grants after their last day, puts service changes into effect on theirs, and sees what was delivered. Nothing hangs on its being on time: the policy
 * engine knows a grant's last day by itself. Instances keep out of each other's way by row locks.
 */
@Component
class GrantUpkeep {

    private final Grants grants;
    private final ServiceChanges changes;
    private final Deliveries deliveries;

    GrantUpkeep(Grants grants, ServiceChanges changes, Deliveries deliveries) {
        this.grants = grants;
        this.changes = changes;
        this.deliveries = deliveries;
    }

    @Scheduled(initialDelay = 15, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void run() {
        boolean more = true;
        while (more) {
            more = grants.expire() || changes.takeEffect();
        }
        deliveries.awaited().forEach(deliveries::arrived);
    }
}
