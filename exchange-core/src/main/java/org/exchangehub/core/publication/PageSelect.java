package org.exchangehub.core.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The statement for one page of the rows that are, or were in a release, current: generated column names, everything from the
 * caller as a bound value.
 */
final class PageSelect {

    private final TableLayout layout;
    private final RowShape shape;
    private final StringBuilder where;
    private final List<Object> parameters = new ArrayList<>();
    private final int limit;

    /** Refuses fields and conditions the schema does not have or whose values do not fit. */
    PageSelect(TableLayout layout, RecordQuery query) {
        this.layout = layout;
        this.shape = RowShape.of(layout, query.fields(), query.conditions());
        this.limit = query.limit();
        Long release = query.release();
        if (release == null) {
            this.where = new StringBuilder("t.released_to is null");
        } else {
            this.where = new StringBuilder("t.released_from <= ? and (t.released_to is null or t.released_to > ?)");
            parameters.add(release);
            parameters.add(release);
        }
        RowPredicate predicate = RowPredicate.of(layout, query.conditions(), "t");
        where.append(" and ").append(predicate.sql());
        parameters.addAll(predicate.parameters());
    }

    /** Goes on behind the row with these key values. */
    void after(List<Object> keyValues) {
        where.append(" and (")
                .append(TableLayout.of("t", layout.keyColumns()))
                .append(") > (")
                .append(RowPredicate.marks(keyValues))
                .append(")");
        keyValues.forEach(value -> parameters.add(RowPredicate.bound(value)));
    }

    /** All rows instead of a page, in no particular order. */
    String all() {
        return "select t.seq" + shape.columns("t") + " from " + layout.table() + " t where " + where;
    }

    String sql() {
        return all() + " order by " + TableLayout.of("t", layout.keyColumns()) + " limit " + (limit + 1);
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    /** A row and its number in the sequence, by which the next page finds its place without revealing the key. */
    record Row(long seq, PublishedRecord record) {}

    Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong(1), shape.record(row, 2));
    }
}
