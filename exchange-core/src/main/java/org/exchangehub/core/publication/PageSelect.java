package org.exchangehub.core.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.contract.TypedText;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;

/** The statement for one page of current rows: generated column names, everything from the caller as a bound value. */
final class PageSelect {

    private final TableLayout layout;
    private final List<StandardField> fields;
    private final List<StandardField> key;
    private final StringBuilder where = new StringBuilder("t.released_to is null");
    private final List<Object> parameters = new ArrayList<>();
    private final int limit;

    /** Refuses fields and conditions the schema does not have or whose values do not fit. */
    PageSelect(TableLayout layout, RecordQuery query) {
        StandardSchema schema = layout.schema();
        List<FieldError> errors = new ArrayList<>();
        query.conditions().forEach(condition -> errors.addAll(condition.violations(schema)));
        query.fields().stream()
                .filter(name -> schema.field(name).isEmpty())
                .forEach(name -> errors.add(new FieldError(name, "a field of " + schema.dataset(), "no such field")));
        if (!errors.isEmpty()) {
            throw new HubProblem(ErrorCode.REQUEST_INVALID, "The query does not fit the dataset's schema", errors);
        }
        this.layout = layout;
        this.fields = query.fields().stream()
                .map(schema::field)
                .flatMap(Optional::stream)
                .toList();
        this.key = layout.keyFields();
        this.limit = query.limit();
        query.conditions().forEach(this::add);
    }

    /** Goes on behind the row with these key values. */
    void after(List<Object> keyValues) {
        String marks = keyValues.stream().map(value -> "?").collect(Collectors.joining(", "));
        where.append(" and (")
                .append(TableLayout.of("t", layout.keyColumns()))
                .append(") > (")
                .append(marks)
                .append(")");
        keyValues.forEach(value -> parameters.add(bound(value)));
    }

    String sql() {
        String columns = Stream.concat(key.stream(), fields.stream())
                .map(field -> ", t." + TableLayout.column(field))
                .collect(Collectors.joining());
        return "select t.seq" + columns + " from " + layout.table() + " t where " + where + " order by "
                + TableLayout.of("t", layout.keyColumns()) + " limit " + (limit + 1);
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    /** A row and its number in the sequence, by which the next page finds its place without revealing the key. */
    record Row(long seq, PublishedRecord record) {}

    Row row(ResultSet row) throws SQLException {
        int column = 2;
        Map<String, String> keyText = new LinkedHashMap<>();
        for (StandardField field : key) {
            keyText.put(field.name(), String.valueOf(value(row, column++, field)));
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (StandardField field : fields) {
            values.put(field.name(), value(row, column++, field));
        }
        return new Row(row.getLong(1), new PublishedRecord(keyText, values));
    }

    static @Nullable Object value(ResultSet row, int column, StandardField field) throws SQLException {
        Object value =
                switch (field.type().kind()) {
                    case STRING, JSON -> row.getString(column);
                    case LONG, INTEGER -> row.getLong(column);
                    case DOUBLE -> row.getDouble(column);
                    case DECIMAL -> row.getBigDecimal(column);
                    case BOOLEAN -> row.getBoolean(column);
                    case DATE -> row.getObject(column, LocalDate.class);
                    case TIMESTAMP -> instant(row.getObject(column, OffsetDateTime.class));
                    case BYTES -> row.getBytes(column);
                };
        return row.wasNull() ? null : value;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private void add(RowCondition condition) {
        StandardField field = layout.schema().field(condition.field()).orElseThrow();
        String column = "t." + TableLayout.column(field);
        List<Object> values = condition.values().stream()
                .map(value -> TypedText.parse(field.type(), value))
                .flatMap(Optional::stream)
                .toList();
        String text =
                switch (condition.op()) {
                    case EQ -> column + " = ?";
                    case GE -> column + " >= ?";
                    case LE -> column + " <= ?";
                    case PREFIX -> column + " like ?";
                    case IN ->
                        column + " in (" + values.stream().map(value -> "?").collect(Collectors.joining(", ")) + ")";
                };
        where.append(" and ").append(text);
        for (Object value : values) {
            boolean prefix = condition.op() == RowCondition.Operator.PREFIX;
            parameters.add(prefix ? escaped(value.toString()) + "%" : bound(value));
        }
    }

    private static String escaped(String prefix) {
        return prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** As the driver takes it. */
    private static Object bound(Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }
}
