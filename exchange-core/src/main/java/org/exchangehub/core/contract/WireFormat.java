package org.exchangehub.core.contract;

import java.nio.ByteBuffer;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;

/**
 * A single Avro record as it travels on topics: a zero byte, the schema's registry id as four bytes big-endian, Avro binary
 * (Confluent wire format).
 */
public final class WireFormat {

    private static final byte MAGIC = 0;
    private static final int HEADER = 1 + Integer.BYTES;

    private final int schemaId;
    private final byte[] avro;

    /** A record's Avro binary, written with the schema of this registry id (at least 0). */
    public WireFormat(int schemaId, byte[] avro) {
        if (schemaId < 0) {
            throw new IllegalArgumentException("a schema id is at least 0, found " + schemaId);
        }
        this.schemaId = schemaId;
        this.avro = avro.clone();
    }

    /** Takes a message apart; refuses with {@code REQUEST_INVALID} what is not in the wire format. */
    public static WireFormat decode(byte[] message) {
        if (message.length < HEADER || message[0] != MAGIC) {
            String found = message.length < HEADER ? message.length + " bytes" : "first byte " + message[0];
            throw malformed("expected a zero byte and a four-byte schema id, found " + found);
        }
        ByteBuffer buffer = ByteBuffer.wrap(message, 1, message.length - 1);
        int id = buffer.getInt();
        if (id < 0) {
            throw malformed("expected a schema id of at least 0, found " + id);
        }
        byte[] avro = new byte[buffer.remaining()];
        buffer.get(avro);
        return new WireFormat(id, avro);
    }

    public byte[] encode() {
        return ByteBuffer.allocate(HEADER + avro.length)
                .put(MAGIC)
                .putInt(schemaId)
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

    private static HubProblem malformed(String what) {
        return new HubProblem(ErrorCode.REQUEST_INVALID, "Not in the wire format: " + what);
    }
}
