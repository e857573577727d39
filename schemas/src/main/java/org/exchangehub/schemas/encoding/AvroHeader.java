package org.exchangehub.schemas.encoding;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** What an Avro object container begins with. */
final class AvroHeader {

    static final int SYNC = 16;

    private static final byte[] MAGIC = {'O', 'b', 'j', 1};
    private static final int LONGEST = 4 << 20;
    private static final int MOST_ENTRIES = 100;

    private final Schema schema;
    private final AvroCodec codec;
    private final byte[] sync;

    private AvroHeader(Schema schema, AvroCodec codec, byte[] sync) {
        this.schema = schema;
        this.codec = codec;
        this.sync = sync;
    }

    Schema schema() {
        return schema;
    }

    AvroCodec codec() {
        return codec;
    }

    byte[] sync() {
        return sync;
    }

    static AvroHeader read(DataInputStream in) throws IOException {
        try {
            byte[] magic = in.readNBytes(MAGIC.length);
            if (!Arrays.equals(magic, MAGIC)) {
                throw new MalformedRecords(
                        "Expected an Avro object container, which begins with \"Obj\" and 1; found other bytes");
            }
            Map<String, byte[]> metadata = metadata(in);
            byte[] sync = new byte[SYNC];
            in.readFully(sync);
            return new AvroHeader(schema(metadata), codec(metadata), sync);
        } catch (EOFException e) {
            throw new MalformedRecords("The file ends within the header of the Avro container");
        }
    }

    private static Map<String, byte[]> metadata(DataInputStream in) throws IOException {
        Map<String, byte[]> metadata = new HashMap<>();
        for (long count = readLong(in); count != 0; count = readLong(in)) {
            if (count < 0) {
                readLong(in);
            }
            for (long i = Math.abs(count); i > 0; i--) {
                String name = new String(bytes(in), StandardCharsets.UTF_8);
                metadata.put(name, bytes(in));
                if (metadata.size() > MOST_ENTRIES) {
                    throw new MalformedRecords("The container's header has more than " + MOST_ENTRIES + " entries");
                }
            }
        }
        return metadata;
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        long length = readLong(in);
        if (length < 0 || length > LONGEST) {
            throw new MalformedRecords(
                    "The container's header has an entry of " + length + " bytes, expected at most " + LONGEST);
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static Schema schema(Map<String, byte[]> metadata) {
        byte[] text = metadata.get("avro.schema");
        if (text == null) {
            throw new MalformedRecords("The container's header has no avro.schema");
        }
        try {
            return new Schema.Parser().parse(new String(text, StandardCharsets.UTF_8));
        } catch (AvroRuntimeException
                | UnsupportedOperationException
                | IllegalArgumentException
                | NullPointerException
                | StackOverflowError e) {
            // the second and third are how Avro refuses sizes beyond its own limits, the fourth how a name it does not
            // know
            throw new MalformedRecords("The container's avro.schema is not an Avro schema: " + e.getMessage());
        }
    }

    private static AvroCodec codec(Map<String, byte[]> metadata) {
        byte[] codec = metadata.get("avro.codec");
        return codec == null ? AvroCodec.NULL : AvroCodec.of(new String(codec, StandardCharsets.UTF_8));
    }

    private static long readLong(DataInputStream in) throws IOException {
        return readLong(in, in.readUnsignedByte());
    }

    /** Avro's zigzag variable-length number, of which the first byte is read already. */
    static long readLong(DataInputStream in, int first) throws IOException {
        long value = first & 0x7f;
        int next = first;
        for (int shift = 7; (next & 0x80) != 0; shift += 7) {
            if (shift > 63) {
                throw new MalformedRecords("Expected a number of at most ten bytes");
            }
            next = in.readUnsignedByte();
            value |= (next & 0x7fL) << shift;
        }
        return (value >>> 1) ^ -(value & 1);
    }
}
