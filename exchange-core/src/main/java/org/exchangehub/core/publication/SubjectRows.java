package org.exchangehub.core.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** The rows that name somebody, as they are and as they were: found by index, whatever the size of the dataset. */
@Service
public class SubjectRows {

    private final PublishedTables tables;
    private final JdbcTemplate reader;

    SubjectRows(PublishedTables tables, @Qualifier("readerDataSource") DataSource reader) {
        this.tables = tables;
        this.reader = new JdbcTemplate(reader);
    }

    /**
     * Which rows name the subject.
     *
     * @param anyOf alternatives, of each of which all conditions must hold; equalities on the key or on fields that
     *     {@link org.exchangehub.schemas.minimisation.SubjectFields} names, so that indexes serve
     */
    public record Naming(String dataset, List<List<RowCondition>> anyOf) {

        public Naming {
            anyOf = anyOf.stream().map(List::copyOf).toList();
        }
    }

    /** The codes of all datasets that were ever published. */
    public List<String> datasets() {
        return reader.query("select dataset from hub.publication order by dataset", (row, n) -> row.getString(1));
    }

    /**
     * Whether a row names the subject, or did.
     *
     * @throws HubProblem {@code NOT_FOUND} when the dataset is not published, {@code REQUEST_INVALID} for conditions that do not
     *     fit it
     */
    public boolean any(Naming naming) {
        TableLayout layout = tables.current(naming.dataset());
        Versions versions = versions(layout, naming);
        return Boolean.TRUE.equals(reader.queryForObject(
                "select exists (" + versions.sql() + ")",
                Boolean.class,
                versions.parameters().toArray()));
    }

    /**
     * How many changes of a range of the dataset's sequence were of rows that name the subject and were seen by a receiver: the
     * row meets the receiver's conditions, or the one it replaced did ({@link ChangeFeed}).
     *
     * @param conditions the receiver's rows
     * @param after number behind which the range begins
     * @param until its last number
     */
    public long changes(Naming naming, List<RowCondition> conditions, long after, long until) {
        TableLayout layout = tables.current(naming.dataset());
        RowShape.of(layout, List.of(), conditions);
        Versions versions = versions(layout, naming);
        RowPredicate now = RowPredicate.of(layout, conditions, "c");
        RowPredicate before = RowPredicate.of(layout, conditions, "o");
        List<Object> parameters = new ArrayList<>(versions.parameters());
        parameters.addAll(List.of(after, until, after, until));
        parameters.addAll(before.parameters());
        parameters.addAll(now.parameters());
        Long changes = reader.queryForObject(
                "with v as materialized (" + versions.sql() + ")"
                        + " select count(distinct c.place) from ("
                        + "select t.seq as place, t.released_from as made_by, false as gone, t.* from v t"
                        + " where t.seq > ? and t.seq <= ?"
                        + " union all select t.deleted_seq, t.released_to, true, t.* from v t"
                        + " where t.deleted_seq > ? and t.deleted_seq <= ?) c"
                        + " left join lateral (select " + before.sql() + " as seen from " + layout.table()
                        + " o where not c.gone and " + layout.sameKey("o", "c")
                        + " and o.released_to = c.made_by and o.deleted_seq is null) o on true"
                        + " where coalesce(" + now.sql() + ", false) or coalesce(o.seen, false)",
                Long.class,
                parameters.toArray());
        return changes == null ? 0 : changes;
    }

    /**
     * How many rows that were current in a release name the subject and meet a receiver's conditions.
     *
     * @param release number of the release, at least 1
     * @param conditions the receiver's rows
     */
    public long in(long release, Naming naming, List<RowCondition> conditions) {
        TableLayout layout = tables.current(naming.dataset());
        RowShape.of(layout, List.of(), conditions);
        Versions versions = versions(layout, naming);
        RowPredicate seen = RowPredicate.of(layout, conditions, "v");
        List<Object> parameters = new ArrayList<>(versions.parameters());
        parameters.addAll(List.of(release, release));
        parameters.addAll(seen.parameters());
        Long rows = reader.queryForObject(
                "select count(distinct v.seq) from (" + versions.sql() + ") v where v.released_from <= ?"
                        + " and (v.released_to is null or v.released_to > ?) and (" + seen.sql() + ")",
                Long.class,
                parameters.toArray());
        return rows == null ? 0 : rows;
    }

    private record Versions(String sql, List<Object> parameters) {}

    /** Current and ended rows apart, because each have indexes of their own. */
    private static Versions versions(TableLayout layout, Naming naming) {
        List<Object> parameters = new ArrayList<>();
        String sql = naming.anyOf().stream()
                .map(all -> {
                    RowShape.of(layout, List.of(), all);
                    RowPredicate predicate = RowPredicate.of(layout, all, "t");
                    parameters.addAll(predicate.parameters());
                    parameters.addAll(predicate.parameters());
                    String rows = "select t.* from " + layout.table() + " t where " + predicate.sql();
                    return rows + " and t.released_to is null union all " + rows + " and t.released_to is not null";
                })
                .collect(Collectors.joining(" union all "));
        return new Versions(sql, parameters);
    }
}
