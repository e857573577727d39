package org.exchangehub.core.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.exchangehub.core.access.Decision;
import org.exchangehub.core.access.Mode;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.contract.RowCondition.Operator;
import org.exchangehub.core.identity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to know.
 *
 * @param purpose what for, as the grant states it; null only where a person reads the own department's data
 * @param fields to be shown or, in a verification, claimed; none means all that may be shown
 * @param filters what the records must fulfil, their key included
 * @param asOf the moment at which they are wanted; null for now
 */
record Question(
        Caller caller,
        String dataset,
        Mode mode,
        @Nullable String purpose,
        List<String> fields,
        List<Filter> filters,
        @Nullable Instant asOf) {

    /** Name, among an entry's details, of the measure {@link KeyWalks} takes. */
    static final String ADJACENT = "adjacent";

    Question {
        fields = List.copyOf(fields);
        filters = List.copyOf(filters);
    }

    /** The same question about the record with this key. */
    Question by(Map<String, String> key) {
        List<Filter> filtersAndKey = new ArrayList<>(filters);
        key.forEach((field, value) -> filtersAndKey.add(new Filter(field, Operator.EQ, List.of(value))));
        return new Question(caller, dataset, mode, purpose, fields, filtersAndKey, asOf);
    }

    /** The same question of whoever asks now. */
    Question askedBy(Caller other) {
        return new Question(other, dataset, mode, purpose, fields, filters, asOf);
    }

    Set<String> filteredFields() {
        return filters.stream().map(Filter::field).collect(Collectors.toUnmodifiableSet());
    }

    /** What is asked by: the fields that are to equal a value or one of several. */
    Map<String, List<String>> equalities() {
        Map<String, List<String>> equalities = new HashMap<>();
        filters.stream()
                .filter(filter -> filter.operator() == Operator.EQ || filter.operator() == Operator.IN)
                .forEach(filter -> equalities.put(filter.field(), filter.values()));
        return equalities;
    }

    @Nullable
    String filterShape() {
        return filters.isEmpty()
                ? null
                : filters.stream().map(Filter::shape).sorted().collect(Collectors.joining("&"));
    }

    /** What the access log is told of an answer to this question; its rows and subjects are still to be added. */
    AuditFact.Builder fact(Auditable kind, Decision.Permit permit, List<String> shown) {
        return AuditFact.of(kind, caller.who())
                .dataset(dataset)
                .mode(mode)
                .purpose(purpose)
                .basis(permit.basis())
                .grant(permit.grant())
                .decision(permit.decisionId(), permit.policyVersion())
                .fields(shown)
                .filterShape(filterShape())
                .detail("asOf", asOf);
    }

    /** The question as a cursor is bound to it: caller, dataset, mode, purpose, moment, fields and filters with their values. */
    String identity() {
        return String.join(
                        "\u0000",
                        List.of(
                                caller.client(),
                                caller.subject(),
                                dataset,
                                mode.name(),
                                String.valueOf(purpose),
                                String.valueOf(asOf)))
                + fields
                + filters;
    }
}
