package org.exchangehub.core.publication;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.schemas.StandardField;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The unlogged table where one attempt at one batch gathers its checked rows before they are merged. */
public final class Staging implements AutoCloseable {

    static final String UPSERT = "U";
    static final String DELETE = "D";
    static final String PRESENT = "P";

    private static final int FETCH_SIZE = 1_000;

    private final DataSource release;
    private final JdbcTemplate jdbc;
    private final PublishedTables tables;
    private final BoundSchema schema;
    private final TableLayout layout;
    private final UUID batch;
    private final String table;

    Staging(DataSource release, PublishedTables tables, BoundSchema schema, UUID batch, String table) {
        this.release = release;
        this.jdbc = new JdbcTemplate(release);
        this.jdbc.setFetchSize(FETCH_SIZE);
        this.tables = tables;
        this.schema = schema;
        this.layout = tables.layout(schema);
        this.batch = batch;
        this.table = table;
        jdbc.execute(
                "create unlogged table " + table + " (\"position\" bigint not null, row_number bigint not null, op text"
                        + " not null, " + layout.definitions() + ") with (autovacuum_enabled = off)");
    }

    /** Opens the way in; one at a time. */
    @SuppressWarnings("MustBeClosedChecker")
    public StagedRows load() throws SQLException {
        Connection connection = release.getConnection();
        try {
            return new StagedRows(connection, table, layout);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * A row whose key came before in the batch.
     *
     * @param firstRow the source's number of the row that had the key first
     * @param values all fields as text
     */
    public record Duplicate(long position, long row, long firstRow, Map<String, @Nullable String> values) {

        public Duplicate {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** Lets the rest of the transaction sort and hash in memory what a batch usually has. */
    void allowMemory() {
        jdbc.execute("set local work_mem = '64MB'");
    }

    /** Whether a key comes more than once; answered without sorting the rows. */
    private boolean repeats() {
        allowMemory();
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from " + table + " s where s.op <> '" + PRESENT + "' group by "
                        + TableLayout.of("s", layout.keyColumns()) + " having count(*) > 1)",
                Boolean.class));
    }

    /** Hands over, in order, every row whose key an earlier one has, and takes them out. */
    public void removeLaterDuplicates(Consumer<Duplicate> consumer) {
        if (!repeats()) {
            return;
        }
        String key = TableLayout.of("s", layout.keyColumns());
        String ranked =
                "select s.*, row_number() over same_key as nth, first_value(s.row_number) over same_key as first_row"
                        + " from " + table + " s where s.op <> '" + PRESENT + "' window same_key as (partition by "
                        + key
                        + " order by s.\"position\")";
        jdbc.query(
                "select \"position\", row_number, first_row" + texts() + " from (" + ranked
                        + ") r where nth > 1 order by \"position\"",
                row -> {
                    consumer.accept(new Duplicate(row.getLong(1), row.getLong(2), row.getLong(3), values(row, 4)));
                });
        remove("select \"position\" from (" + ranked + ") r where nth > 1");
    }

    /**
     * Fields of this dataset that hold the key of another.
     *
     * @param fields in the order of the other's key
     */
    public record Pointer(List<String> fields, BoundSchema target) {

        public Pointer {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A row with pointers to records that are not there.
     *
     * @param broken positions of those pointers in the list that was asked about
     * @param values all fields as text
     */
    public record Dangling(long position, long row, List<Integer> broken, Map<String, @Nullable String> values) {

        public Dangling {
            broken = List.copyOf(broken);
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * Hands over, in order, every row to be published that points to a record which is not among the other dataset's current
     * ones, and holds it back; a record already published under its key stays as it is.
     */
    public void holdBackDangling(List<Pointer> pointers, Consumer<Dangling> consumer) {
        if (pointers.isEmpty()) {
            return;
        }
        List<String> broken = pointers.stream().map(this::broken).toList();
        String any = " from " + table + " s where s.op = '" + UPSERT + "' and (" + String.join(" or ", broken) + ")";
        jdbc.query(
                "select s.\"position\", s.row_number, " + String.join(", ", broken) + texts() + any
                        + " order by s.\"position\"",
                row -> {
                    List<Integer> which = new ArrayList<>();
                    for (int i = 0; i < pointers.size(); i++) {
                        if (row.getBoolean(i + 3)) {
                            which.add(i);
                        }
                    }
                    consumer.accept(
                            new Dangling(row.getLong(1), row.getLong(2), which, values(row, pointers.size() + 3)));
                });
        jdbc.update("update " + table + " set op = '" + PRESENT + "' where \"position\" in (select s.\"position\"" + any
                + ")");
    }

    /** How many records are to be published, deletions not among them. */
    public long upserts() {
        Long count =
                jdbc.queryForObject("select count(*) from " + table + " s where s.op = '" + UPSERT + "'", Long.class);
        return count == null ? 0 : count;
    }

    /** How many rows to be published point to a record that is not there. */
    public long countDangling(Pointer pointer) {
        Long count = jdbc.queryForObject(
                "select count(*) from " + table + " s where s.op = ? and " + broken(pointer), Long.class, UPSERT);
        return count == null ? 0 : count;
    }

    /** True of a row of {@code s} whose fields are all there and name no current record of the target. */
    private String broken(Pointer pointer) {
        TableLayout target = tables.layout(pointer.target());
        List<String> columns = pointer.fields().stream()
                .map(layout::column)
                .flatMap(Optional::stream)
                .toList();
        StringJoiner there = new StringJoiner(" and ");
        StringJoiner same = new StringJoiner(" and ");
        for (int i = 0; i < columns.size(); i++) {
            there.add("s." + columns.get(i) + " is not null");
            same.add("t." + target.keyColumns().get(i) + " = s." + columns.get(i));
        }
        return "(" + there + " and not exists (select 1 from " + target.table() + " t where t.released_to is null and "
                + same + "))";
    }

    /** All fields as text, to stand behind other columns of a select. */
    private String texts() {
        return layout.columns().stream().map(column -> ", " + column + "::text").collect(Collectors.joining());
    }

    private Map<String, @Nullable String> values(ResultSet row, int column) throws SQLException {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (StandardField field : layout.schema().fields()) {
            values.put(field.name(), row.getString(column++));
        }
        return values;
    }

    /** Leaves the last row of each key, the one that says how the record ends up; answers how many it took out. */
    public long removeSuperseded() {
        if (!repeats()) {
            return 0;
        }
        String key = TableLayout.of("s", layout.keyColumns());
        return remove("select \"position\" from (select s.\"position\", row_number() over (partition by " + key
                + " order by s.\"position\" desc) as nth from " + table + " s where s.op <> '" + PRESENT
                + "') r where nth > 1");
    }

    private long remove(String positions) {
        return jdbc.update("delete from " + table + " where \"position\" in (" + positions + ")");
    }

    /** Tells the planner what is there; to be called once all rows are. */
    public void settle() {
        jdbc.execute("analyze " + table);
    }

    /** A select of the source's numbers of the rows that are merged. */
    public String publishedRowNumbers() {
        return "select row_number from " + table + " where op <> '" + PRESENT + "'";
    }

    long count(String op) {
        Long count = jdbc.queryForObject("select count(*) from " + table + " where op = ?", Long.class, op);
        return count == null ? 0 : count;
    }

    BoundSchema schema() {
        return schema;
    }

    TableLayout layout() {
        return layout;
    }

    UUID batch() {
        return batch;
    }

    String table() {
        return table;
    }

    /**
     * Makes a second unlogged table beside this one, for what else the attempt gathers; it goes when this one goes.
     *
     * @param columns as in {@code create table}
     * @return its qualified name
     */
    public String companion(String columns) {
        jdbc.execute("create unlogged table " + companion() + " (" + columns + ") with (autovacuum_enabled = off)");
        return companion();
    }

    private String companion() {
        return table + "_beside";
    }

    @Override
    public void close() {
        jdbc.execute("drop table if exists " + table + ", " + companion());
    }
}
