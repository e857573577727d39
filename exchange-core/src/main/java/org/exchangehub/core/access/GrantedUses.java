package org.exchangehub.core.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
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

    /**
     * Who gets what of a dataset.
     *
     * @param state ACTIVE or SUSPENDED
     * @param fields what is given of each, CLEAR, MASKED or LOOKUP, by their names in the current schema
     */
    public record DatasetUse(UUID grant, String department, String client, String state, Map<String, String> fields) {

        public DatasetUse {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** The uses of a dataset under grants that have neither ended nor expired, the newest first. */
    public List<DatasetUse> ofDataset(String dataset) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Map<Integer, String> names = contracts.published(dataset).stream()
                .flatMap(bound -> bound.schema().fields().stream())
                .collect(Collectors.toMap(StandardField::id, StandardField::name));
        return grants.ofDataset(dataset).stream()
                .filter(grant -> grant.open() && grant.stateOn(today) != Grant.State.EXPIRED)
                .map(grant -> use(grant, names))
                .toList();
    }

    private static DatasetUse use(Grant grant, Map<Integer, String> names) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Terms.GrantedField field : grant.terms().fields()) {
            fields.put(
                    names.getOrDefault(field.id(), field.field()),
                    field.access().name());
        }
        return new DatasetUse(
                grant.id(), grant.department(), grant.client(), grant.state().name(), fields);
    }

    private boolean holds(Grant grant) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return grant.state() == Grant.State.ACTIVE && !today.isBefore(grant.from()) && !today.isAfter(grant.until());
    }
}
