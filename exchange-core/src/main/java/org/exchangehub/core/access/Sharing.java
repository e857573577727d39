package org.exchangehub.core.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.exchangehub.core.access.Terms.StatedCondition;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.catalog.FieldSharing;
import org.exchangehub.core.catalog.ShareAttribute;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;

/** What a dataset's entry in force says of sharing what terms name, field by field (Decree 809, Arts. 14 and 15). */
record Sharing(Dataset dataset, Terms terms) {

    /** The strictest of all fields named: what a standing consent to unconditional sharing covers and what not. */
    ShareAttribute attribute() {
        return terms.named().stream()
                .map(dataset::shareAttribute)
                .max(Comparator.naturalOrder())
                .orElseGet(dataset::shareAttribute);
    }

    /** Scope and purpose the use is bound to: the dataset's, then those of fields that have their own. */
    List<StatedCondition> conditions() {
        List<StatedCondition> conditions = new ArrayList<>();
        String scope = dataset.entry().shareCondition();
        if (dataset.shareAttribute() == ShareAttribute.CONDITIONAL && scope != null) {
            conditions.add(new StatedCondition(null, scope, dataset.entry().usageConditions()));
        }
        for (String field : terms.named()) {
            FieldSharing sharing = dataset.sharing(field);
            String own = sharing.condition();
            if (sharing.own() && sharing.attribute() == ShareAttribute.CONDITIONAL && own != null) {
                conditions.add(new StatedCondition(field, own, dataset.entry().usageConditions()));
            }
        }
        return conditions;
    }

    /** Refuses with {@code CONFLICT} terms with a field that has since been put down as not shared. */
    void requireShared() {
        String refused = terms.named().stream()
                .filter(field -> dataset.shareAttribute(field) == ShareAttribute.REFUSED)
                .map(field -> field + " (" + why(dataset.sharing(field)) + ")")
                .collect(Collectors.joining(", "));
        if (!refused.isEmpty()) {
            throw new HubProblem(
                    ErrorCode.CONFLICT,
                    "Dataset " + dataset.code() + " does not share " + refused
                            + "; refuse the application, or ask for it without.");
        }
    }

    /** Why a field is not shared, in the entry's words. */
    static String why(FieldSharing sharing) {
        return sharing.refusalReason() + "; " + sharing.legalBasis();
    }
}
