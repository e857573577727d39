package org.exchangehub.core.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Takes note of a denial before it is answered. */
public interface DenialWitness {

    /**
     * Records the denial durably.
     *
     * @return where it is recorded ({@code origin/index}), empty when the caller is not known
     * @throws HubProblem {@code AUDIT_UNAVAILABLE} when it cannot be recorded: that is then the answer
     */
    Optional<String> record(HttpServletRequest request, HubProblem problem);
}
