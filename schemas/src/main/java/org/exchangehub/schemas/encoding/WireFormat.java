package org.exchangehub.schemas.encoding;

import java.nio.ByteBuffer;

/**
 * A single Avro record as it travels on topics: a zero byte, the schema's registry id as four bytes big-endian, Avro binary
 * (Confluent wire format).
 */
public final class WireFormat {

    static final int HEADER = 1 + Integer.BYTES;

    private static final byte MAGIC = 0;

    private final int schemaId;
    private final byte[] avro;

    /** A record's Avro binary, written with the schema of this registry id (at least 0). */
    public WireFormat(int schemaId, byte[] avro) {
        this.schemaId = known(schemaId);
        this.avro = avro.clone();
    }

    /** The id, if it is one; {@code IllegalArgumentException} otherwise. */
    static int known(int schemaId) {
        if (schemaId < 0) {
            throw new IllegalArgumentException("a schema id is at least 0, found " + schemaId);
        }
        return schemaId;
    }

    /** Takes a message apart; refuses with {@link MalformedRecords} what is not in the wire format. */
    public static WireFormat decode(byte[] message) {
        if (message.length < HEADER) {
            throw malformed("expected a zero byte and a four-byte schema id, found " + message.length + " bytes");
        }
        int id = schemaId(ByteBuffer.wrap(message));
        byte[] avro = new byte[message.length - HEADER];
        System.arraycopy(message, HEADER, avro, 0, avro.length);
        return new WireFormat(id, avro);
    }

    /** The id in a message's first five bytes. */
    static int schemaId(ByteBuffer header) {
        byte magic = header.get(0);
        int id = header.getInt(1);
        if (magic != MAGIC) {
            throw malformed("expected a zero byte and a four-byte schema id, found first byte " + magic);
        }
        if (id < 0) {
            throw malformed("expected a schema id of at least 0, found " + id);
        }
        return id;
    }

    static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER).put(MAGIC).putInt(schemaId).array();
    }

    public byte[] encode() {
        return ByteBuffer.allocate(HEADER + avro.length)
                .put(header(schemaId))
                .put(avro)
                .array();
    }

    /** Registry id of the writer's schema. */
    public int schemaId() {
        return schemaId;
    }

    public byte[] avro() {
        return avro.clone();
    }

    private static MalformedRecords malformed(String what) {
        return new MalformedRecords("Not in the wire format: " + what);
    }
}
