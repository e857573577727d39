package org.exchangehub.schemas.encoding;

import java.io.IOException;
import java.io.InputStream;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;

/** Reads an Avro object container whose writer's schema is, or resolves to, the dataset's. */
final class AvroContainerReader implements RecordReader {

    private final AvroBlocks blocks;
    private final AvroRowDecoder decoder;

    AvroContainerReader(InputStream in, StandardSchema schema, Limits limits) throws IOException {
        this.blocks = new AvroBlocks(in, limits);
        this.decoder = new AvroRowDecoder(blocks.schema(), schema, limits);
    }

    /** Refuses a writer's schema that does not fit and a container cut short, without unpacking a block. */
    void inspect() throws IOException {
        blocks.inspect();
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        if (!blocks.next()) {
            return null;
        }
        try {
            return decoder.row(blocks.block());
        } catch (MalformedRecords malformed) {
            throw blocks.inRow(malformed);
        }
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
