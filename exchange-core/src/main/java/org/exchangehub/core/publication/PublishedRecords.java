package org.exchangehub.core.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.publication.PageSelect.Row;
import org.exchangehub.schemas.StandardField;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of published datasets, as they are and as they were; who may see what of them is decided by whoever calls. */
@Service
public class PublishedRecords {

    /** Rows fetched at once where all are. */
    private static final int FETCHED = 2_000;

    private final PublishedTables tables;
    private final JdbcTemplate reader;
    private final TransactionTemplate snapshot;

    PublishedRecords(PublishedTables tables, @Qualifier("readerDataSource") DataSource reader) {
        this.tables = tables;
        this.reader = new JdbcTemplate(reader);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(reader));
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * One page of the rows that meet all conditions, in the order of the key, with the release they belong to.
     *
     * @throws HubProblem {@code NOT_FOUND} when the dataset has no published schema, {@code REQUEST_INVALID} for unknown
     *     fields, conditions that do not fit the schema or a place to go on from that is not ours
     */
    public RecordPage page(String dataset, RecordQuery query) {
        TableLayout layout = tables.current(dataset);
        PageSelect select = new PageSelect(layout, query);
        RecordPage page = snapshot.execute(status -> read(layout, select, query));
        if (page == null) {
            throw new IllegalStateException("a snapshot of " + dataset + " gave nothing");
        }
        return page;
    }

    /** The current row with this key, text by field name, with all its fields; refuses a key that does not fit the schema. */
    public Optional<PublishedRecord> byKey(String dataset, Map<String, String> key) {
        TableLayout layout = tables.current(dataset);
        List<String> expected = layout.schema().key();
        if (!key.keySet().equals(Set.copyOf(expected))) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "The key does not fit dataset " + dataset,
                    List.of(new FieldError(
                            "key", expected.toString(), key.keySet().toString())));
        }
        List<RowCondition> conditions = key.entrySet().stream()
                .map(part -> RowCondition.equal(part.getKey(), part.getValue()))
                .toList();
        List<String> fields =
                layout.schema().fields().stream().map(StandardField::name).toList();
        return page(dataset, new RecordQuery(conditions, fields, null, 1, null)).records().stream()
                .findFirst();
    }

    /**
     * All that the record which meets the conditions ever was, the newest first.
     *
     * @param conditions hold for each version by itself; they name the record by its key
     * @param limit versions at most, 1 to {@value RecordQuery#MAX_LIMIT}
     */
    public List<RecordVersion> versions(String dataset, List<RowCondition> conditions, List<String> fields, int limit) {
        TableLayout layout = tables.current(dataset);
        RowShape shape = RowShape.of(layout, fields, conditions);
        RowPredicate predicate = RowPredicate.of(layout, conditions, "t");
        List<Object> parameters = new ArrayList<>(predicate.parameters());
        parameters.addAll(predicate.parameters());
        parameters.addAll(List.of(dataset, dataset, limit));
        String rows = "select t.* from " + layout.table() + " t where " + predicate.sql() + " and t.released_to is ";
        return reader.query(
                "select t.released_from, f.published_at, t.released_to, e.published_at, t.deleted_seq is not null"
                        + shape.columns("t") + " from (" + rows + "null union all " + rows + "not null) t"
                        + " join hub.publication_release f on f.dataset = ? and f.release = t.released_from"
                        + " left join hub.publication_release e on e.dataset = ? and e.release = t.released_to"
                        + " order by t.seq desc limit ?",
                (row, n) -> version(row, shape),
                parameters.toArray());
    }

    /** Takes rows one after the other. */
    @FunctionalInterface
    public interface RowSink {
        void take(PublishedRecord row) throws IOException;
    }

    /**
     * All rows of a release that meet all conditions, in no particular order, from one snapshot; the connection is held until the
     * last is taken, so whatever takes them must not wait for a reader.
     *
     * @param release number of the release, 0 and more
     * @throws HubProblem as {@link #page}
     */
    public void each(String dataset, List<RowCondition> conditions, List<String> fields, long release, RowSink sink)
            throws IOException {
        TableLayout layout = tables.current(dataset);
        PageSelect select = new PageSelect(layout, new RecordQuery(conditions, fields, null, 1, release));
        JdbcTemplate stream = new JdbcTemplate(Objects.requireNonNull(reader.getDataSource()));
        stream.setFetchSize(FETCHED);
        try {
            snapshot.executeWithoutResult(status -> stream.query(
                    select.all(),
                    row -> {
                        taken(sink, select.row(row).record());
                    },
                    select.parameters()));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void taken(RowSink sink, PublishedRecord row) {
        try {
            sink.take(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordVersion version(ResultSet row, RowShape shape) throws SQLException {
        OffsetDateTime ended = row.getObject(4, OffsetDateTime.class);
        return new RecordVersion(
                shape.record(row, 6),
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getObject(3, Long.class),
                ended == null ? null : ended.toInstant(),
                row.getBoolean(5));
    }

    private RecordPage read(TableLayout layout, PageSelect select, RecordQuery query) {
        Long release = query.release() != null
                ? query.release()
                : reader.queryForObject(
                        "select current_release from hub.publication where number = ?", Long.class, layout.number());
        if (query.afterKey() != null) {
            select.after(keyOf(layout, query.afterKey()));
        }
        List<Row> rows = reader.query(select.sql(), (row, n) -> select.row(row), select.parameters());
        boolean more = rows.size() > query.limit();
        List<Row> shown = more ? rows.subList(0, query.limit()) : rows;
        return new RecordPage(
                release == null ? 0 : release,
                shown.stream().map(Row::record).toList(),
                more ? Long.toString(shown.getLast().seq()) : null);
    }

    /** The key of the row a page ended with, which is there for good even when it is no longer current. */
    private List<Object> keyOf(TableLayout layout, String place) {
        List<StandardField> key = layout.keyFields();
        List<List<Object>> found = place.matches("[0-9]{1,18}")
                ? reader.query(
                        "select " + TableLayout.of("t", layout.keyColumns()) + " from " + layout.table()
                                + " t where t.seq = ?",
                        (row, n) -> {
                            List<Object> values = new ArrayList<>();
                            for (int i = 0; i < key.size(); i++) {
                                Object value = RowShape.value(row, i + 1, key.get(i));
                                if (value != null) {
                                    values.add(value);
                                }
                            }
                            return values;
                        },
                        Long.valueOf(place))
                : List.of();
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new HubProblem(
                        ErrorCode.REQUEST_INVALID,
                        "There is no such place to go on from",
                        List.of(new FieldError("cursor", "the cursor of the page before", "another"))));
    }
}
