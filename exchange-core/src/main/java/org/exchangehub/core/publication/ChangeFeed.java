package org.exchangehub.core.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.problem.HubProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What changed in a dataset since a place in its sequence. Applying the changes in order to an empty table gives the current
 * rows; a row that comes to meet the conditions is an insertion, one that ceases to is a deletion.
 */
@Service
public class ChangeFeed {

    private final PublishedTables tables;
    private final JdbcTemplate reader;
    private final TransactionTemplate snapshot;

    ChangeFeed(PublishedTables tables, @Qualifier("readerDataSource") DataSource reader) {
        this.tables = tables;
        this.reader = new JdbcTemplate(reader);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(reader));
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * The changes behind a place.
     *
     * @param conditions which rows the receiver sees
     * @param fields of the records, by name
     * @param after number of the last change known, 0 for none
     * @param limit of changes looked at, 1 to {@value RecordQuery#MAX_LIMIT}; those the receiver does not see are left out
     * @throws HubProblem {@code NOT_FOUND} when the dataset is not published, {@code REQUEST_INVALID} for unknown fields and
     *     conditions that do not fit
     */
    public ChangePage after(String dataset, List<RowCondition> conditions, List<String> fields, long after, int limit) {
        if (after < 0 || limit < 1 || limit > RecordQuery.MAX_LIMIT) {
            throw new IllegalArgumentException("after " + after + ", limit " + limit);
        }
        TableLayout layout = tables.current(dataset);
        RowShape shape = RowShape.of(layout, fields, conditions);
        ChangePage page = snapshot.execute(status -> read(layout, shape, conditions, after, limit));
        if (page == null) {
            throw new IllegalStateException("a snapshot of " + dataset + " gave nothing");
        }
        return page;
    }

    /** The number of the last change of each dataset; of one that is not published none. */
    public Map<String, Long> last(Collection<String> datasets) {
        Map<String, Long> last = new HashMap<>();
        reader.query(
                "select dataset, last_seq from hub.publication where dataset = any(?)",
                row -> {
                    last.put(row.getString(1), row.getLong(2));
                },
                (Object) datasets.toArray(String[]::new));
        return last;
    }

    private ChangePage read(TableLayout layout, RowShape shape, List<RowCondition> conditions, long after, int limit) {
        Long last = reader.queryForObject(
                "select last_seq from hub.publication where number = ?", Long.class, layout.number());
        RowPredicate now = RowPredicate.of(layout, conditions, "c");
        RowPredicate before = RowPredicate.of(layout, conditions, "o");
        List<Object> parameters = new ArrayList<>(now.parameters());
        parameters.addAll(List.of(after, limit, after, limit));
        parameters.addAll(before.parameters());
        parameters.add(limit);
        List<Seen> seen =
                reader.query(sql(layout, shape, now, before), (row, n) -> seen(row, shape), parameters.toArray());
        return new ChangePage(
                seen.stream().map(Seen::change).flatMap(Optional::stream).toList(),
                seen.isEmpty() ? after : seen.getLast().seq(),
                last == null ? 0 : last);
    }

    /** Rows by the number of their insertion and of their deletion; of a replacement also whether its forerunner was seen. */
    private static String sql(TableLayout layout, RowShape shape, RowPredicate now, RowPredicate before) {
        String table = layout.table();
        return "select c.place, c.made_by, c.gone, coalesce(" + now.sql() + ", false), coalesce(o.seen, false)"
                + shape.columns("c")
                + " from ((select t.seq as place, t.released_from as made_by, false as gone, t.* from " + table
                + " t where t.seq > ? order by t.seq limit ?)"
                + " union all (select t.deleted_seq, t.released_to, true, t.* from " + table
                + " t where t.deleted_seq > ? order by t.deleted_seq limit ?)) c"
                + " left join lateral (select " + before.sql() + " as seen from " + table + " o where not c.gone and "
                + layout.sameKey("o", "c") + " and o.released_to = c.made_by and o.deleted_seq is null) o on true"
                + " order by c.place limit ?";
    }

    /** A change that was looked at; null when the receiver sees neither what was nor what is. */
    private record Seen(long seq, @Nullable Change made) {

        Optional<Change> change() {
            return Optional.ofNullable(made);
        }
    }

    private static Seen seen(ResultSet row, RowShape shape) throws SQLException {
        long seq = row.getLong(1);
        boolean gone = row.getBoolean(3);
        boolean meets = row.getBoolean(4);
        boolean met = gone ? meets : row.getBoolean(5);
        boolean is = meets && !gone;
        if (!met && !is) {
            return new Seen(seq, null);
        }
        Change.Kind kind = !is ? Change.Kind.DELETE : met ? Change.Kind.UPDATE : Change.Kind.INSERT;
        return new Seen(seq, new Change(seq, row.getLong(2), kind, shape.record(row, 6)));
    }
}
