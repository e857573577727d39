package org.exchangehub.core.parquet;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Walks over structures in Thrift's compact protocol without building them, so that no length in them is believed: a list or text
 * longer than what is left is refused. (Apache Thrift, thrift-compact-protocol.md)
 */
final class ThriftReader {

    private static final int DEEPEST = 24;

    static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int I64 = 6;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int STRUCT = 12;

    /** Takes the fields of a structure; what it does not read is skipped. */
    interface Fields {

        /** Whether the value was read; false leaves it to be skipped. */
        boolean field(int id, int type) throws ParquetRefused;
    }

    private final ByteBuffer in;
    private int depth;

    /** @param in from its position to its limit */
    ThriftReader(ByteBuffer in) {
        this.in = in;
    }

    /** Reads one structure to its end. */
    void struct(Fields fields) throws ParquetRefused {
        if (++depth > DEEPEST) {
            throw new ParquetRefused("expected metadata at most " + DEEPEST + " deep, found more");
        }
        int id = 0;
        while (true) {
            int header = next();
            int type = header & 0x0F;
            if (type == 0) {
                depth--;
                return;
            }
            int delta = header >>> 4;
            id = delta == 0 ? (int) signed() : id + delta;
            if (!fields.field(id, type)) {
                skip(type);
            }
        }
    }

    /** A whole number of type i16, i32 or i64. */
    long signed() throws ParquetRefused {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A length, seven bits a byte. */
    long unsigned() throws ParquetRefused {
        return varint();
    }

    private void skip(int type) throws ParquetRefused {
        switch (type) {
            case TRUE, FALSE -> {}
            case BYTE -> next();
            case DOUBLE -> ahead(8);
            case BINARY -> ahead(varint());
            case LIST, SET -> list();
            case STRUCT -> struct((id, inner) -> false);
            default -> {
                if (type > I64) {
                    throw new ParquetRefused("expected known types in the metadata, found " + type);
                }
                varint();
            }
        }
    }

    private void list() throws ParquetRefused {
        int header = next();
        int type = header & 0x0F;
        long size = header >>> 4 == 15 ? varint() : header >>> 4;
        if (size < 0 || size > in.remaining()) {
            throw new ParquetRefused("the metadata speaks of a list longer than itself");
        }
        for (long i = 0; i < size; i++) {
            if (type == TRUE || type == FALSE) {
                next();
            } else {
                skip(type);
            }
        }
    }

    private void ahead(long bytes) throws ParquetRefused {
        if (bytes < 0 || bytes > in.remaining()) {
            throw new ParquetRefused("the metadata ends within a value");
        }
        in.position(in.position() + (int) bytes);
    }

    private long varint() throws ParquetRefused {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int part = next();
            value |= (long) (part & 0x7F) << shift;
            if (part < 0x80) {
                return value;
            }
        }
        throw new ParquetRefused("the metadata holds a number of more than 64 bits");
    }

    private int next() throws ParquetRefused {
        try {
            return in.get() & 0xFF;
        } catch (BufferUnderflowException e) {
            throw new ParquetRefused("the metadata ends before its end", e);
        }
    }
}
