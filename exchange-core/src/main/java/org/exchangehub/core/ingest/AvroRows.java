package org.exchangehub.core.ingest;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;

/**
 * Reads an Avro object container (Avro specification 1.12, "Object Container Files") from someone we do not trust: every
 * length is checked before anything is allocated, and a block unpacks to a bounded size. Avro's own reader allocates what a
 * length field claims.
 */
final class AvroRows implements RowReader {

    /** Bytes a block may have, as it is and unpacked. */
    static final int LONGEST_BLOCK = 64 << 20;

    private final DataInputStream in;
    private final AvroHeader header;
    private final AvroRowDecoder decoder;
    private AvroBytes block = new AvroBytes(new byte[0]);
    private long left;
    private long rows;

    AvroRows(InputStream in, StandardSchema schema) throws IOException {
        this.in = new DataInputStream(in);
        this.header = AvroHeader.read(this.in);
        this.decoder = new AvroRowDecoder(header.schema(), schema);
    }

    /** Walks over a container without unpacking it: refuses a wrong schema and a file cut short. */
    static void inspect(InputStream in, StandardSchema schema) throws IOException {
        AvroRows rows = new AvroRows(in, schema);
        while (rows.enterBlock()) {
            rows.left = 0;
        }
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        while (left == 0) {
            if (block.remaining() > 0) {
                throw new MalformedPart(
                        "After row " + rows + " the block holds " + block.remaining() + " bytes more than its rows");
            }
            if (!enterBlock()) {
                return null;
            }
            block = unpacked();
            if (left > block.remaining()) {
                throw new MalformedPart(
                        "A block after row " + rows + " claims " + left + " rows in " + block.remaining() + " bytes");
            }
        }
        left--;
        rows++;
        try {
            return decoder.row(block);
        } catch (MalformedPart malformed) {
            throw new MalformedPart("Row " + rows + " of the container: " + malformed.sentence());
        }
    }

    private byte[] packed = new byte[0];

    /** Reads the next block as it is; false at the end of the file. */
    private boolean enterBlock() throws IOException {
        int first = in.read();
        if (first < 0) {
            return false;
        }
        try {
            left = AvroHeader.readLong(in, first);
            long size = AvroHeader.readLong(in, in.readUnsignedByte());
            if (left < 0 || size < 0 || size > LONGEST_BLOCK) {
                throw new MalformedPart("After row " + rows + " expected a block of at most " + LONGEST_BLOCK
                        + " bytes, found one of " + left + " rows and " + size + " bytes");
            }
            packed = in.readNBytes((int) size);
            byte[] sync = in.readNBytes(AvroHeader.SYNC);
            if (packed.length < size || sync.length < AvroHeader.SYNC) {
                throw new EOFException();
            }
            if (!Arrays.equals(sync, header.sync())) {
                throw new MalformedPart("After row " + rows + " a block does not end with the file's marker");
            }
            return true;
        } catch (EOFException e) {
            throw new MalformedPart("The file ends in the middle of a block after row " + rows);
        }
    }

    private AvroBytes unpacked() throws IOException {
        if (!header.deflated()) {
            return new AvroBytes(packed);
        }
        Inflater inflater = new Inflater(true);
        try (InputStream inflated = new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
            byte[] bytes = inflated.readNBytes(LONGEST_BLOCK + 1);
            if (bytes.length > LONGEST_BLOCK) {
                throw new MalformedPart("A block unpacks to more than " + LONGEST_BLOCK + " bytes");
            }
            return new AvroBytes(bytes);
        } catch (java.util.zip.ZipException | EOFException e) {
            throw new MalformedPart("A block after row " + rows + " cannot be unpacked: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
