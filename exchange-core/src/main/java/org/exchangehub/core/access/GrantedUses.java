package org.exchangehub.core.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.schemas.StandardField;
import org.springframework.stereotype.Service;

/** What grants give whom, for packages that follow up on what was given; not a decision on an access. */
@Service
public class GrantedUses {

    private final GrantRepository grants;
    private final GrantedRows rows;
    private final Contracts contracts;
    private final Clock clock;
    private final ZoneId zone;

    GrantedUses(GrantRepository grants, GrantedRows rows, Contracts contracts, Clock clock, ZoneId zone) {
        this.grants = grants;
        this.rows = rows;
        this.contracts = contracts;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A grant in the names of the dataset's current schema.
     *
     * @param holds whether it is active today
     * @param fields names of the fields it names, for whatever use
     * @param rowFilter what every record given under it fulfils
     */
    public record GrantedUse(
            UUID grant,
            String dataset,
            String provider,
            String department,
            String client,
            boolean holds,
            Set<String> fields,
            List<RowCondition> rowFilter) {

        public GrantedUse {
            fields = Set.copyOf(fields);
            rowFilter = List.copyOf(rowFilter);
        }
    }

    /** Empty when there is no such grant, or its dataset has no schema that its row filter fits any more. */
    public Optional<GrantedUse> find(UUID id) {
        return grants.find(id)
                .flatMap(grant -> contracts
                        .published(grant.dataset())
                        .map(BoundSchema::schema)
                        .flatMap(schema -> rows.of(id, schema).map(filter -> {
                            Map<Integer, String> names = schema.fields().stream()
                                    .collect(Collectors.toMap(StandardField::id, StandardField::name));
                            Set<String> fields = new TreeSet<>();
                            grant.terms().fields().stream()
                                    .filter(field -> names.containsKey(field.id()))
                                    .forEach(field -> fields.add(names.getOrDefault(field.id(), field.field())));
                            return new GrantedUse(
                                    id,
                                    grant.dataset(),
                                    grant.provider(),
                                    grant.department(),
                                    grant.client(),
                                    holds(grant),
                                    fields,
                                    filter);
                        })));
    }

    private boolean holds(Grant grant) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return grant.state() == Grant.State.ACTIVE && !today.isBefore(grant.from()) && !today.isAfter(grant.until());
    }
}
