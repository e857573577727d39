package org.exchangehub.core.audit;

import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Facts about state changes, written in the transaction that makes the change and drained into the log in commit order.
 */
@Component
public class AuditOutbox {

    AuditOutbox() {}

    /**
     * Adds a fact to the current transaction of the release data source; it reaches the log if and only if that
     * transaction commits.
     *
     * @return the fact's id, for {@link AuditLog#evidenceOf(UUID)}
     * @throws IllegalStateException when no transaction is active
     */
    public UUID add(AuditFact fact) {
        throw new UnsupportedOperationException(fact.toString());
    }
}
