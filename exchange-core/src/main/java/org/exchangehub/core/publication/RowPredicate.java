package org.exchangehub.core.publication;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.contract.TypedText;
import org.exchangehub.schemas.StandardField;

/**
 * Conditions on a row as SQL with bound values.
 *
 * @param sql true of a row that meets all conditions; {@code true} when there are none
 */
record RowPredicate(String sql, List<Object> parameters) {

    RowPredicate {
        parameters = List.copyOf(parameters);
    }

    /** @param conditions checked against the schema before */
    static RowPredicate of(TableLayout layout, List<RowCondition> conditions, String alias) {
        StringJoiner all = new StringJoiner(" and ");
        all.setEmptyValue("true");
        List<Object> parameters = new ArrayList<>();
        conditions.forEach(condition -> all.add(one(layout, condition, alias, parameters)));
        return new RowPredicate(all.toString(), parameters);
    }

    private static String one(TableLayout layout, RowCondition condition, String alias, List<Object> parameters) {
        StandardField field = layout.schema().field(condition.field()).orElseThrow();
        String column = alias + "." + TableLayout.column(field);
        List<Object> values = condition.values().stream()
                .map(value -> TypedText.parse(field.type(), value))
                .flatMap(Optional::stream)
                .toList();
        boolean prefix = condition.op() == RowCondition.Operator.PREFIX;
        values.forEach(value -> parameters.add(prefix ? escaped(value.toString()) + "%" : bound(value)));
        return switch (condition.op()) {
            case EQ -> column + " = ?";
            case GE -> column + " >= ?";
            case LE -> column + " <= ?";
            case PREFIX -> column + " like ?";
            case IN -> column + " in (" + marks(values) + ")";
        };
    }

    static String marks(List<?> values) {
        return values.stream().map(value -> "?").collect(Collectors.joining(", "));
    }

    private static String escaped(String prefix) {
        return prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** As the driver takes it. */
    static Object bound(Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }
}
