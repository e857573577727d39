package org.exchangehub.schemas.encoding;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes checked records to a stream, which it closes. For one thread. */
public interface RecordWriter extends Closeable {

    /**
     * Appends one record.
     *
     * @param values typed and in field order, as {@code CheckedRecord.Accepted} has them
     */
    void write(List<? extends @Nullable Object> values) throws IOException;
}
