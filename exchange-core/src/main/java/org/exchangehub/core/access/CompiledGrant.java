package org.exchangehub.core.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.minimisation.Treatment;

/** A grant as decisions need it: how its fields are treated, under the names they go by in the dataset's current schema. */
record CompiledGrant(
        UUID id,
        String client,
        String department,
        String purpose,
        String basis,
        Set<Mode> modes,
        LocalDate from,
        LocalDate until,
        Grant.State state,
        Map<String, Treatment> fields,
        List<RowCondition> rowFilter) {

    CompiledGrant {
        modes = Set.copyOf(modes);
        fields = Map.copyOf(fields);
        rowFilter = List.copyOf(rowFilter);
    }

    /** Empty when the schema lacks a field of the row filter: such a grant cannot be honoured, so it allows nothing. */
    static Optional<CompiledGrant> of(Grant grant, StandardSchema schema) {
        Map<Integer, String> names =
                schema.fields().stream().collect(Collectors.toMap(StandardField::id, StandardField::name));
        Terms terms = grant.terms();
        if (terms.rowFilter().stream().anyMatch(condition -> !names.containsKey(condition.id()))) {
            return Optional.empty();
        }
        List<RowCondition> rowFilter = terms.rowFilter().stream()
                .map(condition -> condition.on(names.getOrDefault(condition.id(), condition.field())))
                .toList();
        return Optional.of(new CompiledGrant(
                grant.id(),
                grant.client(),
                grant.department(),
                terms.purpose(),
                terms.basis(),
                terms.modes(),
                grant.from(),
                grant.until(),
                grant.state(),
                Minimised.grant(terms, schema),
                rowFilter));
    }

    boolean live(LocalDate today) {
        return state == Grant.State.ACTIVE && !today.isBefore(from) && !today.isAfter(until);
    }

    /** Why it is not {@link #live}. */
    DenyReason dead(LocalDate today) {
        return switch (state) {
            case TERMINATED -> DenyReason.TERMINATED;
            case EXPIRED -> DenyReason.EXPIRED;
            case ACTIVE, SUSPENDED -> {
                if (today.isAfter(until)) {
                    yield DenyReason.EXPIRED;
                }
                yield state == Grant.State.SUSPENDED ? DenyReason.SUSPENDED : DenyReason.NOT_YET_VALID;
            }
        };
    }
}
