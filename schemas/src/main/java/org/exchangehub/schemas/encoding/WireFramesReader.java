package org.exchangehub.schemas.encoding;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Reads messages of the wire format, each behind its length; one whose record cannot be decoded spoils itself only. */
final class WireFramesReader implements RecordReader {

    private final DataInputStream in;
    private final IntFunction<Optional<Schema>> writers;
    private final StandardSchema schema;
    private final Limits limits;
    private final Map<Integer, AvroRowDecoder> decoders = new HashMap<>();
    private long messages;

    WireFramesReader(InputStream in, IntFunction<Optional<Schema>> writers, StandardSchema schema, Limits limits) {
        this.in = new DataInputStream(in);
        this.writers = writers;
        this.schema = schema;
        this.limits = limits;
    }

    /** Goes through all messages without decoding one: refuses a stream cut short, and schemas that do not fit. */
    void inspect() throws IOException {
        for (byte[] message = message(); message != null; message = message()) {
            decoder(message);
        }
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        byte[] message = message();
        if (message == null) {
            return null;
        }
        AvroRowDecoder decoder = decoder(message);
        AvroInput body = new AvroInput(message, limits.recordBytes());
        body.fixed(WireFormat.HEADER);
        try {
            SourceRow row = decoder.row(body);
            if (body.remaining() > 0) {
                throw new MalformedRecords(
                        "expected the record to fill its message, found " + body.remaining() + " bytes more");
            }
            return row;
        } catch (MalformedRecords malformed) {
            return new SourceRow.Unparsed(
                    null,
                    new LocalizedText(
                            "该消息无法按其模式解码，位置" + body.position() + "字节处",
                            "The message cannot be decoded with its schema: " + malformed.sentence() + ", at byte "
                                    + body.position() + " of the message"));
        }
    }

    /** The next message with its header; null at the end. */
    private byte @Nullable [] message() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        messages++;
        try {
            long length = ((long) first << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
            if (length < WireFormat.HEADER || length > limits.recordBytes()) {
                throw refused("expected a length of " + WireFormat.HEADER + " to " + limits.recordBytes()
                        + " bytes before the message, found " + length);
            }
            byte[] message = in.readNBytes((int) length);
            if (message.length < length) {
                throw refused("expected a message of " + length + " bytes, found " + message.length);
            }
            return message;
        } catch (EOFException e) {
            throw refused("the stream ends within the length before the message");
        }
    }

    private AvroRowDecoder decoder(byte[] message) {
        try {
            int id = WireFormat.schemaId(ByteBuffer.wrap(message));
            AvroRowDecoder known = decoders.get(id);
            if (known == null) {
                Schema writer = writers.apply(id)
                        .orElseThrow(() -> new MalformedRecords(
                                "expected the id of a schema of " + schema.dataset() + ", found " + id));
                known = new AvroRowDecoder(writer, schema, limits);
                decoders.put(id, known);
            }
            return known;
        } catch (MalformedRecords malformed) {
            throw refused(malformed.sentence());
        }
    }

    private MalformedRecords refused(String sentence) {
        return new MalformedRecords("Message " + messages + " of the stream: " + sentence);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
