package org.exchangehub.core.publication;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.value.FieldType;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Streams rows into a staging table; closing it without {@link #finish()} leaves none of them there. */
public final class StagedRows implements AutoCloseable {

    private static final int FIXED_COLUMNS = 3;

    private final Connection connection;
    private final CopyIn copy;
    private final BinaryCopy out;
    private final boolean[] json;
    private final int[] keyPositions;

    StagedRows(Connection connection, String table, TableLayout layout) throws SQLException {
        this.connection = connection;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin binary");
        this.out = new BinaryCopy(copy);
        List<StandardField> fields = layout.schema().fields();
        this.json = new boolean[fields.size()];
        for (int i = 0; i < json.length; i++) {
            json[i] = fields.get(i).type().kind() == FieldType.Kind.JSON;
        }
        this.keyPositions =
                layout.keyFields().stream().mapToInt(fields::indexOf).toArray();
    }

    /**
     * Adds a record.
     *
     * @param position place of the row in the batch, unique in it
     * @param row the row's number at the source
     * @param values typed, in field order, as {@code CheckedRecord.Accepted} has them
     */
    public void upsert(long position, long row, List<? extends @Nullable Object> values) throws SQLException {
        start(position, row, Staging.UPSERT);
        for (int i = 0; i < json.length; i++) {
            out.value(values.get(i), json[i]);
        }
    }

    /** Adds the deletion of the record with this key, typed, in key order. */
    public void delete(long position, long row, List<Object> key) throws SQLException {
        keyOnly(position, row, Staging.DELETE, key);
    }

    /**
     * Notes that the source has a record with this key although it could not be taken, so that a snapshot does not take it
     * for deleted.
     */
    public void present(long position, long row, List<Object> key) throws SQLException {
        keyOnly(position, row, Staging.PRESENT, key);
    }

    private void keyOnly(long position, long row, String op, List<Object> key) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[json.length];
        for (int i = 0; i < keyPositions.length; i++) {
            values[keyPositions[i]] = key.get(i);
        }
        start(position, row, op);
        for (Object value : values) {
            out.value(value, false);
        }
    }

    private void start(long position, long row, String op) throws SQLException {
        out.row(FIXED_COLUMNS + json.length);
        out.bigint(position);
        out.bigint(row);
        out.text(op);
    }

    /** Makes the rows be there. */
    public void finish() throws SQLException {
        out.finish();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
