package org.exchangehub.core.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer did with the data of a grant that is over, certified by its head (Decree 809, Art. 27).
 *
 * @param method null until it is certified, as are those after it
 * @param disposedOn the day it was done
 */
record Disposal(
        UUID grant,
        String dataset,
        String provider,
        String department,
        Instant openedAt,
        @Nullable Method method,
        @Nullable String statement,
        @Nullable LocalDate disposedOn,
        @Nullable String certifiedBy,
        @Nullable Instant certifiedAt) {

    /** What was done. */
    enum Method {
        /** All copies were destroyed. */
        DESTROYED,
        /** It was given back to the provider and no copy kept. */
        RETURNED,
        /** It is kept where a law says it must be, and for nothing else. */
        ARCHIVED
    }

    Disposal certified(Method how, String stated, LocalDate on, String by, Instant now) {
        if (certifiedAt != null) {
            throw new HubProblem(ErrorCode.CONFLICT, "The disposal under grant " + grant + " is certified already.");
        }
        return new Disposal(grant, dataset, provider, department, openedAt, how, stated, on, by, now);
    }
}
