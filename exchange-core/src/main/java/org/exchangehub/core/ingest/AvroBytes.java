package org.exchangehub.core.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Avro binary in memory, read with every length checked against what is there. */
final class AvroBytes {

    private final byte[] bytes;
    private int at;

    AvroBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    int remaining() {
        return bytes.length - at;
    }

    boolean bool() {
        int value = take();
        if (value > 1) {
            throw new MalformedPart("expected a boolean, 0 or 1, found " + value);
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
        throw new MalformedPart("expected a number of at most ten bytes");
    }

    int smallNumber() {
        long value = number();
        if (value != (int) value) {
            throw new MalformedPart("expected a number of 32 bits, found " + value);
        }
        return (int) value;
    }

    float floating() {
        return fixed(Float.BYTES).order(java.nio.ByteOrder.LITTLE_ENDIAN).getFloat();
    }

    double doubleFloating() {
        return fixed(Double.BYTES).order(java.nio.ByteOrder.LITTLE_ENDIAN).getDouble();
    }

    /** Text; what is not UTF-8 becomes U+FFFD, which the row's check finds. */
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
        need(length);
        ByteBuffer value = ByteBuffer.wrap(bytes, at, length).slice();
        at += length;
        return value;
    }

    private int length() {
        long length = number();
        if (length < 0 || length > remaining()) {
            throw new MalformedPart("a length claims " + length + " bytes where " + remaining() + " are left");
        }
        return (int) length;
    }

    private int take() {
        need(1);
        return bytes[at++] & 0xff;
    }

    private void need(int length) {
        if (remaining() < length) {
            throw new MalformedPart("the block ends within the row");
        }
    }
}
