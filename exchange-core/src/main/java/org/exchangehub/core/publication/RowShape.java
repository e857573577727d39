package org.exchangehub.core.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;

/** Which columns a reading selects, the key first, and how a row of them becomes a record. */
final class RowShape {

    private final List<StandardField> key;
    private final List<StandardField> fields;

    private RowShape(List<StandardField> key, List<StandardField> fields) {
        this.key = key;
        this.fields = fields;
    }

    /** Refuses fields and conditions the schema does not have or whose values do not fit. */
    static RowShape of(TableLayout layout, List<String> fields, List<RowCondition> conditions) {
        StandardSchema schema = layout.schema();
        List<FieldError> errors = new ArrayList<>();
        conditions.forEach(condition -> errors.addAll(condition.violations(schema)));
        fields.stream()
                .filter(name -> schema.field(name).isEmpty())
                .forEach(name -> errors.add(new FieldError(name, "a field of " + schema.dataset(), "no such field")));
        if (!errors.isEmpty()) {
            throw new HubProblem(ErrorCode.REQUEST_INVALID, "The query does not fit the dataset's schema", errors);
        }
        return new RowShape(
                layout.keyFields(),
                fields.stream().map(schema::field).flatMap(Optional::stream).toList());
    }

    /** The columns of an alias, to stand behind others of a select. */
    String columns(String alias) {
        return Stream.concat(key.stream(), fields.stream())
                .map(field -> ", " + alias + "." + TableLayout.column(field))
                .collect(Collectors.joining());
    }

    /** @param column number of the first of its columns, from 1 */
    PublishedRecord record(ResultSet row, int column) throws SQLException {
        Map<String, String> keyText = new LinkedHashMap<>();
        for (StandardField field : key) {
            keyText.put(field.name(), String.valueOf(value(row, column++, field)));
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (StandardField field : fields) {
            values.put(field.name(), value(row, column++, field));
        }
        return new PublishedRecord(keyText, values);
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
}
