package org.exchangehub.schemas.encoding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;

/** Reads Avro binary, record behind record without anything between, or each behind the header of the wire format. */
final class AvroStreamReader implements RecordReader {

    private final InputStream stream;
    private final AvroInput in;
    private final AvroRowDecoder decoder;
    private final @Nullable Integer schemaId;
    private long rows;

    /** @param schemaId the writer's schema's, of messages in the wire format; null where there is no header */
    AvroStreamReader(
            InputStream stream, Schema writer, @Nullable Integer schemaId, StandardSchema schema, Limits limits) {
        this.stream = stream;
        this.in = new AvroInput(stream, limits.recordBytes());
        this.decoder = new AvroRowDecoder(writer, schema, limits);
        this.schemaId = schemaId;
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        try {
            return in.atEnd() ? null : row();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private SourceRow row() {
        rows++;
        long start = in.position();
        try {
            if (schemaId != null) {
                expect(schemaId);
            }
            SourceRow row = decoder.row(in);
            if (in.position() == start) {
                throw new MalformedRecords("expected rows of at least one byte, found a schema whose rows have none");
            }
            return row;
        } catch (MalformedRecords malformed) {
            throw new MalformedRecords("Row " + rows + " of the stream, which begins at byte " + start + ": "
                    + malformed.sentence() + ", at byte " + in.position());
        }
    }

    private void expect(int id) {
        int found = WireFormat.schemaId(in.fixed(WireFormat.HEADER));
        if (found != id) {
            throw new MalformedRecords("expected a message written with schema " + id + ", found " + found);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
