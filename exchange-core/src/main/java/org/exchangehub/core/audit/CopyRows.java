package org.exchangehub.core.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in PostgreSQL's binary COPY format, gathered in memory and sent in one go. */
final class CopyRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int FLAGS_AND_EXTENSION = 8;
    private static final int CHUNK = 1 << 16;
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final String target;
    private byte[] bytes;
    private int length;
    private boolean empty = true;

    /**
     * Rows for a table.
     *
     * @param target the table with its columns: {@code hub.log_node (level, index, hash)}
     * @param expected bytes there will be, about
     */
    CopyRows(String target, int expected) {
        this.target = target;
        this.bytes = new byte[Math.max(expected, CHUNK / 64)];
        put(SIGNATURE);
        room(FLAGS_AND_EXTENSION);
        length += FLAGS_AND_EXTENSION;
    }

    CopyRows row(int columns) {
        empty = false;
        room(Short.BYTES);
        put16(columns);
        return this;
    }

    CopyRows smallint(int value) {
        room(Integer.BYTES + Short.BYTES);
        put32(Short.BYTES);
        put16(value);
        return this;
    }

    CopyRows bigint(long value) {
        room(Integer.BYTES + Long.BYTES);
        put32(Long.BYTES);
        put64(value);
        return this;
    }

    CopyRows uuid(UUID value) {
        room(Integer.BYTES + 2 * Long.BYTES);
        put32(2 * Long.BYTES);
        put64(value.getMostSignificantBits());
        put64(value.getLeastSignificantBits());
        return this;
    }

    /** A {@code timestamptz}, in whole microseconds. */
    CopyRows instant(Instant value) {
        return bigint(ChronoUnit.MICROS.between(EPOCH, value));
    }

    CopyRows bytea(byte[] value) {
        room(Integer.BYTES);
        put32(value.length);
        put(value);
        return this;
    }

    CopyRows text(String value) {
        return bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the rows; nothing at all when there is none. */
    void into(Connection connection) throws SQLException {
        if (empty) {
            return;
        }
        room(Short.BYTES);
        put16(-1);
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + target + " from stdin (format binary)");
        try {
            for (int at = 0; at < length; at += CHUNK) {
                copy.writeToCopy(bytes, at, Math.min(CHUNK, length - at));
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    private void put(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void put16(int value) {
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void put32(int value) {
        put16(value >>> 16);
        put16(value);
    }

    private void put64(long value) {
        put32((int) (value >>> 32));
        put32((int) value);
    }
}
