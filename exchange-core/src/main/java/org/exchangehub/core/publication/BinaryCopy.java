package org.exchangehub.core.publication;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Writes rows to a running COPY in PostgreSQL's binary format (PostgreSQL documentation, COPY, "Binary Format"). */
final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final byte JSONB_VERSION = 1;
    private static final int FLUSH_AT = 1 << 16;

    private final CopyIn copy;
    private byte[] buffer = new byte[2 * FLUSH_AT];
    private int length;

    BinaryCopy(CopyIn copy) {
        this.copy = copy;
        put(SIGNATURE);
        putInt(0);
        putInt(0);
    }

    /** Begins a row of that many columns, which must follow. */
    void row(int columns) throws SQLException {
        if (length >= FLUSH_AT) {
            flush();
        }
        putShort(columns);
    }

    void finish() throws SQLException {
        putShort(-1);
        flush();
        copy.endCopy();
    }

    void text(@Nullable String value) {
        if (value == null) {
            putInt(-1);
        } else {
            bytes(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    void jsonb(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        putInt(text.length + 1);
        ensure(1);
        buffer[length++] = JSONB_VERSION;
        put(text);
    }

    void bigint(long value) {
        putInt(Long.BYTES);
        putLong(value);
    }

    /** A column of the table, by the type it has there. */
    void value(@Nullable Object value, boolean json) {
        switch (value) {
            case null -> putInt(-1);
            case String text when json -> jsonb(text);
            case String text -> text(text);
            case Long number -> bigint(number);
            case Double number -> bigint(Double.doubleToLongBits(number));
            case BigDecimal number -> numeric(number);
            case Boolean truth -> {
                putInt(1);
                ensure(1);
                buffer[length++] = (byte) (truth ? 1 : 0);
            }
            case LocalDate date -> {
                putInt(Integer.BYTES);
                putInt(Math.toIntExact(ChronoUnit.DAYS.between(EPOCH_DAY, date)));
            }
            case Instant instant -> bigint(ChronoUnit.MICROS.between(EPOCH, instant));
            case byte[] bytes -> bytes(bytes);
            default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    /** Base 10 000 digits, weight of the first, sign, digits after the point. */
    private void numeric(BigDecimal value) {
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        int scale = plain.scale();
        int padding = (4 - scale % 4) % 4;
        String digits = plain.unscaledValue()
                .abs()
                .multiply(BigInteger.TEN.pow(padding))
                .toString();
        String padded = "0".repeat((4 - digits.length() % 4) % 4) + digits;
        int groups = padded.length() / 4;
        int weight = groups - (scale + padding) / 4 - 1;
        putInt(8 + 2 * groups);
        putShort(groups);
        putShort(weight);
        putShort(plain.signum() < 0 ? 0x4000 : 0);
        putShort(scale);
        for (int i = 0; i < groups; i++) {
            putShort(Integer.parseInt(padded, 4 * i, 4 * i + 4, 10));
        }
    }

    private void bytes(byte[] value) {
        putInt(value.length);
        put(value);
    }

    private void put(byte[] value) {
        ensure(value.length);
        System.arraycopy(value, 0, buffer, length, value.length);
        length += value.length;
    }

    private void putShort(int value) {
        ensure(2);
        buffer[length++] = (byte) (value >>> 8);
        buffer[length++] = (byte) value;
    }

    private void putInt(int value) {
        putShort(value >>> 16);
        putShort(value);
    }

    private void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    private void ensure(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer, 0, length);
        length = 0;
    }
}
