package org.exchangehub.core.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.exchangehub.core.access.DecisionStep.Rule;
import org.exchangehub.core.access.DecisionStep.Steps;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.schemas.minimisation.Treatment;
import org.jspecify.annotations.Nullable;

/** A decision in the making. */
record Ruling(UUID id, long epoch, Steps steps) {

    Decision deny(DenyReason reason, String detail) {
        return new Decision.Deny(id, epoch, reason, detail, List.of());
    }

    /** Judges the fields named. A hidden field and one that does not exist are refused alike. */
    Decision on(
            AccessRequest request,
            @Nullable CompiledGrant grant,
            Map<String, Treatment> fields,
            List<RowCondition> rowFilter) {
        boolean verifies = request.mode() == Mode.VERIFY;
        Set<String> hidden = new TreeSet<>();
        Stream.of(request.selected(), request.filtered(), request.sorted())
                .flatMap(Set::stream)
                .filter(field -> !fields.containsKey(field))
                .forEach(hidden::add);
        hidden.addAll(not(request.selected(), fields, verifies ? Treatment::comparable : Treatment::shown));
        Set<String> unfilterable = not(request.filtered(), fields, Treatment::comparable);
        Set<String> unsortable = not(request.sorted(), fields, Treatment::clear);
        steps.take(Rule.FIELDS_GRANTED, grant, hidden.isEmpty(), () -> named(fields, request.selected(), hidden));
        steps.take(
                Rule.FIELDS_FILTERABLE,
                grant,
                unfilterable.isEmpty(),
                () -> named(fields, request.filtered(), unfilterable));
        steps.take(
                Rule.FIELDS_SORTABLE, grant, unsortable.isEmpty(), () -> named(fields, request.sorted(), unsortable));
        return refused(DenyReason.FIELD_NOT_GRANTED, "not granted for this use", hidden)
                .or(() -> refused(DenyReason.FIELD_NOT_FILTERABLE, "masked, so no filter", unfilterable))
                .or(() -> refused(DenyReason.FIELD_NOT_SORTABLE, "not clear, so no order", unsortable))
                .orElseGet(() -> new Decision.Permit(
                        id,
                        epoch,
                        grant == null ? null : grant.id(),
                        grant == null ? null : grant.basis(),
                        fields,
                        rowFilter));
    }

    private static String named(Map<String, Treatment> fields, Set<String> asked, Set<String> refused) {
        return "asked " + new TreeSet<>(asked) + ", granted " + new TreeSet<>(fields.keySet())
                + (refused.isEmpty() ? "" : ", refused " + refused);
    }

    private Optional<Decision> refused(DenyReason reason, String why, Set<String> fields) {
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decision.Deny(
                        id, epoch, reason, String.join(", ", fields) + ": " + why + ".", List.copyOf(fields)));
    }

    private static Set<String> not(Set<String> named, Map<String, Treatment> fields, Predicate<Treatment> allowed) {
        Set<String> refused = new TreeSet<>();
        for (String field : named) {
            Treatment treatment = fields.get(field);
            if (treatment != null && !allowed.test(treatment)) {
                refused.add(field);
            }
        }
        return refused;
    }
}
