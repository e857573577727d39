package org.exchangehub.core.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.schemas.minimisation.Treatment;
import org.jspecify.annotations.Nullable;

/** What was decided on a request for access; goes into the access log by its id. */
public sealed interface Decision {

    UUID decisionId();

    /** The policy epoch the decision rests on. */
    long policyVersion();

    /**
     * The access is allowed, within these bounds.
     *
     * @param grant what allows it; null when the owner reads its own dataset
     * @param basis the law or duty the grant rests on; null when the owner reads its own dataset
     * @param fields how each field the grant names is treated, also what was not asked for; others are hidden
     * @param rowFilter conditions all of which a record must fulfil to be given
     */
    record Permit(
            UUID decisionId,
            long policyVersion,
            @Nullable UUID grant,
            @Nullable String basis,
            Map<String, Treatment> fields,
            List<RowCondition> rowFilter)
            implements Decision {

        public Permit {
            fields = Map.copyOf(fields);
            rowFilter = List.copyOf(rowFilter);
        }
    }

    /**
     * The access is denied.
     *
     * @param detail a sentence for the caller; tells nothing of what the caller may not know
     * @param fields the fields the denial is about, as the caller named them
     */
    record Deny(UUID decisionId, long policyVersion, DenyReason reason, String detail, List<String> fields)
            implements Decision {

        public Deny {
            fields = List.copyOf(fields);
        }
    }
}
