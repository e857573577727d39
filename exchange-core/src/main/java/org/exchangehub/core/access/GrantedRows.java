package org.exchangehub.core.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.springframework.stereotype.Service;

/** Which rows a grant gives, or gave: its terms never change, so what it gave is told by them also when it is over. */
@Service
public class GrantedRows {

    private final GrantRepository grants;

    GrantedRows(GrantRepository grants) {
        this.grants = grants;
    }

    /** The conditions all rows given under it met; empty when there is no such grant or the schema lacks one of their fields. */
    public Optional<List<RowCondition>> of(UUID grant, StandardSchema schema) {
        Map<Integer, String> names =
                schema.fields().stream().collect(Collectors.toMap(StandardField::id, StandardField::name));
        return grants.find(grant)
                .map(found -> found.terms().rowFilter())
                .filter(conditions -> conditions.stream().allMatch(condition -> names.containsKey(condition.id())))
                .map(conditions -> conditions.stream()
                        .map(condition -> condition.on(names.getOrDefault(condition.id(), condition.field())))
                        .toList());
    }
}
