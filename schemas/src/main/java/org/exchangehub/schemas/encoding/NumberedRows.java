package org.exchangehub.schemas.encoding;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;

/** An Avro container of checked records in their dataset's schema, with row number and operation (docs/decisions/0004). */
public final class NumberedRows implements Closeable {

    private final AvroContainerWriter writer;

    public NumberedRows(OutputStream out, StandardSchema schema, AvroCodec codec) throws IOException {
        this.writer = new AvroContainerWriter(out, schema, AvroContainerWriter.withRow(schema.avro()), codec);
    }

    /**
     * Appends one record.
     *
     * @param row its number at the source
     * @param operation I, U or D; null when the source does not say
     * @param values typed and in field order, as {@code CheckedRecord.Accepted} has them
     */
    public void append(long row, @Nullable String operation, List<? extends @Nullable Object> values)
            throws IOException {
        writer.append(row, operation, values);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
