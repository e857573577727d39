package org.exchangehub.core.access;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Decides on every access, in process and without a call to anybody; what no grant allows is denied. */
@Service
public class PolicyEngine {

    PolicyEngine() {}

    public Decision decide(AccessRequest request) {
        return new Decision.Deny(
                UUID.randomUUID(),
                0,
                DenyReason.NO_GRANT,
                "No grant for " + request.dataset() + " is held by this client.",
                List.of());
    }
}
