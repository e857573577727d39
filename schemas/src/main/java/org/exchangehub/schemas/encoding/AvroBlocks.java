package org.exchangehub.schemas.encoding;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.avro.Schema;

/**
 * Walks over the blocks of an Avro object container (Avro specification 1.12, "Object Container Files") from someone we do not
 * trust: every length is checked before anything is allocated, and a block unpacks to a bounded size. Avro's own reader allocates
 * what a length field claims.
 */
final class AvroBlocks implements Closeable {

    private final DataInputStream in;
    private final AvroHeader header;
    private final Limits limits;
    private byte[] packed = new byte[0];
    private AvroInput block = new AvroInput(packed, 0);
    private long left;
    private long rows;

    AvroBlocks(InputStream in, Limits limits) throws IOException {
        this.in = new DataInputStream(in);
        this.limits = limits;
        this.header = AvroHeader.read(this.in);
    }

    /** The writer's. */
    Schema schema() {
        return header.schema();
    }

    /** Goes through all blocks without unpacking one: refuses a container cut short. */
    void inspect() throws IOException {
        while (enter()) {
            left = 0;
        }
    }

    /** Goes on to the next record, which must then be read from {@link #block}; false at the end. */
    boolean next() throws IOException {
        while (left == 0) {
            if (block.remaining() > 0) {
                throw new MalformedRecords(
                        "After row " + rows + " the block holds " + block.remaining() + " bytes more than its rows");
            }
            if (!enter()) {
                return false;
            }
            byte[] bytes = header.codec().unpacked(packed, limits.blockBytes(), "A block after row " + rows);
            block = new AvroInput(bytes, limits.recordBytes());
            if (left > bytes.length) {
                throw new MalformedRecords(
                        "A block after row " + rows + " claims " + left + " rows in " + bytes.length + " bytes");
            }
        }
        left--;
        rows++;
        return true;
    }

    AvroInput block() {
        return block;
    }

    /** Says in which row something was malformed. */
    MalformedRecords inRow(MalformedRecords malformed) {
        return new MalformedRecords("Row " + rows + " of the container: " + malformed.sentence() + ", at byte "
                + block.position() + " of its block");
    }

    /** Reads the next block as it is; false at the end of the file. */
    private boolean enter() throws IOException {
        int first = in.read();
        if (first < 0) {
            return false;
        }
        try {
            left = AvroHeader.readLong(in, first);
            long size = AvroHeader.readLong(in, in.readUnsignedByte());
            if (left < 0 || size < 0 || size > limits.blockBytes()) {
                throw new MalformedRecords("After row " + rows + " expected a block of at most " + limits.blockBytes()
                        + " bytes, found one of " + left + " rows and " + size + " bytes");
            }
            packed = in.readNBytes((int) size);
            byte[] sync = in.readNBytes(AvroHeader.SYNC);
            if (packed.length < size || sync.length < AvroHeader.SYNC) {
                throw new EOFException();
            }
            if (!Arrays.equals(sync, header.sync())) {
                throw new MalformedRecords("After row " + rows + " a block does not end with the file's marker");
            }
            return true;
        } catch (EOFException e) {
            throw new MalformedRecords("The file ends in the middle of a block after row " + rows);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
