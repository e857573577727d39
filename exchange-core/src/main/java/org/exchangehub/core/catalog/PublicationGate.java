package org.exchangehub.core.catalog;

import org.exchangehub.core.problem.HubProblem;

/** What else must be true of a dataset before it is published; the later packages hold their conditions here. */
public interface PublicationGate {

    /**
     * Lets the dataset pass or refuses.
     *
     * @throws HubProblem that says what is missing, for example {@code SCHEMA_NOT_BOUND}
     */
    void check(Dataset dataset);
}
