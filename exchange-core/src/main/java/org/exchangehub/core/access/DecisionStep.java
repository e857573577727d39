package org.exchangehub.core.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One question the engine asked on the way to a decision, and the answer.
 *
 * @param grant the grant it was asked of; null when it is not about one grant
 * @param detail what was compared with what, for the security administrator's eyes
 */
public record DecisionStep(Rule rule, @Nullable UUID grant, boolean passed, String detail) {

    /** The questions, in the order they are asked. */
    public enum Rule {
        /** Does the caller's own department own the dataset, and is the caller its steward? */
        OWNER,
        /** Does the caller's client hold a grant for the dataset, in its own department? */
        GRANT_HELD,
        /** Is the client in force? */
        CLIENT_IN_FORCE,
        /** Is the dataset published? */
        PUBLISHED,
        /** Is the grant for the purpose stated? */
        PURPOSE,
        /** Does the grant hold today? */
        IN_FORCE,
        /** Is the grant for this way of access? */
        MODE,
        /** Are all fields named granted for this use? */
        FIELDS_GRANTED,
        /** Can all fields that select records be compared? */
        FIELDS_FILTERABLE,
        /** Can all fields that order records be seen? */
        FIELDS_SORTABLE
    }

    /** Where the engine's steps go; decisions on accesses keep none. */
    interface Steps {

        Steps NONE = (rule, grant, passed, detail) -> {};

        void take(Rule rule, @Nullable CompiledGrant grant, boolean passed, Detail detail);

        /** Notes a step and answers with whether it passed. */
        default boolean asked(Rule rule, @Nullable CompiledGrant grant, boolean passed, Detail detail) {
            take(rule, grant, passed, detail);
            return passed;
        }
    }

    /** A detail put into words only where somebody reads it. */
    interface Detail {
        String words();
    }
}
