package org.exchangehub.schemas.encoding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Avro binary (Avro specification 1.12, "Binary Encoding"), every length checked before anything is made of it; from memory, or
 * from a stream of which it holds no more than a record.
 */
final class AvroInput {

    private static final int AT_ONCE = 1 << 16;

    private final @Nullable InputStream more;
    private final int longestRecord;
    private byte[] bytes;
    private int at;
    private int end;
    /** Bytes that came before those in memory. */
    private long before;

    private long recordStart;

    AvroInput(byte[] bytes, int longestRecord) {
        this.bytes = bytes;
        this.end = bytes.length;
        this.more = null;
        this.longestRecord = longestRecord;
    }

    AvroInput(InputStream in, int longestRecord) {
        this.bytes = new byte[AT_ONCE];
        this.more = in;
        this.longestRecord = longestRecord;
    }

    /** Whether nothing is left. */
    boolean atEnd() {
        return at == end && !fill(1);
    }

    /** Of input from memory, how many bytes are left. */
    int remaining() {
        return end - at;
    }

    /** From the beginning. */
    long position() {
        return before + at;
    }

    void startRecord() {
        recordStart = position();
    }

    boolean bool() {
        int value = take();
        if (value > 1) {
            throw new MalformedRecords("expected a boolean, 0 or 1, found " + value);
        }
        return value == 1;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift <= 63; shift += 7) {
            int next = take();
            value |= (next & 0x7fL) << shift;
            if ((next & 0x80) == 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new MalformedRecords("expected a number of at most ten bytes");
    }

    int smallNumber() {
        long value = number();
        if (value != (int) value) {
            throw new MalformedRecords("expected a number of 32 bits, found " + value);
        }
        return (int) value;
    }

    float floating() {
        return fixed(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).getFloat();
    }

    double doubleFloating() {
        return fixed(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).getDouble();
    }

    /** Text; what is not UTF-8 is U+FFFD. */
    String text() {
        int length = length();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    ByteBuffer bytes() {
        return fixed(length());
    }

    ByteBuffer fixed(int length) {
        if (length > longestRecord) {
            throw tooLong(length);
        }
        need(length);
        ByteBuffer value = more == null
                ? ByteBuffer.wrap(bytes, at, length).slice()
                : ByteBuffer.wrap(Arrays.copyOfRange(bytes, at, at + length));
        at += length;
        return value;
    }

    /** The length of a value whose bytes are all in memory. */
    private int length() {
        long length = number();
        if (length < 0 || (more == null && length > remaining())) {
            throw new MalformedRecords("a length claims " + length + " bytes where " + remaining() + " are left");
        }
        if (length > longestRecord || position() - recordStart + length > longestRecord) {
            throw tooLong(length);
        }
        need((int) length);
        return (int) length;
    }

    private MalformedRecords tooLong(long length) {
        return new MalformedRecords("a value of " + length + " bytes makes the record longer than " + longestRecord);
    }

    private int take() {
        if (at == end) {
            need(1);
        }
        return bytes[at++] & 0xff;
    }

    private void need(int length) {
        if (end - at < length && !fill(length)) {
            throw new MalformedRecords(
                    more == null ? "the block ends within the row" : "the stream ends within the row");
        }
    }

    /** Whether so many bytes are there; memory grows only as bytes come. */
    private boolean fill(int length) {
        if (more == null) {
            return end - at >= length;
        }
        System.arraycopy(bytes, at, bytes, 0, end - at);
        before += at;
        end -= at;
        at = 0;
        try {
            while (end < length) {
                if (end == bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * bytes.length);
                }
                int read = more.read(bytes, end, bytes.length - end);
                if (read < 0) {
                    return false;
                }
                end += read;
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
