package org.exchangehub.core.contract;

import org.exchangehub.schemas.StandardSchema;

/**
 * One version of the schema a dataset is bound to.
 *
 * @param version counted per dataset from 1
 * @param registryId the id in the schema registry, as the wire format carries it
 */
public record BoundSchema(String dataset, int version, int registryId, StandardSchema schema, State state) {

    /** A draft may still be replaced; what is published never changes. */
    public enum State {
        DRAFT,
        PUBLISHED
    }

    /** The registry's subject: {@code <dataset code>-value}. */
    public String subject() {
        return subjectOf(dataset);
    }

    static String subjectOf(String dataset) {
        return dataset + "-value";
    }
}
