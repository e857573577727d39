package org.exchangehub.core.contract;

import java.util.List;
import java.util.Optional;

/**
 * A schema registry speaking Confluent's REST API. Every method refuses with {@code REGISTRY_UNAVAILABLE} when it cannot be
 * reached or fails.
 */
interface SchemaRegistry {

    /** How versions of a subject must relate; the names are the API's. */
    enum Compatibility {
        NONE,
        BACKWARD,
        BACKWARD_TRANSITIVE,
        FORWARD,
        FORWARD_TRANSITIVE,
        FULL,
        FULL_TRANSITIVE
    }

    /** What came of a registration. */
    sealed interface Registration {

        /** The schema is there under this id, now or since before. */
        record Registered(int id) implements Registration {}

        /** The registry's rule for the subject does not let it in. */
        record Incompatible(String reason) implements Registration {}

        /** The registry does not take it for an Avro schema. */
        record Invalid(String reason) implements Registration {}
    }

    /** A version of a subject as the registry holds it. */
    record Registered(String subject, int version, int id, String schema) {}

    List<String> subjects();

    /** Version numbers of a subject, ascending; empty when it is unknown. */
    List<Integer> versions(String subject);

    Optional<Registered> version(String subject, int version);

    /** The schema text with this id. */
    Optional<String> schema(int id);

    /** Finds the version of the subject that is this very schema. */
    Optional<Registered> lookup(String subject, String schema);

    /** Registers a schema as the subject's newest version; the same schema again gives the same id. */
    Registration register(String subject, String schema);

    /** Asks whether a schema could become the subject's newest version under its rule; true for an unknown subject. */
    boolean compatible(String subject, String schema);

    /** The subject's own rule, if it has one. */
    Optional<Compatibility> compatibility(String subject);

    void setCompatibility(String subject, Compatibility level);

    /** Removes one version for good; nothing happens when it is not there. */
    void delete(String subject, int version);

    /** Removes a subject for good; nothing happens when it is not there. */
    void delete(String subject);
}
