package org.exchangehub.schemas.encoding;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a stream row by row; throws {@link MalformedRecords} where nothing after can be trusted. For one thread. */
public interface RecordReader extends Closeable {

    /** The next row, null at the end. */
    @Nullable
    SourceRow next() throws IOException;
}
