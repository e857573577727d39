package org.exchangehub.core.access;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Whoever has changed a policy and asks the same instance next finds the change in force: the answer to the change waits
 * until this instance has followed, a second at most. Other instances follow within a second as always.
 */
@Component
class PolicyReach {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(5);

    private final PolicyEngine engine;

    PolicyReach(PolicyEngine engine) {
        this.engine = engine;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(PolicyEpoch.Raised raised) {
        long start = engine.now();
        try {
            while (engine.epoch() < raised.epoch() && engine.now() - start < PATIENCE.toNanos()) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
