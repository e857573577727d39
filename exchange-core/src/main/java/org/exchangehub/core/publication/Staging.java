package org.exchangehub.core.publication;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private final BoundSchema schema;
    private final TableLayout layout;
    private final UUID batch;
    private final String table;

    Staging(DataSource release, BoundSchema schema, TableLayout layout, UUID batch, String table) {
        this.release = release;
        this.jdbc = new JdbcTemplate(release);
        this.jdbc.setFetchSize(FETCH_SIZE);
        this.schema = schema;
        this.layout = layout;
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

    /** Hands over, in order, every row whose key an earlier one has, and takes them out. */
    public void removeLaterDuplicates(Consumer<Duplicate> consumer) {
        String key = TableLayout.of("s", layout.keyColumns());
        String ranked =
                "select s.*, row_number() over same_key as nth, first_value(s.row_number) over same_key as first_row"
                        + " from " + table + " s where s.op <> '" + PRESENT + "' window same_key as (partition by "
                        + key
                        + " order by s.\"position\")";
        String columns = layout.columns().stream()
                .map(column -> ", " + column + "::text")
                .collect(Collectors.joining());
        jdbc.query(
                "select \"position\", row_number, first_row" + columns + " from (" + ranked
                        + ") r where nth > 1 order by \"position\"",
                row -> {
                    Map<String, @Nullable String> values = new LinkedHashMap<>();
                    int column = 4;
                    for (StandardField field : layout.schema().fields()) {
                        values.put(field.name(), row.getString(column++));
                    }
                    consumer.accept(new Duplicate(row.getLong(1), row.getLong(2), row.getLong(3), values));
                });
        remove("select \"position\" from (" + ranked + ") r where nth > 1");
    }

    /** Leaves the last row of each key, the one that says how the record ends up; answers how many it took out. */
    public long removeSuperseded() {
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
