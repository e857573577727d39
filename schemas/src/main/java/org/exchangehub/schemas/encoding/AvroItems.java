package org.exchangehub.schemas.encoding;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads an Avro object container whatever its schema: records and maps as Map, arrays as List, text and enumerations as String, bytes
 * of both kinds as ByteBuffer, the rest as Integer, Long, Float, Double and Boolean. For one thread.
 */
public final class AvroItems implements Closeable {

    private final AvroBlocks blocks;
    private final AvroDatum datum;

    /** Reads the header; refuses with {@link MalformedRecords} what is no container. */
    public AvroItems(InputStream in, Limits limits) throws IOException {
        this.blocks = new AvroBlocks(in, limits);
        this.datum = new AvroDatum(limits);
    }

    /** The writer's. */
    public Schema schema() {
        return blocks.schema();
    }

    /** Whether there is another item. */
    public boolean next() throws IOException {
        return blocks.next();
    }

    /** The item {@link #next} went to, to be read once; empty when it is Avro's null. */
    public Optional<Object> item() {
        try {
            datum.start(blocks.block());
            return Optional.ofNullable(datum.value(blocks.schema(), blocks.block()));
        } catch (MalformedRecords malformed) {
            throw blocks.inRow(malformed);
        }
    }

    /**
     * The fields of the item {@link #next} went to, instead of {@link #item}.
     *
     * @param values takes them in the order of the writer's schema, which must be a record of as many fields
     */
    public void fields(@Nullable Object[] values) {
        List<Schema.Field> fields = blocks.schema().getFields();
        try {
            datum.start(blocks.block());
            for (int i = 0; i < values.length; i++) {
                values[i] = datum.value(fields.get(i).schema(), blocks.block());
            }
        } catch (MalformedRecords malformed) {
            throw blocks.inRow(malformed);
        }
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
