package org.exchangehub.core.access;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.schemas.Level;
import org.jspecify.annotations.Nullable;

/**
 * What is applied for, and then granted: the five items of Decree 809, Art. 20 and exactly which data.
 *
 * @param basis 使用依据: the law or duty the use rests on
 * @param scenario 使用场景: the business it is used in
 * @param scope 使用范围: by whom and for what it is used
 * @param purpose as every request states it in the header Hub-Purpose
 * @param modes 共享方式
 * @param until 使用时限: the last day of use, in the jurisdiction's zone
 * @param fields the fields and what may be done with each
 * @param rowFilter conditions every record given fulfils; empty means all records
 * @param maxLevel 1 to 4 (GB/T 43697): a field above it is masked even if granted as clear. Null in terms from before there were
 *     levels only: they show as it is what they grant as clear
 * @param entitled fields granted as clear that are shown as they are although above the level
 * @param masks masks instead of the schema's, stricter ones only
 * @param conditions scope and purpose the entry binds the use to (Art. 15); none for what is shared unconditionally
 */
record Terms(
        String basis,
        String scenario,
        String scope,
        String purpose,
        Set<Mode> modes,
        LocalDate until,
        List<GrantedField> fields,
        List<GrantedCondition> rowFilter,
        @Nullable Integer maxLevel,
        List<EntitledField> entitled,
        List<MaskedField> masks,
        List<StatedCondition> conditions) {

    /**
     * A field by its stable id.
     *
     * @param id {@code hub.id} in the dataset's schema
     * @param field the name it had when it was applied for
     */
    record GrantedField(int id, String field, FieldAccess access) {}

    /** A field by its stable id, shown as it is whatever its level. */
    record EntitledField(int id, String field) {}

    /**
     * A field by its stable id and the mask it is shown through.
     *
     * @param mask one of {@link org.exchangehub.schemas.masking.Mask#words()}
     */
    record MaskedField(int id, String field, String mask) {}

    /** A condition on a field by its stable id. */
    record GrantedCondition(int id, String field, RowCondition.Operator op, List<String> values) {

        GrantedCondition {
            values = List.copyOf(values);
        }

        static GrantedCondition of(int id, RowCondition condition) {
            return new GrantedCondition(id, condition.field(), condition.op(), condition.values());
        }

        /** The condition under the name the field goes by now. */
        RowCondition on(String name) {
            return new RowCondition(name, op, values);
        }
    }

    /**
     * What the entry in force says of conditional sharing.
     *
     * @param field the field it is said of; null of the whole dataset
     * @param scope 共享条件
     * @param usage 使用条件: the purposes it may be used for
     */
    record StatedCondition(
            @Nullable String field, String scope, @Nullable String usage) {}

    Terms {
        modes = Collections.unmodifiableSet(new TreeSet<>(modes));
        fields = List.copyOf(fields);
        rowFilter = List.copyOf(rowFilter);
        entitled =
                entitled == null ? List.of() : List.copyOf(entitled); // terms stored before there were levels have none
        masks = masks == null ? List.of() : List.copyOf(masks);
        conditions =
                conditions == null ? List.of() : List.copyOf(conditions); // as have those from before items had any
    }

    /** The same until another day. */
    Terms until(LocalDate last) {
        return with(last, conditions);
    }

    /** The same under the conditions a dataset's entry states now. */
    Terms conditioned(Dataset dataset) {
        return with(until, new Sharing(dataset, this).conditions());
    }

    private Terms with(LocalDate last, List<StatedCondition> stated) {
        return new Terms(
                basis, scenario, scope, purpose, modes, last, fields, rowFilter, maxLevel, entitled, masks, stated);
    }

    /** The names of all fields that are asked for or that select records. */
    Set<String> named() {
        return Stream.concat(
                        fields.stream().map(GrantedField::field),
                        rowFilter.stream().map(GrantedCondition::field))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Nullable
    Level level() {
        return maxLevel == null ? null : Level.of(maxLevel);
    }

    /** The fields entitled to, separated by commas; null when there are none. */
    @Nullable
    String entitledNames() {
        return entitled.isEmpty()
                ? null
                : entitled.stream().map(EntitledField::field).collect(Collectors.joining(","));
    }

    /** {@code field=mask}, separated by commas; null when there are none. */
    @Nullable
    String maskNames() {
        return masks.isEmpty()
                ? null
                : masks.stream().map(each -> each.field() + "=" + each.mask()).collect(Collectors.joining(","));
    }

    List<String> fieldNames() {
        return fields.stream().map(GrantedField::field).toList();
    }
}
