package org.exchangehub.core.audit;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows in PostgreSQL's COPY text format; only values that need no escaping are put in. */
final class CopyText {

    private final String target;
    private final StringBuilder rows = new StringBuilder();

    /** Rows for a table, named with its columns: {@code hub.log_node (level, index, hash)}. */
    CopyText(String target) {
        this.target = target;
    }

    CopyText row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            rows.append(i == 0 ? "" : "\t")
                    .append(
                            value instanceof byte[] bytes
                                    ? "\\\\x" + HexFormat.of().formatHex(bytes)
                                    : value);
        }
        rows.append('\n');
        return this;
    }

    void into(Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin", new StringReader(rows.toString()));
        } catch (IOException impossible) {
            throw new SQLException("reading from memory failed", impossible);
        }
    }
}
